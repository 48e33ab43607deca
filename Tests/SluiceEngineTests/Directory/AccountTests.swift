import SluiceCore
import SluiceEngine
import Testing

@Suite struct AccountTests {
  private let registry: Registry
  private var directory: Directory { registry.directory }

  init() throws {
    registry = try Registry()
  }

  private func failure(_ body: () throws -> some Any) throws -> EngineError {
    try #require(throws: EngineError.self) { _ = try body() }
  }

  @Test func `An account is found by all that is unique in it`() throws {
    #expect(try directory.hasAccounts() == false)
    let ann = try directory.create(
      AccountDraft(displayName: " Ann Lee ", email: "Ann@Example.org", userID: 1_000),
      passwordHash: "hash")
    #expect(
      ann
        == Account(
          id: ann.id, handle: "ann", displayName: "Ann Lee", email: "ann@example.org",
          userID: 1_000, createdAt: registry.clock.now))
    #expect(try directory.account(ann.id) == ann)
    #expect(try directory.account(handle: "ann") == ann)
    #expect(try directory.account(email: "ANN@example.org") == ann)
    #expect(try directory.account(userID: 1_000) == ann)
    #expect(try directory.accounts([.make(), ann.id]) == [ann])
    #expect(try directory.account(email: "no address") == nil)
    #expect(try directory.account(userID: 0) == nil)
    #expect(try directory.hasAccounts())
  }

  @Test func `A handle that is taken gets a number`() throws {
    let drafts = [
      AccountDraft(email: "ann@example.org"), AccountDraft(email: "ann@example.com"),
      AccountDraft(handle: "Ann"), AccountDraft(displayName: "日本"), AccountDraft(),
    ]
    let handles = try drafts.map { try directory.create($0, passwordHash: nil).handle }
    #expect(handles == ["ann", "ann2", "ann3", "user", "user2"])
    for _ in 4...25 { _ = try directory.create(AccountDraft(handle: "ann"), passwordHash: nil) }
    let last = try directory.create(AccountDraft(handle: "ann"), passwordHash: nil)
    #expect(Handle.isWellFormed(last.handle))
  }

  @Test func `An email address and a user have one account`() throws {
    _ = try directory.create(
      AccountDraft(email: "ann@example.org", userID: 0), passwordHash: nil)
    let email = try failure {
      try directory.create(AccountDraft(email: "Ann@example.org"), passwordHash: nil)
    }
    #expect(email.code == .conflict)
    #expect(
      email.message == "There is an account with the email address ann@example.org already.")
    let user = try failure {
      try directory.create(AccountDraft(handle: "root", userID: 0), passwordHash: nil)
    }
    #expect(user.message == "User 0 of this machine has an account already.")
    let wrong = try failure {
      try directory.create(AccountDraft(email: "nobody"), passwordHash: nil)
    }
    #expect(wrong.code == .refused)
    #expect(try directory.account(handle: "root") == nil)
  }

  @Test func `With an account come an organization of its own and the project ME`() throws {
    let ann = try registry.account("ann")
    let bob = try registry.account("bob")
    let id = try #require(try directory.personalOrganization(of: ann.id))
    let personal = try #require(try directory.organization(id))
    #expect(personal.name == "ann")
    #expect(personal.slug == "ann")
    #expect(try directory.role(of: ann.id, in: id) == .owner)
    #expect(try directory.role(of: bob.id, in: id) == nil)
    let engine = try registry.engine.scoped(to: id)
    #expect(try engine.projects(PageRequest()).items.map(\.key.text) == ["ME"])
    #expect(try engine.workflows(PageRequest()).items.map(\.name) == ["Default"])
    #expect(
      try engine.events(EventQuery(), PageRequest()).items.map(\.line)
        == ["ann project.created ME: – → Personal"])
    #expect(try registry.engine.projects(PageRequest()).items == [])
  }

  @Test func `A password is kept apart and can be taken away`() throws {
    let ann = try registry.account("ann")
    #expect(try directory.passwordHash(of: ann.id) == nil)
    try directory.setPasswordHash("first", of: ann.id)
    try directory.setPasswordHash("second", of: ann.id)
    #expect(try directory.passwordHash(of: ann.id) == "second")
    try directory.setPasswordHash(nil, of: ann.id)
    #expect(try directory.passwordHash(of: ann.id) == nil)
    let unknown = try failure { try directory.setPasswordHash("x", of: .make()) }
    #expect(unknown.missing == "account")
  }

  @Test func `What may change of an account is changed, and nothing else`() throws {
    var ann = try registry.account("ann")
    try registry.account("bob")
    ann.displayName = "Ann Lee"
    ann.email = "Lee@example.org"
    ann.userID = .max
    ann.isActive = false
    let updated = try directory.update(ann)
    ann.email = "lee@example.org"
    #expect(updated == ann)
    #expect(try directory.account(userID: .max) == ann)
    ann.email = "bob@example.org"
    #expect(try failure { try directory.update(ann) }.code == .conflict)
    #expect(try directory.account(email: "lee@example.org")?.email == "lee@example.org")
  }

  @Test func `A registration that fails later has left nothing`() throws {
    #expect(throws: EngineError(.refused, "No.")) {
      try registry.engine.transaction { () throws(EngineError) in
        try registry.account("ann")
        throw EngineError(.refused, "No.")
      }
    }
    #expect(try directory.hasAccounts() == false)
    #expect(try directory.organization(slug: "ann") == nil)
    #expect(try directory.newestSequence() == 0)
  }
}
