import SluiceClient
import SluiceCore
import Testing
import WebCall

/// What a remote engine asks, and what it makes of the answers.
@Suite struct `A call of a remote engine` {
  private let ann = Actor(name: "ann", agent: "claude")
  private let deleted = """
    {"subject":{"deleted":{"name":"Old"}},"warnings":[],"sequence":7,"change":null}
    """

  private func engine(_ server: ScriptedServer) -> RemoteEngine {
    RemoteEngine(server, organization: "night shift")
  }

  private func failure(_ server: ScriptedServer) throws -> EngineError {
    try #require(throws: EngineError.self) { _ = try engine(server).organization() }
  }

  private func headers(_ request: WebRequest, _ name: String) -> [String] {
    request.headers.filter { $0.name == name }.map(\.value)
  }

  @Test func `is one request below the organization's engine`() throws {
    let server = ScriptedServer([.reply(200, #"["ann"]"#)])
    let names = try engine(server).suggestions(
      .assignee, in: .key(try #require(ProjectKey("OPS"))), prefix: "a&b", limit: 5)
    #expect(names == ["ann"])
    let request = try #require(server.requests.first)
    #expect(request.method == "GET")
    #expect(request.path == "/api/v1/orgs/night%20shift/engine/projects/OPS/suggestions")
    #expect(
      request.query.map { "\($0.name)=\($0.value)" } == ["kind=assignee", "prefix=a&b", "limit=5"])
    #expect(request.body == nil)
  }

  @Test func `asks for a change under an id, and says which agent acts`() throws {
    let server = ScriptedServer([.reply(200, deleted)])
    let receipt = try engine(server).apply(.deleteWorkflow(.name("Old")), by: ann)
    #expect(receipt == Receipt(subject: .deleted("Old"), sequence: 7))
    let request = try #require(server.requests.first)
    #expect(request.method == "POST")
    #expect(request.path == "/api/v1/orgs/night%20shift/engine/changes")
    #expect(
      String(decoding: request.body ?? [], as: UTF8.self)
        == #"{"change":{"delete_workflow":{"workflow":"Old"}},"agent":"claude"}"#)
    #expect(headers(request, "Idempotency-Key").count == 1)
  }

  @Test func `asks again under the same id when the answer was lost`() throws {
    let server = ScriptedServer([.fault(.replyLost("reset")), .reply(200, deleted)])
    let id = Change.ID.make()
    let receipt = try engine(server).apply(.deleteWorkflow(.name("Old")), by: ann, as: id)
    #expect(receipt.sequence == 7)
    #expect(server.requests.count == 2)
    #expect(
      server.requests.map { headers($0, "Idempotency-Key") } == [
        [id.description], [id.description],
      ])
  }

  @Test func `is not repeated when nobody was reached, or more than once`() throws {
    let unreached = ScriptedServer([.fault(.unreachable("refused"))])
    let first = try #require(throws: EngineError.self) {
      _ = try engine(unreached).apply(.undo(.mine), by: ann)
    }
    #expect(first.code == .unavailable)
    #expect(unreached.requests.count == 1)

    let broken = ScriptedServer([.fault(.replyLost("reset")), .fault(.replyLost("reset"))])
    let second = try #require(throws: EngineError.self) {
      _ = try engine(broken).apply(.undo(.mine), by: ann)
    }
    #expect(second.code == .unavailable)
    #expect(broken.requests.count == 2)
  }

  @Test func `can be given up before it is sent, and tells the end`() throws {
    let server = ScriptedServer([.reply(200, deleted)])
    let engine = engine(server)
    let error = try #require(throws: EngineError.self) {
      _ = try engine.apply(.undo(.mine), by: ann) { _, _ in false }
    }
    #expect(error.code == .interrupted)
    #expect(server.requests.isEmpty)
    _ = try engine.apply(.deleteWorkflow(.name("Old")), by: ann) { _, _ in true }
    #expect(server.requests.count == 1)
  }

  @Test func `throws the failure of the engine at the other end`() throws {
    let error = EngineError(.resolved(status: "Done"))
    let body = JSONPrinter.line(
      .object([
        "error": .object([
          "code": .string("VALIDATION_ERROR"), "message": .string(error.message),
          "details": .object(["rule": .string("RESOLVED")]), "next_command": .null,
          "next_step": .optional(error.nextStep),
          "cause": .object([
            "rejection": .object(["resolved": .object(["status": .string("Done")])])
          ]),
        ])
      ]))
    #expect(try failure(ScriptedServer([.reply(422, body)])) == error)
  }

  @Test func `says what a server that is no engine answers`() throws {
    let unknown = #"{"error":{"code":"UNAUTHORIZED","message":"Who are you?","details":{}}}"#
    let signedOut = try failure(ScriptedServer([.reply(401, unknown)]))
    #expect(signedOut.code == .permission)
    #expect(signedOut.message == "Who are you?")
    #expect(signedOut.nextStep == "Sign in with “sluice login”.")

    let proxy = try failure(ScriptedServer([.reply(502, "<html>")]))
    #expect(proxy.code == .unavailable)

    let other = try failure(ScriptedServer([.reply(200, #"{"id":"x"}"#)]))
    #expect(other.code == .unavailable)
    #expect(
      other.message == "The server's answer was not understood at id: Expected an id, found “x”.")
  }
}
