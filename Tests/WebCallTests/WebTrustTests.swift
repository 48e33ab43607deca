import Glibc
import HTTPServer
import Testing

@testable import WebCall

@Suite struct WebTrustTests {
  private let folder = TestFolder()
  private static let hasOpenSSL = system("openssl version >/dev/null 2>&1") == 0

  /// A certificate of this machine that nobody but itself vouches for.
  private func certificate(_ name: String = "own") throws -> HTTPCertificate {
    let files = HTTPCertificate(
      certificate: "\(folder.path)/\(name).pem", key: "\(folder.path)/\(name).key")
    let command = """
      openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 \
      -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1 \
      -keyout \(files.key) -out \(files.certificate) 2>/dev/null
      """
    try #require(system(command) == 0)
    return files
  }

  @Test(.enabled(if: hasOpenSSL, "openssl makes the certificate, and is not here"))
  func `a server is trusted by the authorities that were named, and by no others`() throws {
    let files = try certificate()
    let server = try StubServer(certificate: files) { _ in HTTPResponse(200, body: [0x61]) }
    guard case .tcp(_, let port) = server.server.address else { return }
    func ask(_ authorities: String?, host: String = "127.0.0.1") throws(WebFault) -> WebReply {
      var options = WebOptions()
      options.authorities = authorities
      return try WebSession(.web("https://\(host):\(port)"), options).send(WebRequest("GET", "/"))
    }
    #expect(try ask(files.certificate).body == [0x61])
    let other = try certificate("other").certificate
    for (authorities, host) in [
      (nil, "127.0.0.1"), (other, "127.0.0.1"), (folder.path + "/none.pem", "127.0.0.1"),
      (files.certificate, "127.0.0.2"),
    ] {
      do throws(WebFault) {
        _ = try ask(authorities, host: host)
        Issue.record("trusted by \(authorities ?? "the system") at \(host)")
      } catch {
        // At another address of this machine nobody listens, or somebody who is not meant.
        guard host == "127.0.0.1" else { continue }
        guard case .untrusted(let reason) = error else {
          Issue.record("\(error)")
          continue
        }
        #expect(!reason.isEmpty)
      }
    }
    #expect(server.requests.count == 1)
  }

  @Test(.enabled(if: hasOpenSSL, "openssl makes the certificate, and is not here"))
  func `without TLS a server with TLS says nothing that is understood`() throws {
    let server = try StubServer(certificate: certificate()) { _ in HTTPResponse(200) }
    #expect(throws: WebFault.self) { try server.session().send(WebRequest("GET", "/")) }
    #expect(server.requests == [])
  }
}
