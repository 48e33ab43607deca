import Glibc

@testable import HTTPServer

/// A server with a handler for tests, which lives as long as a client needs it.
final class TestServer {
  let server: HTTPServer
  let handler = TestHandler()

  init(
    _ address: HTTPAddress = .tcp(host: "127.0.0.1", port: 0),
    certificate: HTTPCertificate? = nil, _ adjust: (inout HTTPLimits) -> Void = { _ in }
  ) throws {
    var limits = HTTPLimits()
    adjust(&limits)
    server = try HTTPServer(
      at: address, limits: limits, certificate: certificate, handler: handler)
  }

  func client(patience: Int = 5_000) -> Client {
    Client(server.address, patience: patience)
  }

  /// A client that keeps the server.
  func keepingClient() -> Client {
    let client = client()
    client.server = self
    return client
  }

  /// Waits for what another thread is about to bring about.
  func wait(_ isSo: () -> Bool) {
    for _ in 0..<500 {
      if isSo() { return }
      usleep(10_000)
    }
  }
}
