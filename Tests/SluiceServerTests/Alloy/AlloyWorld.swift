import HTTPServer
import SluiceCore

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
    ann = try server.token(of: "ann")
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
    try server.ask(method, "/api/v1" + path, token: ann, body, headers: headers)
  }

  /// Asks as someone else.
  func ask(
    as token: String, _ method: String, _ path: String, _ body: String = ""
  ) throws -> Reply {
    try server.ask(method, "/api/v1" + path, token: token, body)
  }

  /// The token of a new member of the organization.
  func member(_ name: String, _ role: String) throws -> String {
    let token = try server.token(of: name)
    _ = try ask("POST", "/orgs/harbour/members", #"{"handle": "\#(name)", "role": "\#(role)"}"#)
    return token
  }

  /// The token of someone who is a member of the project alone.
  func guest(_ name: String, _ role: String) throws -> String {
    let token = try server.token(of: name)
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
