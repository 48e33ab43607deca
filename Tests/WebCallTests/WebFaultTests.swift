import Dispatch
import HTTPServer
import Testing

@testable import WebCall

@Suite struct WebFaultTests {
  private let folder = TestFolder()
  private static let ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"

  /// What a request comes to that should not come to an answer.
  private func fault(_ send: () throws(WebFault) -> WebReply) -> WebFault? {
    do {
      _ = try send()
      return nil
    } catch {
      return error
    }
  }

  @Test func `where nobody listens, nothing was sent`() throws {
    for origin in [WebOrigin.web("http://127.0.0.1:1"), .socket(folder.path + "/none")] {
      let session = try WebSession(origin)
      let fault = try #require(
        fault { () throws(WebFault) in
          try session.send(WebRequest("POST", "/", body: [0x21]))
        })
      guard case .unreachable(let reason) = fault else {
        Issue.record("\(fault)")
        continue
      }
      #expect(fault.isHarmless)
      #expect(!reason.isEmpty)
    }
  }

  @Test func `an answer that does not come in time may have been given up too late`() throws {
    let server = try StubServer { _ in nil }
    let session = try server.session { $0.limit = 100 }
    let fault = try #require(
      fault { () throws(WebFault) in
        try session.send(WebRequest("POST", "/", body: [0x21]))
      })
    guard case .replyLost = fault else {
      Issue.record("\(fault)")
      return
    }
    #expect(!fault.isHarmless)
    #expect(server.requests.count == 1)
  }

  @Test func `a server that hangs up in its answer leaves open what it did`() throws {
    for answer in ["", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"] {
      let server = RawServer(answering: [answer])
      defer { server.stop() }
      let session = try WebSession(.web(server.origin))
      let fault = fault { () throws(WebFault) in
        try session.send(WebRequest("POST", "/", body: [0x21]))
      }
      guard case .replyLost = fault else {
        Issue.record("\(String(describing: fault))")
        continue
      }
      #expect(server.count == 1)
    }
  }

  @Test func `a write over a kept connection that breaks is not sent again unasked`() throws {
    let server = RawServer(answering: [Self.ok, ""])
    defer { server.stop() }
    let session = try WebSession(.web(server.origin))
    let write = WebRequest("POST", "/", body: [0x21])
    #expect(try session.send(write).body == Array("ok".utf8))
    let fault = fault { () throws(WebFault) in try session.send(write) }
    guard case .replyLost = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(server.count == 2)
    // The session goes on over a new connection.
    #expect(try session.send(write).status == 200)
  }

  @Test func `who does not speak HTTP is told apart`() throws {
    let server = RawServer(answering: ["220 mail ready\r\n"])
    defer { server.stop() }
    let session = try WebSession(.web(server.origin))
    #expect(throws: WebFault.notHTTP) { try session.send(WebRequest("GET", "/")) }
  }

  @Test func `a long answer is not read to its end`() throws {
    let server = try StubServer { request in
      HTTPResponse(200, body: [UInt8](repeating: 0x62, count: request.path == "/fits" ? 10 : 11))
    }
    let session = try server.session { $0.bodyLimit = 10 }
    #expect(try session.send(WebRequest("GET", "/fits")).body.count == 10)
    #expect(throws: WebFault.tooLong(limit: 10)) { try session.send(WebRequest("GET", "/long")) }
  }

  @Test func `a long head is not read to its end`() throws {
    let server = try StubServer { _ in
      HTTPResponse(200, headers: ["X-A": String(repeating: "a", count: 1_000)])
    }
    let session = try server.session { $0.headLimit = 500 }
    #expect(throws: WebFault.tooLong(limit: 500)) { try session.send(WebRequest("GET", "/")) }
  }

  @Test func `closing a session ends the waits of other threads`() throws {
    let asked = DispatchSemaphore(value: 0)
    let server = try StubServer { _ in
      asked.signal()
      return nil
    }
    let session = try server.session()
    DispatchQueue.global().async {
      asked.wait()
      session.close()
    }
    #expect(throws: WebFault.cancelled) { try session.send(WebRequest("GET", "/")) }
    #expect(throws: WebFault.cancelled) { try session.send(WebRequest("GET", "/")) }
    #expect(server.requests.count == 1)
  }

  @Test func `secrets go only where nobody reads along`() throws {
    for address in [
      "http://board.example", "http://127.0.0.1.example", "https://", "https:///x",
      "ftp://a.example",
      "https://ann:secret@board.example", "https://board.example/?a", "https://board.example/#a",
      "https://board.example/a b", "https://board.example\\@other.example", "board.example", "",
      "https://board.example\r\n",
    ] {
      #expect(throws: WebFault.forbiddenAddress, "\(address)") {
        _ = try WebSession(.web(address))
      }
    }
    for address in [
      "https://board.example", "https://board.example:8443/team", "http://[::1]:3000",
    ] {
      #expect(throws: Never.self, "\(address)") { _ = try WebSession(.web(address)) }
    }
    var options = WebOptions()
    options.allowsPlainHTTP = true
    #expect(throws: Never.self) { _ = try WebSession(.web("http://board.example"), options) }
    #expect(throws: WebFault.forbiddenAddress) {
      _ = try WebSession(.web("ftp://a.example"), options)
    }
    #expect(throws: WebFault.forbiddenAddress) { _ = try WebSession(.socket("")) }
    let long = "/" + String(repeating: "s", count: 107)
    #expect(throws: WebFault.unreachable("The path of the socket is too long")) {
      _ = try WebSession(.socket(long))
    }
  }
}
