import SluiceAPI
import SluiceCore
import SluiceEngine

@testable import SluiceServer

extension MatrixBuilder {
  /// What is answered to a request that must be done: the text at a path.
  private func make(
    _ person: Person, _ method: String, _ target: String, _ body: String, _ path: String = "id"
  ) throws -> String {
    let reply = try server.ask(method, target, token: person.token, body)
    guard reply.status < 300 else { throw MatrixFault(target, reply.text) }
    return reply[path] ?? ""
  }

  /// An organization with its projects, of which the last is the one that nobody asks about.
  func half(
    _ slug: String, _ keys: [String], _ owner: Person, _ reporter: Person
  ) throws -> MatrixWorld.Half {
    var half = MatrixWorld.Half()
    let place = try make(
      owner, "POST", "/api/v1/orgs", #"{"name": "\#(slug)", "slug": "\#(slug)"}"#)
    half.names[.organization] = place
    half.keys[.organization] = slug
    for (subject, name) in [(MatrixSubject.workflow, "Delivery"), (.spareWorkflow, "Spare")] {
      half.names[subject] = try make(
        owner, "POST", "/api/v1/orgs/\(slug)/workflows",
        Self.definition(named: name, slug == "acme" ? "risk" : "elsewhere"))
    }
    let projects = try keys.map { key in
      try make(
        owner, "POST", "/api/v1/projects",
        """
        {"org_id": "\(place)", "key": "\(key)", "name": "\(key)",
         "workflow_id": "\(half.names[.workflow] ?? "")"}
        """)
    }
    (half.names[.project], half.keys[.project]) = (projects[0], keys[0])
    (half.names[.emptyProject], half.keys[.emptyProject]) = (projects[1], keys[1])
    half.others = [
      "side": projects[2], "column": try firstColumn(of: projects[0], in: place),
      "new key": slug == "acme" ? "NEW" : "NEXT",
    ]
    try addPeople(to: &half, slug, owner)
    try addTickets(to: &half, owner, reporter)
    return half
  }

  private func firstColumn(of project: String, in organization: String) throws -> String {
    let parts = server.server.parts
    let engine = try parts.engines.engine(of: try known(Organization.ID(organization)))
    let board = try engine.board(
      BoardQuery(project: .id(try known(Project.ID(project))), limit: 0))
    return "\(try known(board.columns.first).status.number)"
  }

  private func addPeople(
    to half: inout MatrixWorld.Half, _ slug: String, _ owner: Person
  ) throws {
    let parts = server.server.parts
    let (joined, guest) = (try server.person("joined-\(slug)"), try server.person("guest-\(slug)"))
    let newcomer = try server.person("newcomer-\(slug)")
    let place = try known(Organization.ID(half.names[.organization] ?? ""))
    try parts.directory.setRole(.member, of: joined.id, in: place)
    try parts.directory.setProjectRole(
      .viewer, of: guest.id, in: try known(Project.ID(half.names[.project] ?? "")))
    half.names[.member] = "\(joined.id)"
    half.names[.projectMember] = "\(guest.id)"
    half.others["newcomer"] = newcomer.handle
    half.names[.invite] = try make(
      owner, "POST", "/api/v1/orgs/\(slug)/invites", #"{"role": "Viewer"}"#)
    half.names[.label] = slug == "acme" ? "urgent" : "elsewhere"
    half.names[.field] = slug == "acme" ? "risk" : "elsewhere"
    let helper = Change.createProvider(
      ProviderDraft(name: "helper-\(slug)", type: "openai", config: ["endpoint": "https://a.test"]))
    let receipt = try parts.engines.root.apply(helper, by: Actor(name: owner.handle))
    guard case .provider(let provider) = receipt.subject else { throw TestFault.refused }
    half.names[.provider] = "\(provider.id)"
  }

  private func addTickets(
    to half: inout MatrixWorld.Half, _ owner: Person, _ reporter: Person
  ) throws {
    let tickets = "/api/v1/projects/\(half.names[.project] ?? "")/tickets"
    for subject in [MatrixSubject.ticket, .claimed, .reported] {
      let reply = try server.ask(
        "POST", tickets, token: owner.token,
        #"{"title": "Rotate the keys", "labels": ["\#(half.names[.label] ?? "")"], "reporter": "\#(reporter.handle)"}"#
      )
      half.names[subject] = reply["id"]
      half.keys[subject] = reply["key"]
    }
    _ = try make(
      owner, "PATCH", "/api/v1/tickets/\(half.names[.ticket] ?? "")",
      #"{"reporter": "\#(owner.handle)"}"#)
    _ = try make(
      owner, "POST", "/browse/\(half.names[.claimed] ?? "")/claim", #"{"agentId": "claude-1"}"#)
  }

  /// Makes one of each kind that can be deleted, and deletes it.
  func deleteSome(
    of half: MatrixWorld.Half, _ owner: Person
  ) throws -> ([MatrixSubject: String], [MatrixSubject: String]) {
    let place = half.names[.organization] ?? ""
    let (project, ticket) = (
      try make(
        owner, "POST", "/api/v1/projects", #"{"org_id": "\#(place)", "key": "OLD", "name": "Old"}"#),
      try make(
        owner, "POST", "/api/v1/projects/OPS/tickets", #"{"title": "Gone"}"#)
    )
    let workflow = try make(
      owner, "POST", "/api/v1/orgs/acme/workflows", Self.definition(named: "Former", "risk"))
    let invite = try make(owner, "POST", "/api/v1/orgs/acme/invites", "{}")
    let key = try make(owner, "POST", "/api/v1/auth/api-keys", #"{"name": "old"}"#)
    let token = try make(owner, "POST", "/me/pats", #"{"name": "old", "scope": "read"}"#)
    let number = try make(owner, "GET", "/api/v1/tickets/\(ticket)", "", "key")
    for path in [
      "projects/\(project)", "tickets/\(ticket)", "workflows/\(workflow)",
      "orgs/acme/invites/\(invite)", "auth/api-keys/\(key)",
    ] {
      _ = try make(owner, "DELETE", "/api/v1/\(path)", "")
    }
    _ = try make(owner, "DELETE", "/me/pats/\(token)", "")
    let former = "\(try server.person("former").id)"
    let (projects, tickets): ([MatrixSubject], [MatrixSubject]) = (
      [.project, .emptyProject], [.ticket, .claimed, .reported]
    )
    var deleted: [MatrixSubject: String] = [
      .workflow: workflow, .spareWorkflow: workflow, .invite: invite, .apiKey: key,
      .personalToken: token, .member: former, .projectMember: former,
    ]
    for subject in projects { deleted[subject] = project }
    for subject in tickets { deleted[subject] = ticket }
    var keys: [MatrixSubject: String] = [:]
    for subject in projects { keys[subject] = "OLD" }
    for subject in tickets { keys[subject] = number }
    return (deleted, keys)
  }

  private static func definition(named name: String, _ field: String) -> String {
    """
    {"name": "\(name)", "enforcement": "strict",
     "statuses": [{"name": "todo", "category": "todo"},
       {"name": "doing", "category": "in_progress"}, {"name": "review", "category": "in_review"},
       {"name": "done", "category": "done"}],
     "transitions": [{"from": "todo", "to": "doing"}, {"from": "doing", "to": "review"},
       {"from": "review", "to": "done"}],
     "stages": [{"key": "plan", "statuses": ["todo"]}, {"key": "build", "statuses": ["doing"]},
       {"key": "check", "statuses": ["review", "done"]}],
     "gates": [{"key": "ready", "from": "build", "to": "check",
       "acknowledgment": "I ran it on staging."}],
     "fields": [{"key": "\(field)", "type": "text"}]}
    """
  }
}

/// What could not be prepared.
struct MatrixFault: Error, CustomStringConvertible {
  let description: String

  init(_ target: String, _ text: String) {
    description = "\(target): \(text)"
  }
}
