import Glibc
import HTTPServer

/// A client of a real listener, which reads line by line and waits for none longer than ten seconds.
final class LineClient {
  private let socket: Int32
  private var received: [UInt8] = []

  init(_ address: HTTPAddress) {
    guard case .tcp(_, let port) = address else {
      socket = -1
      return
    }
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_port = in_port_t(port).bigEndian
    name.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
    let socket = socket
    _ = withUnsafePointer(to: &name) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    var time = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit {
    close(socket)
  }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }

  /// Asks for a path with a token and further headers.
  func get(_ target: String, token: String, _ headers: [String] = []) {
    let lines =
      ["GET \(target) HTTP/1.1", "Host: test", "Authorization: Bearer \(token)"] + headers
    send(lines.joined(separator: "\r\n") + "\r\n\r\n")
  }

  /// The next line that begins so, without that beginning; `nil` when there is none any more.
  func line(_ start: String) -> String? {
    while let line = nextLine() {
      if line.hasPrefix(start) { return String(line.dropFirst(start.count)) }
    }
    return nil
  }

  private func nextLine() -> String? {
    while true {
      if let end = received.firstIndex(of: 0x0a) {
        let line = received[..<end].filter { $0 != 0x0d }
        received.removeFirst(end + 1)
        return String(decoding: line, as: UTF8.self)
      }
      var buffer = [UInt8](repeating: 0, count: 4_096)
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      received += buffer[..<count]
    }
  }
}
