import Testing

@testable import HTTPServer

/// What a server must not take, byte for byte.
@Suite struct MalformedTests {
  private let server: TestServer

  init() throws {
    server = try TestServer()
  }

  /// The status of the answer, and whether it is the last one.
  private func fate(_ text: String) -> (status: Int, isLast: Bool) {
    let client = server.client(patience: 1_000)
    client.send(text)
    let answer = client.answer()
    let rest = client.readAll()
    return (answer.status, !rest.contains("HTTP/1.1 2") && client.isHungUp)
  }

  private func expect(_ status: Int, _ text: String, _ location: SourceLocation = #_sourceLocation)
  {
    let fate = fate(text)
    #expect(fate.status == status, "\(text.debugDescription)", sourceLocation: location)
    #expect(fate.isLast, "\(text.debugDescription)", sourceLocation: location)
  }

  @Test func `two lengths of one body`() {
    expect(
      400,
      "POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n")
    expect(
      400,
      "POST /p HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n"
        + "0\r\n\r\n")
    expect(
      400,
      "POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde")
    expect(
      400,
      "POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc")
    expect(400, "POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 3, 3\r\n\r\nabc")
    expect(400, "POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: +3\r\n\r\nabc")
    expect(400, "POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n")
    expect(400, "POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 0x3\r\n\r\nabc")
    expect(400, "POST /p HTTP/1.1\r\nHost: x\r\nContent-Length:\r\n\r\n")
    expect(
      400,
      "POST /p HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
    expect(501, "POST /p HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n")
    expect(501, "POST /p HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n")
    expect(400, "POST /p HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
  }

  @Test func `chunks that are none`() {
    for chunk in [
      "x\r\n", "-1\r\n", "1 \r\na\r\n0\r\n\r\n", "2\r\nabc\r\n0\r\n\r\n", "0x1\r\na\r\n",
    ] {
      expect(400, "POST /p HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n\(chunk)")
    }
    expect(
      413, "POST /p HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n11111111111111111\r\na"
    )
  }

  @Test func `hosts that are none or many`() {
    expect(400, "GET /p HTTP/1.1\r\n\r\n")
    expect(400, "GET /p HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")
    expect(400, "GET /p HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n")
    expect(400, "GET /p HTTP/1.1\r\nHost: a, b\r\n\r\n")
    expect(400, "GET /p HTTP/1.1\r\nHost: a/b\r\n\r\n")
  }

  @Test func `headers that hide something`() {
    for line in [
      "X : 1", "Content-Length : 3", "X\t: 1", " X: 1", ": 1", "X Y: 1", "X(: 1", "X\u{0}: 1",
      "X", "X: a\u{0}b", "X: \u{0}", "X: a\rb", "X: a\u{1}b", "X: a\u{7f}b",
      // A line that goes on on the next, and one that ends in a line feed alone.
      "X: a\r\n b", "X: a\r\n\tb", "X: a\nY: b", "X: 1\r\n\u{0}", "X: 1\u{0}",
    ] {
      expect(400, "GET /p HTTP/1.1\r\nHost: x\r\n\(line)\r\n\r\n")
      expect(400, "GET /p HTTP/1.1\r\n\(line)\r\nHost: x\r\n\r\n")
    }
    expect(400, "GET /p HTTP/1.1\nHost: x\r\n\r\n")
    expect(400, "GET /p HTTP/1.1\r\nHost: x\n\n")
    expect(400, "GET /p HTTP/1.1\r\nHost: x\r\n\n")
    expect(417, "GET /p HTTP/1.1\r\nHost: x\r\nExpect: miracles\r\n\r\n")
  }

  @Test func `first lines that are none`() {
    for line in [
      "GET  /p HTTP/1.1", "GET /p  HTTP/1.1", "GET /a b HTTP/1.1", "GET /p HTTP/1.1 ",
      "GET /p\u{0}x HTTP/1.1",
      "GET\u{0} /p HTTP/1.1", "G(T /p HTTP/1.1", "GET /p\u{1} HTTP/1.1", "GET /ä HTTP/1.1",
      "GET p HTTP/1.1",
      "GET /p#x HTTP/1.1", "CONNECT x:443 HTTP/1.1", "GET * HTTP/1.1", "GET ?x HTTP/1.1",
      "GET /p\tx HTTP/1.1",
    ] {
      let status = fate("\(line)\r\nHost: x\r\n\r\n").status
      #expect([400, 505].contains(status), "\(line.debugDescription): \(status)")
    }
    for line in ["GET /p HTTP/2.0", "GET /p HTTP/0.9", "GET /p HTTP/1.2", "GET /p http/1.1"] {
      let status = fate("\(line)\r\nHost: x\r\n\r\n").status
      #expect([400, 505].contains(status), "\(line.debugDescription): \(status)")
    }
    for line in ["GET /p", "GET", " ", "GET /p FTP/1.1", "\u{16}\u{3}\u{1}"] {
      let status = fate("\(line)\r\nHost: x\r\n\r\n").status
      #expect([0, 400, 505].contains(status), "\(line.debugDescription): \(status)")
    }
  }

  @Test func `paths that lead elsewhere`() {
    for path in [
      "/../etc", "/a/..", "/a/./b", "/%2e%2e/x", "/a/%2E", "/%00", "/a%00b", "/%zz", "/%", "/%1",
      "/%c0%ae",
      "/?a=%", "/?a=%00",
    ] {
      expect(400, "GET \(path) HTTP/1.1\r\nHost: x\r\n\r\n")
    }
    let client = server.client()
    #expect(
      client.ask("GET /t%2F5 HTTP/1.1\r\nHost: x\r\n\r\n").body == "GET t/5\nhost 127.0.0.1")
    #expect(
      client.ask("GET http://x/t HTTP/1.1\r\nHost: x\r\n\r\n").body == "GET t\nhost 127.0.0.1")
  }

  @Test func `a head that is too large`() {
    let long = String(repeating: "a", count: 17_000)
    expect(431, "GET /p HTTP/1.1\r\nHost: x\r\nX: \(long)\r\n\r\n")
    #expect([414, 431].contains(fate("GET /\(long) HTTP/1.1\r\nHost: x\r\n\r\n").status))
    let many = String(repeating: "X: 1\r\n", count: 3_000)
    expect(431, "GET /p HTTP/1.1\r\nHost: x\r\n\(many)\r\n")
    let short = String(repeating: "a", count: 15_000)
    let client = server.client()
    #expect(client.ask("GET /p HTTP/1.1\r\nHost: x\r\nX: \(short)\r\n\r\n").status == 200)
    #expect(client.ask("GET /p HTTP/1.1\r\nHost: x\r\nX: \(short)\r\n\r\n").status == 200)
  }
}
