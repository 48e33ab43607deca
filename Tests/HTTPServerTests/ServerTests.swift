import Synchronization
import Testing

@testable import HTTPServer

/// What a well-behaved client sees.
@Suite struct ServerTests {
  @Test func `a request comes to the handler, and its answer back`() throws {
    let server = try TestServer()
    let answer = server.client().ask("GET /a%2Fb/c?d=e+f HTTP/1.1\r\nHost: x\r\n\r\n")
    #expect(answer.head.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(answer["x-a"] == "b")
    #expect(answer.body == "GET a/b|c\nd=e f\nhost 127.0.0.1")
  }

  @Test func `a connection is kept, whoever answers`() throws {
    let client = try TestServer().keepingClient()
    for _ in 0..<3 {
      #expect(client.ask("GET /now HTTP/1.1\r\nHost: x\r\n\r\n").status == 200)
      #expect(client.ask("GET /later HTTP/1.1\r\nHost: x\r\n\r\n").body == "later\n")
    }
    #expect(client.ask("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").status == 200)
    #expect(client.isHungUp)
  }

  @Test func `requests that come in one piece are answered in order`() throws {
    let client = try TestServer().keepingClient()
    client.send(
      "GET /later HTTP/1.1\r\nHost: x\r\n\r\n"
        + "POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\none"
        + "POST /p HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "2;x=y\r\ntw\r\n1\r\no\r\n0\r\nTrailer: t\r\n\r\n"
        + "GET /last HTTP/1.1\r\nHost: x\r\n\r\n")
    #expect(client.answer().body == "later\n")
    #expect(client.answer().body == "POST p\nhost 127.0.0.1\none")
    #expect(client.answer().body == "POST p\nhost 127.0.0.1\ntwo")
    #expect(client.answer().body == "GET last\nhost 127.0.0.1")
  }

  @Test func `HEAD has the headers of GET and no body`() throws {
    let client = try TestServer().keepingClient()
    client.send("HEAD /x HTTP/1.1\r\nHost: x\r\n\r\n")
    let head = client.answer(hasBody: false)
    #expect(head.status == 200)
    #expect(head["content-length"] == "21")
    client.send("HEAD /stream HTTP/1.1\r\nHost: x\r\n\r\n")
    #expect(client.answer(hasBody: false).status == 200)
    #expect(client.ask("GET /none HTTP/1.1\r\nHost: x\r\n\r\n").status == 204)
    #expect(client.ask("GET /x HTTP/1.1\r\nHost: x\r\n\r\n").status == 200)
  }

  @Test func `a body waits until it is asked for`() throws {
    let client = try TestServer().keepingClient()
    client.send("POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n")
    #expect(client.read(until: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
    #expect(client.ask("abc").body == "POST p\nhost 127.0.0.1\nabc")
  }

  @Test func `HTTP/1.0 is answered and closed`() throws {
    let client = try TestServer().keepingClient()
    #expect(client.ask("GET /x HTTP/1.0\r\n\r\n").body == "GET x\nhost 127.0.0.1")
    #expect(client.isHungUp)
  }

  @Test func `a large answer comes whole`() throws {
    let client = try TestServer().keepingClient()
    #expect(client.ask("GET /big HTTP/1.1\r\nHost: x\r\n\r\n").body.utf8.count == 8 << 20)
  }

  @Test func `a request that is forgotten is answered all the same`() throws {
    let client = try TestServer().keepingClient()
    #expect(client.ask("GET /forget HTTP/1.1\r\nHost: x\r\n\r\n").status == 500)
    #expect(client.ask("GET /x HTTP/1.1\r\nHost: x\r\n\r\n").status == 200)
  }

  @Test func `an answer for a client that is gone is dropped`() throws {
    let server = try TestServer()
    server.client().send("GET /keep HTTP/1.1\r\nHost: x\r\n\r\n")
    server.wait { server.handler.keptCount == 1 }
    server.handler.answerKept(HTTPResponse(200))
    #expect(server.client().ask("GET /x HTTP/1.1\r\nHost: x\r\n\r\n").status == 200)
  }

  @Test func `a handler is tested without a connection`() throws {
    let answers = Answers()
    let request = try #require(HTTPRequest("GET", "/a%2Fb?c=d"))
    TestHandler().handle(request, HTTPReply { answers.add($0) })
    TestHandler().handle(
      HTTPRequest(method: "GET", path: "/forget", segments: ["forget"]),
      HTTPReply { answers.add($0) })
    #expect(answers.all == ["200 GET a/b\nc=d", "500 The request was left unanswered.\n"])
    #expect(HTTPRequest("GET", "/..") == nil)
  }
}

/// The answers that a handler gave, as text.
private final class Answers: Sendable {
  private let texts = Mutex<[String]>([])

  var all: [String] { texts.withLock { $0 } }

  func add(_ response: HTTPResponse) {
    guard case .bytes(let bytes) = response.body else { return }
    texts.withLock { $0.append("\(response.status) \(String(decoding: bytes, as: UTF8.self))") }
  }
}
