import SluiceCore
import SluiceEngine
import Testing

@Suite struct MemberTests {
  private let registry: Registry
  private let ann: Account
  private let bob: Account
  private let acme: Organization
  private var directory: Directory { registry.directory }

  init() throws {
    registry = try Registry()
    ann = try registry.account("ann")
    bob = try registry.account("bob")
    acme = try registry.directory.createOrganization(name: "Acme Inc.", owner: ann.id)
  }

  private func failure(_ body: () throws -> some Any) throws -> EngineError {
    try #require(throws: EngineError.self) { _ = try body() }
  }

  private func project(_ key: String) throws -> Project.ID {
    let engine = try registry.engine.scoped(to: acme.id)
    let draft = ProjectDraft(key: key, name: key)
    _ = try engine.apply(.createProject(draft), by: Actor(name: "ann"))
    return try engine.project(try #require(ProjectReference(key))).id
  }

  @Test func `An organization has a slug of its own`() throws {
    #expect(acme.slug == "acme-inc")
    let second = try directory.createOrganization(name: "Acme Inc", owner: ann.id)
    #expect(second.slug == "acme-inc-2")
    #expect(try directory.organization(slug: "acme-inc-2") == second)
    let taken = try failure {
      try directory.createOrganization(name: "x", slug: "acme-inc", owner: ann.id)
    }
    #expect(taken.message == "There is an organization “acme-inc” already.")
    let wrong = try failure {
      try directory.createOrganization(name: "x", slug: "A b", owner: ann.id)
    }
    #expect(wrong.code == .refused)
    let nobody = try failure { try directory.createOrganization(name: "x", owner: .make()) }
    #expect(nobody.missing == "account")
  }

  @Test func `An organization gets another name and slug`() throws {
    let actor = Actor(name: "ann")
    let renamed = try directory.update(acme.id, name: "Acme", slug: "acme", by: actor)
    #expect((renamed.name, renamed.slug) == ("Acme", "acme"))
    #expect(try directory.update(acme.id, slug: "acme", by: actor) == renamed)
    let taken = try failure { try directory.update(acme.id, slug: "ann", by: actor) }
    #expect(taken.code == .conflict)
    #expect(try directory.organization(acme.id) == renamed)
    let engine = try registry.engine.scoped(to: acme.id)
    #expect(
      try engine.events(EventQuery(), PageRequest()).items.map(\.line)
        == ["ann organization.renamed: Acme Inc. → Acme"])
  }

  @Test func `The organizations of an account come by slug with its role, page by page`() throws {
    try directory.setRole(.reporter, of: bob.id, in: acme.id)
    let first = try directory.organizations(of: bob.id, PageRequest(limit: 1))
    #expect(first.items.map(\.organization.slug) == ["acme-inc"])
    #expect(first.items.map(\.role) == [.reporter])
    let second = try directory.organizations(
      of: bob.id, PageRequest(limit: 1, cursor: first.nextCursor))
    #expect(second.items.map(\.organization.slug) == ["bob"])
    #expect(second.items.map(\.role) == [.owner])
    #expect(second.nextCursor == nil)
  }

  @Test func `Members have a role each, which can become another`() throws {
    try directory.setRole(.viewer, of: bob.id, in: acme.id)
    #expect(try directory.role(of: bob.id, in: acme.id) == .viewer)
    try directory.setRole(.admin, of: bob.id, in: acme.id)
    let first = try directory.members(of: acme.id, PageRequest(limit: 1))
    #expect(first.items == [Membership(account: ann, role: .owner)])
    let rest = try directory.members(of: acme.id, PageRequest(cursor: first.nextCursor))
    #expect(rest.items == [Membership(account: bob, role: .admin)])
    #expect(rest.nextCursor == nil)
    #expect(
      try failure { try directory.setRole(.viewer, of: bob.id, in: .make()) }.missing
        == "organization")
    #expect(
      try failure { try directory.setRole(.viewer, of: .make(), in: acme.id) }.missing
        == "account")
  }

  @Test func `The last owner stays one`() throws {
    for change in [
      { try directory.setRole(.admin, of: ann.id, in: acme.id) },
      { try directory.removeMember(ann.id, from: acme.id) },
    ] {
      let refusal = try failure(change)
      #expect(refusal.code == .conflict)
      #expect(refusal.message == "ann is the last owner of this organization.")
    }
    try directory.setRole(.owner, of: ann.id, in: acme.id)
    try directory.setRole(.owner, of: bob.id, in: acme.id)
    try directory.setRole(.admin, of: ann.id, in: acme.id)
    #expect(try directory.role(of: ann.id, in: acme.id) == .admin)
    #expect(try failure { try directory.removeMember(bob.id, from: acme.id) }.code == .conflict)
  }

  @Test func `Who leaves an organization leaves its projects`() throws {
    let ops = try project("OPS")
    try directory.setRole(.member, of: bob.id, in: acme.id)
    try directory.setProjectRole(.reporter, of: bob.id, in: ops)
    try directory.removeMember(bob.id, from: acme.id)
    #expect(try directory.role(of: bob.id, in: acme.id) == nil)
    #expect(try directory.projectRole(of: bob.id, in: ops) == nil)
    let gone = try failure { try directory.removeMember(bob.id, from: acme.id) }
    #expect(gone.message == "There is no member “bob”.")
  }

  @Test func `A project has members of its own`() throws {
    let ops = try project("OPS")
    try directory.setProjectRole(.owner, of: bob.id, in: ops)
    #expect(try directory.projectRole(of: bob.id, in: ops) == .owner)
    #expect(try directory.role(of: bob.id, in: acme.id) == nil)
    #expect(try directory.isProjectMember(bob.id, in: acme.id))
    #expect(try !directory.isProjectMember(ann.id, in: acme.id))
    #expect(
      try directory.projectMembers(of: ops, PageRequest()).items
        == [Membership(account: bob, role: .owner)])
    try directory.removeProjectMember(bob.id, from: ops)
    #expect(try !directory.isProjectMember(bob.id, in: acme.id))
    #expect(try directory.projectMembers(of: ops, PageRequest()).items == [])
    #expect(
      try failure { try directory.removeProjectMember(bob.id, from: ops) }.missing == "member")
    let engine = try registry.engine.scoped(to: acme.id)
    _ = try engine.apply(.deleteProject(.id(ops)), by: Actor(name: "ann"))
    #expect(
      try failure { try directory.setProjectRole(.member, of: bob.id, in: ops) }.missing
        == "project")
  }
}
