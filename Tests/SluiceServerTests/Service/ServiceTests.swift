import HTTPServer
import Testing

@testable import SluiceServer

@Suite struct ServiceTests {
  @Test func `The server tells whether it is well`() throws {
    let server = try TestServer()
    server.wait(seconds: 7)
    let reply = try server.ask("GET", "/health")
    #expect(reply.status == 200)
    #expect(
      reply.text
        == #"{"database":"sqlite","db_healthy":true,"migration_version":4,"service":"sluiced","#
        + #""status":"ok","uptime_seconds":7,"version":"0.1.0"}"#)
    #expect(reply.headers["Content-Type"] == "application/json")
  }

  @Test func `What is not there, and how it may not be asked for`() throws {
    let server = try TestServer()
    let nothing = try server.ask("GET", "/wealth")
    #expect(nothing.status == 404)
    #expect(nothing["error.code"] == "NOT_FOUND")
    let method = try server.ask("PUT", "/health")
    #expect(method.status == 405)
    #expect(method.headers["Allow"] == "GET, HEAD, OPTIONS")
    let options = try server.ask("OPTIONS", "/health")
    #expect(options.status == 204)
    #expect(options.headers["Allow"] == "GET, HEAD, OPTIONS")
  }

  @Test func `A query and a body hold only what the route knows`() throws {
    let server = try TestServer()
    let query = try server.ask("GET", "/health?verbose=1")
    #expect(query.status == 400)
    #expect(query["error.details.faults.0.place"] == "verbose")
    let type = try server.ask(
      "POST", "/api/v1/auth/login", "a=b", headers: ["Content-Type": "text/plain"])
    #expect(type.status == 415)
    let text = try server.ask("POST", "/api/v1/auth/login", "{")
    #expect(text.status == 400)
    #expect(text["error.message"]?.hasPrefix("The body is not JSON: line 1, column 2:") == true)
    let body = try server.ask("GET", "/health", #"{"a": 1}"#)
    #expect(body["error.message"] == "The route GET /health takes no body.")
  }

  @Test func `Who is not signed in is told no more than that`() throws {
    let server = try TestServer()
    let reply = try server.ask("POST", "/api/v1/auth/api-keys", #"{"nonsense": 1}"#)
    #expect(reply.status == 401)
    #expect(reply["error.code"] == "UNAUTHORIZED")
    #expect(reply["error.next_command"] == "sluice login")
    for header in ["Basic abc", "Bearer", "Bearer a b", "Bearer slu_at_no"] {
      let reply = try server.ask("GET", "/api/v1/auth/me", headers: ["Authorization": header])
      #expect(reply.status == 401, "\(header)")
    }
  }

  @Test func `The log tells each request without its secrets`() throws {
    let server = try TestServer()
    let token = try server.token(of: "ann")
    #expect(server.log(1).count == 1)
    _ = try server.ask("GET", "/api/v1/auth/api-keys?limit=3", token: token)
    #expect(server.log(2).count == 2)
    _ = try server.ask("GET", "/secret/\(token)?token=\(token)")
    let lines = server.log(3)
    try #require(lines.count == 3)
    #expect(lines[1].contains(" request method=GET path=/api/v1/auth/api-keys status=200 ms="))
    #expect(lines[1].contains(" user=ann id="))
    #expect(lines[2].contains(" path=- status=404 "))
    #expect(!lines.joined().contains(token))
    #expect(!lines.joined().contains("correct horse"))
  }
}
