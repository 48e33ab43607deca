import Glibc
import Testing

@testable import HTTPServer

@Suite struct ListenTests {
  private let folder = TestFolder()

  @Test func `an address is read as it is written`() {
    #expect(HTTPAddress("127.0.0.1:3000") == .tcp(host: "127.0.0.1", port: 3_000))
    #expect(HTTPAddress("[::1]:0") == .tcp(host: "::1", port: 0))
    #expect(HTTPAddress("localhost:65535") == .tcp(host: "localhost", port: 65_535))
    #expect(HTTPAddress("unix:/run/s") == .unix(path: "/run/s"))
    for text in ["", "3000", "host", "host:", ":1", "a:65536", "a:-1", "a:+1", "::1:80", "unix:"] {
      #expect(HTTPAddress(text) == nil, "\(text)")
    }
    for text in ["127.0.0.1:3000", "[::1]:0", "unix:/run/s"] {
      #expect(HTTPAddress(text)?.description == text)
    }
  }

  @Test func `a port is told, and taken once`() throws {
    let server = try TestServer()
    guard case .tcp(_, let port) = server.server.address else {
      Issue.record("no port")
      return
    }
    #expect(port > 0)
    #expect(throws: HTTPFault.inUse("127.0.0.1:\(port): Address already in use")) {
      _ = try TestServer(server.server.address)
    }
    let byName = try TestServer(.tcp(host: "localhost", port: 0))
    #expect(byName.server.address.description.hasPrefix("localhost:"))
    #expect(throws: HTTPFault.self) {
      _ = try TestServer(.tcp(host: "no.such.host.invalid", port: 0))
    }
  }

  @Test func `a user is known on the Unix socket`() throws {
    let path = folder.path + "/s"
    let server = try TestServer(.unix(path: path))
    let answer = server.client().ask("GET /x HTTP/1.1\r\nHost: x\r\n\r\n")
    #expect(answer.body == "GET x\nuid \(getuid())")
    #expect(mode(path) == 0o600)
    server.server.stop(within: 0)
    #expect(access(path, F_OK) != 0)
  }

  @Test func `a socket has the mode that it is given`() throws {
    let path = folder.path + "/s"
    let server = try TestServer(.unix(path: path, mode: 0o660))
    #expect(mode(path) == 0o660)
    #expect(server.client().ask("GET /x HTTP/1.1\r\nHost: x\r\n\r\n").status == 200)
  }

  @Test func `a socket that was left is made anew, and one in use is not`() throws {
    let path = folder.path + "/s"
    let server = try TestServer(.unix(path: path))
    #expect(throws: HTTPFault.inUse("\(path): somebody listens there")) {
      _ = try TestServer(.unix(path: path))
    }
    #expect(server.client().ask("GET /x HTTP/1.1\r\nHost: x\r\n\r\n").status == 200)
    server.server.stop(within: 0)
    let left = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var name = try #require(UnixName(path))
    #expect(name.withAddress { bind(left, $0, $1) } == 0)
    close(left)
    let again = try TestServer(.unix(path: path))
    #expect(again.client().ask("GET /x HTTP/1.1\r\nHost: x\r\n\r\n").status == 200)
  }

  @Test func `what is no socket is left alone`() throws {
    let path = folder.path + "/file"
    close(open(path, O_CREAT | O_WRONLY, 0o600))
    #expect(throws: HTTPFault.inUse("\(path): something else lies there")) {
      _ = try TestServer(.unix(path: path))
    }
    #expect(access(path, F_OK) == 0)
    let long = folder.path + "/" + String(repeating: "x", count: 120)
    #expect(throws: HTTPFault.badAddress("\(long): too long for a socket")) {
      _ = try TestServer(.unix(path: long))
    }
  }

  private func mode(_ path: String) -> UInt32 {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }
}

/// A folder that is gone when it is let go, with what is in it.
final class TestFolder: Sendable {
  let path: String

  init() {
    var name = Array("/tmp/http-XXXXXX".utf8CString)
    path = mkdtemp(&name).map { String(cString: $0) } ?? "/tmp"
  }

  deinit {
    for name in ["s", "file", "cert.pem", "key.pem", "other.pem"] { unlink(path + "/" + name) }
    rmdir(path)
  }
}
