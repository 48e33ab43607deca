import SluiceCore
import SluiceEngine
import Testing

@testable import SluiceServer

@Suite struct ProfileRouteTests {
  @Test func `A personal token is shown once, does what its scope says, and ends at once`() throws {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    let made = try server.post("/me/pats", ann, #"{"name": "Laptop", "scope": "read_write"}"#)
    #expect(made.status == 201)
    let token = made["token"] ?? ""
    #expect(token.hasPrefix("oi_pat_"))
    #expect(try server.get("/me", token)["handle"] == "ann")
    #expect(try server.get("/me", token)["scope"] == "read_write")
    let list = try server.get("/me/pats", ann)
    #expect(list["items.0.name"] == "Laptop")
    #expect(!list.text.contains(token))

    let more = try server.post("/me/pats", token, #"{"name": "More", "scope": "admin"}"#)
    #expect(more.status == 403)
    #expect(try server.get("/admin/ai/providers", token).status == 403)
    #expect(try server.delete("/me/pats/\(made["id"] ?? "")", ann).status == 204)
    #expect(try server.get("/me", token).status == 401)
  }

  @Test func `A token ends when it was said to`() throws {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    let past = try server.post(
      "/me/pats", ann,
      #"{"name": "Past", "scope": "read", "expiresAt": "2001-01-01T00:00:00Z"}"#)
    #expect(past.status == 422)
    let made = try server.post(
      "/me/pats", ann,
      #"{"name": "Soon", "scope": "read", "expiresAt": "2023-11-14T22:14:00Z"}"#)
    let token = made["token"] ?? ""
    #expect(try server.get("/me", token).status == 200)
    #expect(try server.post("/domains", token, #"{"name": "N", "key": "NEW"}"#).status == 403)
    server.wait(seconds: 60)
    #expect(try server.get("/me", token).status == 401)
  }

  @Test func `The token of an agent's run acts as that agent, and administers nothing`() throws {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    try server.makeOPS(ann)
    try server.makeTask("Rotate the keys", token: ann)
    try server.makeAdministrator("ann")
    let directory = server.server.parts.directory
    let account = try #require(try directory.account(handle: "ann"))
    let run = try directory.make(
      AccessTokenDraft(kind: .agentRun, account: account.id, scope: .admin, agent: "claude-1")
    ).secret

    #expect(try server.post("/browse/OPS-1/claim", run)["activeAgentId"] == "claude-1")
    let other = try server.post("/browse/OPS-1/claim", run, #"{"agentId": "gpt-1"}"#)
    #expect(other.status == 403)
    #expect(try server.get("/browse/queue", run)["mine.0.key"] == "OPS-1")
    #expect(try server.get("/admin/ai/providers", run).status == 403)
    #expect(try server.patch("/domains/OPS", run, #"{"name": "N"}"#).status == 403)
    #expect(try server.post("/me/pats", run, #"{"name": "N", "scope": "read"}"#).status == 403)
  }

  @Test func `Providers are the administrator's; a test calls and tells what came of it`() throws {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    #expect(try server.get("/admin/ai/providers", ann).status == 403)
    try server.makeAdministrator("ann")
    let made = try server.post(
      "/admin/ai/providers", ann,
      """
      {"name": "Helper", "type": "openai",
       "config": {"api_key": "very secret", "endpoint": "http://127.0.0.1:1/v1"}}
      """)
    let id = made["id"] ?? ""
    #expect(made["config"] == #"{"endpoint":"http://127.0.0.1:1/v1"}"#)
    let edited = try server.patch(
      "/admin/ai/providers/\(id)", ann, #"{"active": false, "config": {"model": "m"}}"#)
    #expect(edited["active"] == "false")
    #expect(edited["secrets"] == #"["api_key"]"#)
    let report = try server.post("/admin/ai/providers/\(id)/test", ann)
    #expect(report.status == 200)
    #expect(report["usable"] == "true")
    #expect(report["message"] == "It answers.")
    #expect(try server.post("/admin/ai/providers/nope/test", ann).status == 404)
    #expect(try server.delete("/admin/ai/providers/\(id)", ann).status == 204)
    #expect(try server.get("/admin/ai/providers", ann)["items"] == "[]")
  }

  @Test func `An invitation makes one account, and leads where it invites`() throws {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    let organization = try server.get("/domains/ME", ann)["organizationId"] ?? ""
    let invite = try server.post(
      "/api/v1/orgs/\(organization)/invites", ann, #"{"role": "Member"}"#)
    let body = """
      {"code": "\(invite["code"] ?? "")", "email": "bob@example.org", "password": "correct horse"}
      """
    let claimed = try server.post("/auth/invites/claim", nil, body)
    #expect(claimed.status == 201)
    #expect(claimed["handle"] == "bob")
    let token = claimed["accessToken"] ?? ""
    #expect(try server.get("/api/v1/orgs/\(organization)", token).status == 200)
    let again = try server.post(
      "/auth/invites/claim", nil, body.replacing("bob@", with: "cid@"))
    #expect(again.status == 404)
  }
}
