import Glibc
import Synchronization
import Testing

@testable import HTTPServer

@Suite struct StreamTests {
  private static let ask = "GET /stream HTTP/1.1\r\nHost: x\r\n\r\n"

  /// A client that reads a stream, and the stream.
  private func open(_ server: TestServer) throws -> (Client, EventStream) {
    let count = server.handler.opened.count
    let client = server.client()
    client.send(Self.ask)
    let head = client.read(until: "\r\n\r\n")
    #expect(head.contains("\r\nContent-Type: text/event-stream\r\n"))
    server.wait { server.handler.opened.count > count }
    return (client, try #require(server.handler.opened.last))
  }

  @Test func `events come as they are written`() throws {
    let server = try TestServer()
    let (client, stream) = try open(server)
    for number in 1...3 {
      #expect(stream.send(Array("data: \(number)\n\n".utf8)))
      #expect(client.read(until: "\n\n") == "9\r\ndata: \(number)\n\n")
      _ = client.read(until: "\r\n")
    }
    stream.send(Array("data: last\n\n".utf8))
    stream.finish()
    #expect(!stream.send([1]))
    #expect(client.readAll() == "C\r\ndata: last\n\n\r\n0\r\n\r\n")
  }

  @Test func `many events come whole and in order`() throws {
    let server = try TestServer { $0.streamQueue = 64 << 20 }
    let (client, stream) = try open(server)
    let worker = Worker()
    worker.add {
      for number in 0..<20_000 { stream.send(Array("data: \(number)\n\n".utf8)) }
      stream.finish()
    }
    let text = unchunked(client.readAll())
    #expect(text == (0..<20_000).map { "data: \($0)\n\n" }.joined())
  }

  @Test func `a silent stream has a heartbeat`() throws {
    let server = try TestServer { $0.heartbeat = 150 }
    let (client, _) = try open(server)
    #expect(client.read(until: ":\n\n") == "3\r\n:\n\n")
    #expect(client.read(until: ":\n\n") == "\r\n3\r\n:\n\n")
  }

  @Test func `a reader that goes is noticed at once`() throws {
    let server = try TestServer()
    let begin = Clock.milliseconds
    let stream = try open(server).1
    let isClosed = Flag()
    stream.onClose { isClosed.raise() }
    server.wait { isClosed.isRaised }
    #expect(!stream.isOpen)
    #expect(!stream.send([1]))
    #expect(Clock.milliseconds - begin < 900)
  }

  @Test(arguments: ["1.0", "1.1"])
  func `a stream that is over leaves nothing behind`(version: String) throws {
    let server = try TestServer {
      $0.connectionsPerPeer = 2
      $0.threads = 1
    }
    // The library looks by itself only at the connection that it has for the longest time.
    let first = server.client()
    #expect(first.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n").status == 200)
    for round in 0..<6 {
      var head = ""
      server.wait {
        let client = server.client()
        client.send("GET /stream HTTP/\(version)\r\nHost: x\r\n\r\n")
        head = client.read(until: "\r\n\r\n")
        // Either end may be the first to go.
        if round.isMultiple(of: 2) { server.handler.opened.last?.finish() }
        return head.hasPrefix("HTTP/1.1 200 ")
      }
      #expect(head.hasPrefix("HTTP/1.1 200 "))
    }
  }

  @Test func `a reader that is too slow is dropped, and nobody else`() throws {
    let server = try TestServer { $0.streamQueue = 1 << 20 }
    let (slow, blocked) = try open(server)
    let (quick, stream) = try open(server)
    let piece = [UInt8](repeating: 0x78, count: 64 << 10)
    var count = 0
    while count < 1_000, blocked.send(piece) { count += 1 }
    // What the kernel takes, and then the queue.
    #expect(count >= 16 && count < 1_000)
    #expect(!blocked.isOpen)
    #expect(stream.send(Array("data: x\n\n".utf8)))
    #expect(quick.read(until: "\n\n") == "9\r\ndata: x\n\n")
    #expect(slow.readAll().utf8.count < count * piece.count)
  }

  private func unchunked(_ text: String) -> String {
    var rest = Array(text.utf8)[...]
    var whole: [UInt8] = []
    while let end = rest.firstRange(of: Array("\r\n".utf8)) {
      let size = Int(String(decoding: rest[..<end.lowerBound], as: UTF8.self), radix: 16) ?? 0
      let start = end.upperBound
      guard size > 0, start + size + 2 <= rest.endIndex else { break }
      whole += rest[start..<start + size]
      rest = rest[(start + size + 2)...]
    }
    return String(decoding: whole, as: UTF8.self)
  }
}

/// Something that happens once, on whichever thread.
final class Flag: Sendable {
  private let state = Atomic(false)

  var isRaised: Bool { state.load(ordering: .acquiring) }

  func raise() { state.store(true, ordering: .releasing) }
}
