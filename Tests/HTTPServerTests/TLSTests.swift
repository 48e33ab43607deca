import Glibc
import Testing

@testable import HTTPServer

@Suite struct TLSTests {
  private let folder = TestFolder()
  private static let hasOpenSSL = system("openssl version >/dev/null 2>&1") == 0

  private func certificate() throws -> HTTPCertificate {
    let files = HTTPCertificate(
      certificate: folder.path + "/cert.pem", key: folder.path + "/key.pem")
    let command = """
      openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 \
      -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1 \
      -keyout \(files.key) -out \(files.certificate) 2>/dev/null
      """
    try #require(system(command) == 0)
    return files
  }

  private func output(of command: String) -> String {
    guard let pipe = popen(command, "r") else { return "" }
    defer { pclose(pipe) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    return String(decoding: bytes[..<fread(&bytes, 1, bytes.count, pipe)], as: UTF8.self)
  }

  @Test(.enabled(if: hasOpenSSL, "openssl makes the certificate, and is not here"))
  func `a server proves who it is`() throws {
    let files = try certificate()
    let server = try TestServer(certificate: files)
    guard case .tcp(_, let port) = server.server.address else { return }
    func ask(_ options: String) -> String {
      output(
        of:
          "(printf 'GET /later HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n'; sleep 1) | "
          + "openssl s_client -connect 127.0.0.1:\(port) -CAfile \(files.certificate) "
          + "-verify_return_error -verify_ip 127.0.0.1 -quiet \(options) 2>/dev/null")
    }
    #expect(ask("").hasSuffix("\r\n\r\nlater\n"))
    #expect(ask("-tls1_2").hasPrefix("HTTP/1.1 200 OK"))
    #expect(ask("-tls1_1").isEmpty)
    // Without TLS nothing is said.
    #expect(server.client().ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n").status == 0)
    let stream = server.client()
    #expect(stream.send([0x16, 0x03, 0x01]))
    server.server.stop(within: 100)
    #expect(stream.isHungUp)
  }

  @Test(.enabled(if: hasOpenSSL, "openssl makes the certificate, and is not here"))
  func `files that do not fit are refused`() throws {
    var files = try certificate()
    files.key = files.certificate
    #expect(throws: HTTPFault.badCertificate("the certificate and the key do not fit")) {
      _ = try TestServer(certificate: files)
    }
    files.key = folder.path + "/other.pem"
    #expect(throws: HTTPFault.badCertificate("\(files.key): No such file or directory")) {
      _ = try TestServer(certificate: files)
    }
  }
}
