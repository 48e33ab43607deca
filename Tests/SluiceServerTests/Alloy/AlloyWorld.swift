import HTTPServer
import SluiceAPI
import SluiceCore
import SluiceEngine
import Testing

@testable import SluiceServer

/// A server with an organization of Ann's, and in it the project `HB` with one ticket.
struct AlloyWorld {
  let server: TestServer
  let ann: String
  let organization: String
  let project: String
  let ticket: String

  init() throws {
    server = try TestServer()
    ann = try server.newcomer("ann")
    let made = try server.ask(
      "POST", "/api/v1/orgs", token: ann, #"{"name": "Harbour", "slug": "harbour"}"#)
    organization = made["id"] ?? ""
    project =
      try server.ask(
        "POST", "/api/v1/projects", token: ann,
        #"{"org_id": "harbour", "key": "HB", "name": "Moorings"}"#)["id"] ?? ""
    ticket =
      try server.ask(
        "POST", "/api/v1/projects/HB/tickets", token: ann, #"{"title": "Replace the buoy"}"#)["id"]
      ?? ""
  }

  /// Asks as Ann.
  func ask(
    _ method: String, _ path: String, _ body: String = "", headers: HTTPHeaders = [:]
  ) throws -> Reply {
    try ask(as: ann, method, path, body, headers: headers)
  }

  /// Asks as someone else; what comes back must be as the route says.
  func ask(
    as token: String, _ method: String, _ path: String, _ body: String = "",
    headers: HTTPHeaders = [:]
  ) throws -> Reply {
    let reply = try server.ask(method, "/api/v1" + path, token: token, body, headers: headers)
    #expect(server.faults(in: reply, of: method, "/api/v1" + path) == [], "\(method) \(path)")
    return reply
  }

  /// The token of someone who has nothing to do with the organization yet.
  func token(of name: String) throws -> String {
    try server.newcomer(name)
  }

  /// The token of a new member of the organization.
  func member(_ name: String, _ role: String) throws -> String {
    let token = try token(of: name)
    _ = try ask("POST", "/orgs/harbour/members", #"{"handle": "\#(name)", "role": "\#(role)"}"#)
    return token
  }

  /// The token of someone who is a member of the project alone.
  func guest(_ name: String, _ role: String) throws -> String {
    let token = try token(of: name)
    _ = try ask("POST", "/projects/HB/members", #"{"handle": "\#(name)", "role": "\#(role)"}"#)
    return token
  }

  /// Makes the strict workflow `Repairs`, and answers its id.
  func repairs(_ enforcement: String = "strict", gate: String = "") throws -> String {
    try ask(
      "POST", "/orgs/harbour/workflows",
      """
      {"name": "Repairs", "enforcement": "\(enforcement)",
       "statuses": [{"name": "Seen", "category": "backlog"},
         {"name": "Mending", "category": "in_progress"}, {"name": "Afloat", "category": "done"}],
       "transitions": [{"from": "Seen", "to": "Mending"}, {"from": "Mending", "to": "Afloat"}]
       \(gate)}
      """)["id"] ?? ""
  }
}

extension TestServer {
  /// The token of a new account; without a password, whose work would take long.
  fileprivate func newcomer(_ name: String) throws -> String {
    let directory = server.parts.directory
    let account = try directory.create(
      AccountDraft(displayName: name, email: "\(name)@example.org"), passwordHash: nil)
    return try directory.make(
      AccessTokenDraft(kind: .session, account: account.id, scope: .admin)
    ).secret
  }

  /// What is not as the description of the route says in a reply that did what was asked.
  fileprivate func faults(in reply: Reply, of method: String, _ target: String) -> [WireFault] {
    let table = server.parts.table
    guard reply.status < 300, let request = HTTPRequest(method, target),
      case .found(let index, _) = table.match(method, request.segments)
    else { return [] }
    guard let success = table.routes[index].successes.first(where: { $0.status == reply.status })
    else { return [WireFault("", "The status \(reply.status) is not one of the route's.")] }
    return success.body?.faults(in: reply.json, table.schemas) ?? []
  }
}
