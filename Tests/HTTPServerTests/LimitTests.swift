import Glibc
import Testing

@testable import HTTPServer

/// What a client cannot have more of.
@Suite struct LimitTests {
  @Test func `a body has a limit, whether its length is said or not`() throws {
    let server = try TestServer { $0.body = 10 }
    let client = server.client()
    let fits = "POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n0123456789"
    #expect(client.ask(fits).body == "POST p\nhost 127.0.0.1\n0123456789")
    // One that is sent without asking is read over, so that the client sees the answer.
    #expect(
      client.ask("POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 11\r\n\r\n0123456789a").status
        == 413)
    let chunks = "6\r\n012345\r\n6\r\n678901\r\n0\r\n\r\n"
    #expect(
      client.ask("POST /p HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n\(chunks)")
        .status == 413)
    #expect(client.ask(fits).status == 200)
    let asking = "POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 11\r\nExpect: 100-continue\r\n\r\n"
    #expect(client.ask(asking).status == 413)
    #expect(client.isHungUp)
    let huge = "POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n"
    #expect(server.client().ask(huge).status == 413)
    let endless = server.client()
    endless.send("POST /p HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
    let chunk = "10000\r\n" + String(repeating: "x", count: 65_536) + "\r\n"
    var count = 0
    while count < 1_000, endless.send(chunk) { count += 1 }
    #expect(count < 200)
  }

  @Test func `a peer has its share of connections`() throws {
    let server = try TestServer { $0.connectionsPerPeer = 3 }
    var clients = (0..<3).map { _ in server.client() }
    for client in clients { #expect(client.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n").status == 200) }
    #expect(server.client().answer().status == 503)
    clients.removeLast()
    var status = 0
    server.wait {
      status = server.client().ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n").status
      return status == 200
    }
    #expect(status == 200)
  }

  @Test func `a server has its share of connections`() throws {
    let server = try TestServer {
      $0.connections = 2
      $0.threads = 1
    }
    let clients = (0..<2).map { _ in server.client() }
    for client in clients { #expect(client.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n").status == 200) }
    #expect(server.client().answer().body == "There are too many connections.\n")
  }

  @Test func `a network of the sixth version is one peer`() {
    func owner(_ host: String) -> String { HTTPPeer.address(host: host, port: 1).owner }
    #expect(owner("10.0.0.1") == "10.0.0.1")
    #expect(owner("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::/64")
    #expect(owner("2001:db8:1:2::6") == "2001:db8:1:2::/64")
    #expect(owner("2001:db8::6") == "2001:db8::/64")
    #expect(owner("::1") == "::/64")
    #expect(HTTPPeer.user(id: 7, process: 1).owner == "uid 7")
  }
}

/// What a client cannot take longer for.
@Suite struct DeadlineTests {
  /// Sends a piece every 40 milliseconds; when the server hung up, and what it said.
  private func drip(_ client: Client, _ start: String, _ drop: String) -> (after: Int, said: String)
  {
    let begin = Clock.milliseconds
    client.send(start)
    while client.send(drop), Clock.milliseconds - begin < 5_000 { usleep(40_000) }
    return (Clock.milliseconds - begin, client.readAll())
  }

  @Test(arguments: [
    ("GET /", "x"), ("GET / HTTP/1.1\r\nHost: x\r\n", "X: 1\r\n"),
    ("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n", "x"),
    ("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"),
  ])
  func `one who drips is hung up on`(start: String, drop: String) throws {
    let server = try TestServer { $0.arrival = 400 }
    let result = drip(server.client(), start, drop)
    #expect(result.after >= 400)
    #expect(result.after < 1_500)
    #expect(result.said.hasPrefix("HTTP/1.1 408 ") || result.said.isEmpty)
  }

  @Test func `one who stops amidst a request is told so`() throws {
    let server = try TestServer { $0.arrival = 200 }
    let client = server.client()
    client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nab")
    #expect(client.answer().body == "The request did not arrive in time.\n")
    #expect(client.isHungUp)
    let silent = server.client()
    #expect(silent.answer().status == 408)
  }

  @Test func `one who asks nothing more is hung up on`() throws {
    let server = try TestServer { $0.idleness = 200 }
    let client = server.client()
    #expect(client.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n").status == 200)
    #expect(client.isHungUp)
    let second = server.client()
    #expect(second.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n").status == 200)
    // Drops of the next first line are no reason to wait longer.
    #expect(drip(second, "GET /", "x").after < 1_000)
  }

  @Test func `a handler that does not answer is not waited for`() throws {
    let server = try TestServer { $0.answer = 200 }
    let client = server.client()
    #expect(client.ask("GET /keep HTTP/1.1\r\nHost: x\r\n\r\n").status == 503)
    server.handler.answerKept(HTTPResponse(200))
    #expect(client.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n").status == 200)
  }

  @Test func `one who does not read is hung up on`() throws {
    let server = try TestServer { $0.departure = 200 }
    let client = server.client()
    client.send("GET /big HTTP/1.1\r\nHost: x\r\n\r\n")
    usleep(600_000)
    #expect(client.readAll().utf8.count < 8 << 20)
  }
}
