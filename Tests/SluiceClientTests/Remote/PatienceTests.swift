import SluiceClient
import SluiceCore
import Testing
import WebCall

/// A server that has too much to do, and one that serves another file by now.
@Suite struct `A remote engine that is turned away` {
  private func names(_ engine: RemoteEngine) throws -> [String] {
    let project = ProjectReference.key(try #require(ProjectKey("OPS")))
    return try engine.suggestions(.label, in: project, prefix: "", limit: 5)
  }

  private let gone = """
    {"error":{"code":"NOT_FOUND","message":"There is no organization “a0”.","next_step":null,\
    "cause":{"missing":"organization"}}}
    """
  private let deleted = """
    {"subject":{"deleted":{"name":"Old"}},"warnings":[],"sequence":7,"change":null}
    """

  @Test(arguments: [503, 429])
  func `comes back when the server says when`(status: Int) throws {
    let server = ScriptedServer([
      .busy(status, after: "0"), .busy(status, after: "0"), .reply(200, #"["api"]"#),
    ])
    let engine = RemoteEngine(server, organization: "acme")
    #expect(try names(engine) == ["api"])
    #expect(server.requests.count == 3)
  }

  @Test(arguments: [nil, "3600", "Wed, 21 Oct 2026 07:28:00 GMT", "-1"])
  func `does not wait for one that does not say, or not soon`(after: String?) throws {
    let server = ScriptedServer([.busy(503, after: after), .reply(200, #"["api"]"#)])
    let engine = RemoteEngine(server, organization: "acme")
    let error = try #require(throws: EngineError.self) { _ = try names(engine) }
    #expect(error.code == .unavailable)
    #expect(server.requests.count == 1)
  }

  @Test func `comes back three times and no more`() throws {
    let server = ScriptedServer(Array(repeating: .busy(503, after: "0"), count: 9))
    let engine = RemoteEngine(server, organization: "acme")
    _ = try #require(throws: EngineError.self) { _ = try names(engine) }
    #expect(server.requests.count == 4)
  }

  @Test func `asks for a change again under the same id`() throws {
    let server = ScriptedServer([.busy(503, after: "0"), .reply(200, deleted)])
    let engine = RemoteEngine(server, organization: "acme")
    _ = try engine.apply(.deleteWorkflow(.name("Old")), by: Actor(name: "ann"))
    let keys = server.requests.map { $0.headers.first { $0.name == "Idempotency-Key" }?.value }
    #expect(keys.count == 2)
    #expect(Set(keys).count == 1)
  }

  @Test func `has a provider called once and no more`() throws {
    let server = ScriptedServer([.busy(503, after: "0"), .reply(200, "{}")])
    let engine = RemoteEngine(server, organization: "acme")
    _ = try #require(throws: EngineError.self) {
      _ = try engine.testProvider(.name("helper"))
    }
    #expect(server.requests.count == 1)
  }

  @Test func `asks anew which organization is meant, and makes the call again`() throws {
    let server = ScriptedServer([.reply(404, gone), .reply(200, #"["api"]"#)])
    let engine = RemoteEngine(server, organization: "a0", lookUpAgain: { "acme" })
    #expect(try names(engine) == ["api"])
    #expect(
      server.requests.map(\.path) == [
        "/api/v1/orgs/a0/engine/projects/OPS/suggestions",
        "/api/v1/orgs/acme/engine/projects/OPS/suggestions",
      ])
  }

  @Test func `makes a change in the organization that is meant now`() throws {
    let server = ScriptedServer([.reply(404, gone), .reply(200, deleted)])
    let engine = RemoteEngine(server, organization: "a0", lookUpAgain: { "acme" })
    #expect(
      try engine.apply(.deleteWorkflow(.name("Old")), by: Actor(name: "ann")).sequence == 7)
    #expect(server.requests.last?.path == "/api/v1/orgs/acme/engine/changes")
  }

  @Test func `says that there is none where nobody knows better`() throws {
    let server = ScriptedServer([.reply(404, gone)])
    let engine = RemoteEngine(server, organization: "a0")
    let error = try #require(throws: EngineError.self) { _ = try names(engine) }
    #expect(error.message == "There is no organization “a0”.")
  }
}
