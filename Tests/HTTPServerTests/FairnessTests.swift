import Glibc
import Testing

@testable import HTTPServer

/// Connections that sleep, and those that do not.
@Suite struct FairnessTests {
  @Test func `readers of streams starve nobody, and are not starved`() throws {
    let server = try TestServer { $0.connectionsPerPeer = 1_000 }
    let readers = (0..<200).map { _ in server.client() }
    for reader in readers { reader.send("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n") }
    for reader in readers {
      #expect(reader.read(until: "\r\n\r\n").hasPrefix("HTTP/1.1 200 OK\r\n"))
    }
    let clients = (0..<64).map { _ in server.client() }
    let streams = server.handler.opened
    #expect(streams.count == 200)
    for round in 0..<30 {
      for (index, client) in clients.enumerated() {
        let path = (index + round).isMultiple(of: 2) ? "now" : "later"
        client.send("GET /\(path) HTTP/1.1\r\nHost: x\r\n\r\n")
      }
      if round.isMultiple(of: 3) {
        for stream in streams { stream.send(Array("data: \(round)\n\n".utf8)) }
      }
      for client in clients { #expect(client.answer().status == 200) }
    }
    for reader in readers { #expect(reader.read(until: "data: 27\n\n").contains("data: 15\n\n")) }
  }

  /// As many at the same moment as the library takes from the kernel in one call.
  @Test(arguments: [127, 128, 129, 256])
  func `a crowd at one moment is served at once`(count: Int) throws {
    let server = try TestServer {
      $0.connectionsPerPeer = 1_000
      $0.threads = 1
    }
    let clients = (0..<count).map { _ in server.client() }
    for client in clients { #expect(client.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n").status == 200) }
    let begin = Clock.milliseconds
    for _ in 0..<3 {
      // The only thread is busy until all have asked.
      let first = server.client()
      first.send("GET /pause HTTP/1.1\r\nHost: x\r\n\r\n")
      usleep(20_000)
      for client in clients { client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n") }
      for client in clients { #expect(client.answer().status == 200) }
    }
    #expect(Clock.milliseconds - begin < 3_000)
  }
}
