import Dispatch
import Glibc
import HTTPServer
import Synchronization
import Testing

@testable import WebCall

@Suite struct WebEventStreamTests {
  /// A server that opens a stream and does something with it.
  private func server(
    heartbeat: Int = 60_000, _ act: @escaping @Sendable (EventStream) -> Void
  ) throws -> StubServer {
    try StubServer(heartbeat: heartbeat) { _ in
      let stream = EventStream()
      act(stream)
      return HTTPResponse(events: stream)
    }
  }

  private func send(_ text: String, to stream: EventStream) { stream.send(Array(text.utf8)) }

  @Test func `events are handed over as they come, until the server ends`() throws {
    let streams = Mutex<[EventStream]>([])
    let server = try server { stream in streams.withLock { $0 = [stream] } }
    var story: [String] = []
    let reply = try server.session().eventStream().read(
      WebRequest("GET", "/events", headers: [.init("Last-Event-ID", "4")]),
      opened: {
        story.append("open")
        let stream = streams.withLock { $0.first }
        stream?.send(Array("id: 5\nevent: moved\ndata: OPS-1\n\n".utf8))
      },
      { event in
        story.append("\(event.id) \(event.name) \(event.data)")
        let stream = streams.withLock { $0.first }
        // The next one is written only when this one was read.
        if event.id == "5" { stream?.send(Array(": beat\n\nid: 6\ndata: OPS-2\n\n".utf8)) }
        if event.id == "6" { stream?.finish() }
      })
    #expect(story == ["open", "5 moved OPS-1", "6 message OPS-2"])
    #expect(reply.status == 200)
    #expect(reply.body == [])
    #expect(server.requests.first?.headers["last-event-id"] == "4")
  }

  @Test func `many events come whole and in order`() throws {
    let server = try server { stream in
      for number in 0..<2_000 { stream.send(Array("data: \(number)\n\n".utf8)) }
      stream.finish()
    }
    var data: [String] = []
    _ = try server.session { $0.bodyLimit = 100 }.eventStream()
      .read(WebRequest("GET", "/")) { data.append($0.data) }
    #expect(data == (0..<2_000).map { "\($0)" })
  }

  @Test func `another answer is read like any`() throws {
    let server = try StubServer { _ in
      HTTPResponse(401, headers: ["Content-Type": "text/event-stream"], body: Array("no".utf8))
    }
    let reply = try server.session().eventStream().read(WebRequest("GET", "/")) { _ in
      Issue.record("an event")
    }
    #expect(reply.status == 401)
    #expect(reply.body == Array("no".utf8))
  }

  @Test func `another thread ends the reading, also of a silent stream`() throws {
    let server = try server { _ in }
    let stream = try server.session().eventStream()
    #expect(throws: WebFault.cancelled) {
      try stream.read(
        WebRequest("GET", "/"), opened: { DispatchQueue.global().async { stream.cancel() } },
        { _ in })
    }
    #expect(throws: WebFault.cancelled) { try stream.read(WebRequest("GET", "/")) { _ in } }
    #expect(server.requests.count == 1)
  }

  @Test func `silence is noticed`() throws {
    let server = try server { stream in stream.send(Array(": beat\n\n".utf8)) }
    let stream = try server.session { $0.silenceLimit = 100 }.eventStream()
    var isOpen = false
    #expect(throws: WebFault.silent) {
      try stream.read(WebRequest("GET", "/"), opened: { isOpen = true }, { _ in })
    }
    #expect(isOpen)
  }

  @Test func `who waits for events does not work`() throws {
    let server = try server { _ in }
    let stream = try server.session { $0.silenceLimit = 600 }.eventStream()
    func used() -> Int {
      var usage = rusage()
      // That of the calling thread, for which there is no name here.
      getrusage(1, &usage)
      return usage.ru_nvcsw
    }
    var before = 0
    #expect(throws: WebFault.silent) {
      try stream.read(WebRequest("GET", "/"), opened: { before = used() }, { _ in })
    }
    // A thread that polls would have slept a hundred times.
    #expect(used() - before < 20)
  }

  @Test func `an event without an end is given up`() throws {
    let server = try server { stream in
      stream.send([UInt8](repeating: 0x61, count: 200))
    }
    let stream = try server.session { $0.eventLimit = 100 }.eventStream()
    #expect(throws: WebFault.tooLong(limit: 100)) {
      try stream.read(WebRequest("GET", "/")) { _ in }
    }
  }
}
