import FoundationEssentials
import Glibc
import Testing

@testable import HTTPServer

@Suite struct StopTests {
  private static let ask = "GET /stream HTTP/1.1\r\nHost: x\r\n\r\n"

  /// How long a stop took, in milliseconds.
  private func stop(_ server: TestServer, within time: Int) -> Int {
    let begin = Clock.milliseconds
    server.server.stop(within: time)
    return Clock.milliseconds - begin
  }

  @Test func `streams end well, and what is queued is still sent`() throws {
    let server = try TestServer()
    let clients = (0..<20).map { _ in server.client() }
    for client in clients { client.send(Self.ask) }
    server.wait { server.handler.opened.count == 20 }
    for client in clients { _ = client.read(until: "\r\n\r\n") }
    for stream in server.handler.opened { stream.send(Array("data: last\n\n".utf8)) }
    #expect(stop(server, within: 5_000) < 1_000)
    for client in clients {
      #expect(client.readAll() == "C\r\ndata: last\n\n\r\n0\r\n\r\n")
      #expect(client.isHungUp)
    }
    #expect(server.handler.opened.allSatisfy { !$0.isOpen })
    #expect(!(server.handler.opened.first?.send([1]) ?? true))
  }

  @Test func `what runs may end, and nothing begins`() throws {
    let server = try TestServer()
    let idle = server.client()
    #expect(idle.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n").status == 200)
    let client = server.client()
    client.send("GET /keep HTTP/1.1\r\nHost: x\r\n\r\nGET /next HTTP/1.1\r\nHost: x\r\n\r\n")
    server.wait { server.handler.keptCount == 1 }
    let worker = Worker()
    let handler = server.handler
    worker.add {
      usleep(200_000)
      handler.answerKept(HTTPResponse(200, body: Array("done\n".utf8)))
    }
    let duration = stop(server, within: 5_000)
    #expect(duration >= 150 && duration < 1_500)
    let answer = client.answer()
    #expect(answer.body == "done\n")
    #expect(answer["connection"] == "close")
    #expect(client.isHungUp)
    #expect(idle.isHungUp)
    #expect(Client(server.server.address).ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n").status == 0)
  }

  @Test func `what does not end is ended`() throws {
    let server = try TestServer { $0.streamQueue = 64 << 20 }
    let waiting = server.client()
    waiting.send("GET /keep HTTP/1.1\r\nHost: x\r\n\r\n")
    let reading = server.client()
    reading.send(Self.ask)
    let receiving = server.client()
    receiving.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nx")
    let blocked = server.client()
    blocked.send("GET /big HTTP/1.1\r\nHost: x\r\n\r\n")
    server.wait { server.handler.keptCount == 1 && server.handler.opened.count == 1 }
    // One that does not read what is queued for it.
    server.handler.opened.first?.send([UInt8](repeating: 0x78, count: 32 << 20))
    let duration = stop(server, within: 300)
    #expect(duration >= 250 && duration < 1_500)
    #expect(waiting.answer().status == 503)
    // Too late for everyone, and harmless.
    server.handler.answerKept(HTTPResponse(200))
    server.handler.opened.first?.send([1])
    #expect(receiving.readAll().isEmpty)
  }

  @Test func `a server starts and stops many times, at the same place`() throws {
    var address = HTTPAddress.tcp(host: "127.0.0.1", port: 0)
    for _ in 0..<20 {
      let server = try TestServer(address)
      address = server.server.address
      let client = server.client()
      client.send(Self.ask)
      _ = client.read(until: "\r\n\r\n")
      client.send("GET /")
      server.server.stop(within: 0)
    }
  }

  @Test func `a server stops amidst everything`() throws {
    let later = String(repeating: "GET /later HTTP/1.1\r\nHost: x\r\n\r\n", count: 20)
    for round in 0..<24 {
      let server = try TestServer()
      let clients = (0..<12).map { _ in server.client() }
      for client in clients { client.send(later + Self.ask + later) }
      let streams = server.handler.opened
      let worker = Worker()
      worker.add { for stream in streams { stream.send(Array("data: x\n\n".utf8)) } }
      usleep(UInt32(round * 300))
      let duration = stop(server, within: round.isMultiple(of: 2) ? 0 : 2_000)
      #expect(duration < 1_500)
      for client in clients {
        // Every answer is whole, but for the last one.
        let answers = client.readAll().components(separatedBy: "HTTP/1.1 ")
        for answer in answers.dropLast() where answer.hasPrefix("200") && !answer.contains("stream")
        {
          #expect(answer.hasSuffix("later\n"))
        }
      }
    }
  }

  @Test func `a server that is let go stops`() throws {
    var server: TestServer? = try TestServer()
    let client = try #require(server?.client())
    #expect(client.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n").status == 200)
    server = nil
    #expect(client.isHungUp)
  }
}
