import Glibc
import HTTPServer

/// A connection to a server of this machine that sends one request after the other.
final class PlainConnection {
  private let socket: Int32
  private var unread: [UInt8] = []

  struct Reply {
    let status: Int
    let body: [UInt8]
    /// When the last of it was read.
    let moment: Int64
  }

  init(port: Int) throws(BenchError) {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard socket >= 0 else { throw .system("socket") }
    var address = LoopbackAddress(port: port)
    guard address.withPointer({ connect(socket, $0, $1) }) == 0 else {
      let error = BenchError.system("connect")
      close(socket)
      throw error
    }
    var isOn: Int32 = 1
    setsockopt(
      socket, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
  }

  deinit {
    close(socket)
  }

  func ask(_ request: HTTPRequest) throws(BenchError) -> Reply {
    put(request.text, to: socket)
    while true {
      if let reply = take() { return reply }
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(socket, &chunk, chunk.count)
      guard count > 0 else { throw BenchError("The server hung up.") }
      unread += chunk[..<count]
    }
  }

  /// A whole reply among what was read.
  private func take() -> Reply? {
    let separator = Array("\r\n\r\n".utf8)
    guard let end = unread.indices.first(where: { unread[$0...].starts(with: separator) }) else {
      return nil
    }
    let head = String(decoding: unread[..<end], as: UTF8.self)
    let lines = head.split(separator: "\r\n")
    let length = lines.first { $0.lowercased().hasPrefix("content-length:") }?
      .split(separator: ":").last.flatMap { Int($0.drop { $0 == " " }) }
    let bodyStart = end + separator.count
    let bodyEnd = bodyStart + (length ?? 0)
    guard unread.count >= bodyEnd else { return nil }
    let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    let body = Array(unread[bodyStart..<bodyEnd])
    unread.removeFirst(bodyEnd)
    return Reply(status: status ?? 0, body: body, moment: Clock.now)
  }
}

/// An address of this machine's own network.
struct LoopbackAddress {
  private var address = sockaddr_in()

  init(port: Int) {
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
  }

  mutating func withPointer<R>(_ call: (UnsafeMutablePointer<sockaddr>, socklen_t) -> R) -> R {
    withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        call($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  /// A port that nobody listens at.
  static func freePort() throws(BenchError) -> Int {
    let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard probe >= 0 else { throw .system("socket") }
    defer { close(probe) }
    var address = LoopbackAddress(port: 0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    guard address.withPointer({ bind(probe, $0, $1) }) == 0,
      address.withPointer({ pointer, _ in getsockname(probe, pointer, &size) }) == 0
    else { throw .system("bind") }
    return Int(UInt16(bigEndian: address.address.sin_port))
  }
}
