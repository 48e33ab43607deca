import Dispatch
import HTTPServer
import Testing

@testable import WebCall

@Suite struct WebSessionTests {
  private let folder = TestFolder()

  @Test func `a request arrives as it was given, and so does the answer`() throws {
    let server = try StubServer { _ in
      HTTPResponse(201, headers: ["X-A": "b"], body: Array("made".utf8))
    }
    let reply = try server.session().send(
      WebRequest(
        "POST", "/orgs/" + WebRequest.encoded("a b/ö"),
        query: [.init("q", "label:x & y"), .init("n", "ö+1")],
        headers: [.init("Content-Type", "application/json"), .init("X-Empty", "")],
        body: Array("{\"a\":1}".utf8)))
    #expect(reply.status == 201)
    #expect(reply.header("x-a") == "b")
    #expect(reply.body == Array("made".utf8))
    let request = try #require(server.requests.first)
    #expect(request.method == "POST")
    #expect(request.segments == ["orgs", "a b/ö"])
    #expect(request.query == [.init("q", "label:x & y"), .init("n", "ö+1")])
    #expect(request.headers["content-type"] == "application/json")
    #expect(request.headers["x-empty"] == "")
    #expect(request.headers["expect"] == nil)
    #expect(request.body == Array("{\"a\":1}".utf8))
  }

  @Test(arguments: ["GET", "POST", "PUT", "PATCH", "DELETE"])
  func `every method goes out by its name, with and without a body`(method: String) throws {
    let server = try StubServer { HTTPResponse(200, body: Array($0.method.utf8) + $0.body) }
    let session = try server.session()
    #expect(try session.send(WebRequest(method, "/")).body == Array(method.utf8))
    #expect(
      try session.send(WebRequest(method, "/", body: [0x21])).body == Array((method + "!").utf8))
    #expect(try session.send(WebRequest("HEAD", "/")).body == [])
  }

  @Test func `a connection is kept between requests`() throws {
    let server = try StubServer { _ in HTTPResponse(204) }
    let session = try server.session()
    for _ in 0..<3 { #expect(try session.send(WebRequest("GET", "/")).status == 204) }
    #expect(Set(server.requests.map(\.peer)).count == 1)
  }

  @Test func `several threads send at once`() throws {
    let server = try StubServer { HTTPResponse(200, body: Array($0.path.utf8)) }
    let session = try server.session()
    DispatchQueue.concurrentPerform(iterations: 64) { number in
      let reply = try? session.send(WebRequest("GET", "/\(number)"))
      #expect(reply?.body == Array("/\(number)".utf8))
    }
    #expect(server.requests.count == 64)
  }

  @Test func `a Unix socket needs no address`() throws {
    let server = try StubServer(at: .unix(path: folder.path + "/s")) { request in
      HTTPResponse(200, body: Array("\(request.path)".utf8))
    }
    let session = try WebSession(.socket(folder.path + "/s"))
    #expect(try session.send(WebRequest("GET", "/a")).body == Array("/a".utf8))
    guard case .user = server.requests.first?.peer else {
      Issue.record("no user")
      return
    }
  }

  @Test func `a redirect is an answer like others`() throws {
    let server = try StubServer { _ in HTTPResponse(302, headers: ["Location": "/other"]) }
    let reply = try server.session().send(WebRequest("GET", "/"))
    #expect(reply.status == 302)
    #expect(reply.header("LOCATION") == "/other")
    #expect(server.requests.count == 1)
  }

  @Test func `a path in the address stands before those of requests`() throws {
    let server = try StubServer { _ in HTTPResponse(204) }
    guard case .web(let address) = server.origin else { return }
    let session = try WebSession(.web(address + "/team"))
    _ = try session.send(WebRequest("GET", "/health"))
    #expect(server.requests.map(\.path) == ["/team/health"])
  }

  @Test func `what would break out of its line is not sent`() throws {
    let server = try StubServer { _ in HTTPResponse(204) }
    let session = try server.session()
    for request in [
      WebRequest("GET", "/a b"), WebRequest("GET", "a"), WebRequest("GET", "/a?b"),
      WebRequest("GET", "/\r\nX: y"), WebRequest("get", "/"), WebRequest("", "/"),
      WebRequest("GET", "/", headers: [.init("X", "a\r\nY: b")]),
      WebRequest("GET", "/", headers: [.init("X: a", "b")]),
    ] {
      #expect(throws: WebFault.malformedRequest) { try session.send(request) }
    }
    #expect(server.requests == [])
  }
}
