import Glibc
import HTTPServer
import SluiceCore
import Testing
import WebCall

@testable import SluiceClient

/// That a line which was lost without a word is up again soon after the network carries again.
@Suite struct `A line through a network that drops what it is given` {
  @Test func `is tried often enough to be up within five seconds`() {
    let roundTrip = 300
    // To connect, to agree on a secret, and to ask for the events.
    let handshakes = 4 * roundTrip
    let longest = Int(Backoff.longest) + WebOptions.attentive.connectLimit + handshakes
    #expect(longest <= 5_000)
  }

  @Test func `is known to be lost soon, though nobody says so`() throws {
    let options = WebOptions.attentive
    #expect(try #require(options.lossLimit) <= 3_000)
    #expect(WebOptions().lossLimit == nil)
  }

  @Test func `comes back by itself`() throws {
    let hole = try BlackHole()
    let location = try #require(ServerLocation("http://127.0.0.1:\(hole.port)"))
    let connection = try ServerConnection(
      to: location, .attentive, tokens: SignInTokens(access: "t"))
    let engine = RemoteEngine(connection, organization: "acme")
    let descriptor = try #require(engine.changeDescriptor)
    #expect(isReadable(descriptor))
    guard case .reconnecting = engine.linkState else { return #expect(Bool(false)) }
    _ = engine.takeForeignChange()

    hole.close()
    let server = try HTTPServer(
      at: .tcp(host: "127.0.0.1", port: Int(hole.port)), handler: EventGiver())
    defer { server.stop(within: 0) }
    #expect(isReadable(descriptor))
    #expect(engine.linkState == .live)
    #expect(engine.takeForeignChange())
  }

  /// Waits until there is something to look at; `false` if there is nothing for half a minute.
  private func isReadable(_ descriptor: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 30_000) == 1
  }
}

/// Agrees to tell events, and has none.
private final class EventGiver: HTTPHandler {
  func handle(_ request: HTTPRequest, _ reply: HTTPReply) {
    reply.send(HTTPResponse(events: EventStream()))
  }
}

/// A port whose queue of connections is full, so that the system drops whoever else knocks.
private final class BlackHole {
  let port: UInt16
  private let listener: Int32
  private var callers: [Int32] = []

  init() throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    port = withUnsafeMutablePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(listener, pointer, size)
        listen(listener, 0)
        getsockname(listener, pointer, &size)
        return UInt16(bigEndian: UnsafeRawPointer(pointer).load(as: sockaddr_in.self).sin_port)
      }
    }
    // One more than the queue holds; the last is already one of those who knock in vain.
    for _ in 0..<2 {
      let caller = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      _ = fcntl(caller, F_SETFL, O_NONBLOCK)
      _ = withUnsafePointer(to: &name) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(caller, $0, size) }
      }
      callers.append(caller)
    }
  }

  func close() {
    for descriptor in callers + [listener] { Glibc.close(descriptor) }
    callers = []
  }
}
