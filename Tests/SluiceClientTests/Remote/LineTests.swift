import Glibc
import SluiceClient
import SluiceCore
import Testing
import WebCall

/// How a remote engine notices what others do, and that its line is lost and back.
@Suite struct `The line of a remote engine` {
  private func event(_ change: Int) -> ServerEvent {
    ServerEvent(id: "\(change)", name: "ticket.moved", data: "{\"change\":\(change)}")
  }

  private let ready = ServerEvent(id: "5", name: "ready", data: #"{"sequence":5}"#)

  private func engine(_ server: ScriptedServer) throws -> (RemoteEngine, Int32) {
    let engine = RemoteEngine(server, organization: "home", now: { Timestamp(milliseconds: 42) })
    return (engine, try #require(engine.changeDescriptor))
  }

  /// Waits until there is something to look at; `false` if there is nothing for half a minute.
  private func isReadable(_ descriptor: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 30_000) == 1
  }

  @Test func `tells of a change that somebody else has made`() throws {
    let server = ScriptedServer(streams: [.events([ready, event(6)])])
    let (engine, descriptor) = try engine(server)
    server.door.letPass()
    #expect(isReadable(descriptor))
    #expect(engine.takeForeignChange())
    #expect(!engine.takeForeignChange())
    #expect(engine.linkState == .live)
    let request = try #require(server.streamRequests.first)
    #expect(request.path == "/api/v1/events")
    #expect(request.query.map { "\($0.name)=\($0.value)" } == ["org_id=home"])
  }

  @Test func `is lost and comes back where it was, and nobody knows what was missed`() throws {
    let server = ScriptedServer(
      streams: [.events([ready, event(6)]), .fault(.unreachable("refused")), .events([])])
    let (engine, descriptor) = try engine(server)
    server.door.letPass()
    #expect(server.told.pass())
    #expect(engine.takeForeignChange())

    server.cut(.replyLost("reset"))
    server.door.letPass()
    #expect(isReadable(descriptor))
    #expect(engine.linkState == .reconnecting(since: Timestamp(milliseconds: 42)))
    #expect(!engine.takeForeignChange())
    let error = try #require(throws: EngineError.self) { _ = try engine.organization() }
    #expect(error.code == .unavailable)
    #expect(server.requests.isEmpty)

    server.door.letPass()
    #expect(isReadable(descriptor))
    #expect(engine.linkState == .live)
    #expect(engine.takeForeignChange())
    #expect(server.streamRequests.map(\.lastEventID) == [nil, "6", "6"])
  }

  @Test func `that ends politely is taken up again without a word`() throws {
    let server = ScriptedServer(streams: [.events([ready]), .events([event(6)])])
    let (engine, descriptor) = try engine(server)
    server.door.letPass()
    #expect(server.told.pass())
    server.cut(nil)
    server.door.letPass()
    #expect(isReadable(descriptor))
    #expect(engine.linkState == .live)
    #expect(engine.takeForeignChange())
    #expect(server.streamRequests.map(\.lastEventID) == [nil, "5"])
  }

  @Test func `is in doubt when a call fails, and tried at once`() throws {
    let server = ScriptedServer(
      [.fault(.unreachable("refused"))], streams: [.events([ready]), .events([])])
    let (engine, descriptor) = try engine(server)
    server.door.letPass()
    #expect(server.told.pass())
    _ = try #require(throws: EngineError.self) { _ = try engine.organization() }
    #expect(engine.linkState == .reconnecting(since: Timestamp(milliseconds: 42)))
    #expect(isReadable(descriptor))
    #expect(!engine.takeForeignChange())
    server.door.letPass()
    #expect(isReadable(descriptor))
    #expect(engine.linkState == .live)
  }

  @Test func `is not tried again when the server does not want it`() throws {
    let refusal = #"{"error":{"code":"UNAUTHORIZED","message":"The session has ended."}}"#
    let server = ScriptedServer(streams: [.reply(401, refusal)])
    let (engine, descriptor) = try engine(server)
    server.door.letPass()
    #expect(isReadable(descriptor))
    #expect(engine.linkState == .offline(reason: "The session has ended."))
  }

  @Test func `is tried again when the server is only busy`() throws {
    let server = ScriptedServer(streams: [.reply(503, ""), .events([])])
    let (engine, descriptor) = try engine(server)
    server.door.letPass()
    #expect(isReadable(descriptor))
    #expect(engine.linkState == .reconnecting(since: Timestamp(milliseconds: 42)))
    _ = engine.takeForeignChange()
    server.door.letPass()
    #expect(isReadable(descriptor))
    #expect(engine.linkState == .live)
  }

  @Test func `that was hung up answers no call`() throws {
    let server = ScriptedServer()
    let engine = RemoteEngine(server, organization: "home")
    engine.hangUp()
    let error = try #require(throws: EngineError.self) { _ = try engine.organization() }
    #expect(error.code == .unavailable)
    #expect(server.requests.isEmpty)
  }
}

extension WebRequest {
  fileprivate var lastEventID: String? {
    headers.first { $0.name == "Last-Event-ID" }?.value
  }
}
