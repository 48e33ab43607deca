import Glibc
import HTTPServer
import Synchronization

@testable import WebCall

/// A server whose answers a test gives, on this machine.
final class StubServer {
  let server: HTTPServer
  private let handler: StubHandler

  init(
    at address: HTTPAddress = .tcp(host: "127.0.0.1", port: 0),
    certificate: HTTPCertificate? = nil, heartbeat: Int = 60_000,
    _ answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse?
  ) throws {
    handler = StubHandler(answer)
    var limits = HTTPLimits()
    limits.heartbeat = heartbeat
    server = try HTTPServer(
      at: address, limits: limits, certificate: certificate, handler: handler)
  }

  /// What was asked, in order.
  var requests: [HTTPRequest] { handler.heard.withLock { $0 } }

  /// Where it is, as a session takes it.
  var origin: WebOrigin {
    switch server.address {
    case .tcp(let host, let port): .web("http://\(host):\(port)")
    case .unix(let path, _): .socket(path)
    }
  }

  func session(_ adjust: (inout WebOptions) -> Void = { _ in }) throws -> WebSession {
    var options = WebOptions()
    adjust(&options)
    return try WebSession(origin, options)
  }
}

private final class StubHandler: HTTPHandler {
  let heard = Mutex<[HTTPRequest]>([])
  private let unanswered = Mutex<[HTTPReply]>([])
  private let answer: @Sendable (HTTPRequest) -> HTTPResponse?

  init(_ answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse?) {
    self.answer = answer
  }

  func handle(_ request: HTTPRequest, _ reply: HTTPReply) {
    heard.withLock { $0.append(request) }
    if let response = answer(request) {
      reply.send(response)
    } else {
      unanswered.withLock { $0.append(reply) }
    }
  }
}
