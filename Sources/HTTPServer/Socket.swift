internal import CMicroHTTP
internal import Glibc

/// Calls on sockets that C spells with casts.
enum Socket {
  static let flags = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)

  static func set(_ option: Int32, of level: Int32, to value: Int32, on socket: Int32) {
    var value = value
    setsockopt(socket, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
  }

  /// The address of a socket: its own, or that of the other end.
  static func name(
    of socket: Int32,
    by call: (Int32, UnsafeMutablePointer<sockaddr>?, UnsafeMutablePointer<socklen_t>?) -> Int32
  ) -> HTTPPeer {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let isNamed = withUnsafeMutablePointer(to: &storage) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { call(socket, $0, &length) == 0 }
    }
    guard isNamed else { return .unknown }
    var host = [CChar](repeating: 0, count: 256)
    var port = [CChar](repeating: 0, count: 16)
    let code = withUnsafePointer(to: &storage) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getnameinfo(
          $0, length, &host, socklen_t(host.count), &port, socklen_t(port.count),
          NI_NUMERICHOST | NI_NUMERICSERV)
      }
    }
    guard code == 0, let number = Int(text(port)) else { return .unknown }
    let name = text(host)
    let mapped = "::ffff:"
    let isMapped = name.hasPrefix(mapped) && name.contains(".")
    return .address(host: isMapped ? String(name.dropFirst(mapped.count)) : name, port: number)
  }

  private static func text(_ bytes: [CChar]) -> String {
    String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Who is at the other end.
  static func peer(of socket: Int32) -> HTTPPeer {
    var domain: Int32 = 0
    var length = socklen_t(MemoryLayout<Int32>.size)
    getsockopt(socket, SOL_SOCKET, SO_DOMAIN, &domain, &length)
    guard domain == AF_UNIX else { return name(of: socket, by: getpeername) }
    var credentials = sluice_credentials()
    // A user whom the kernel does not know is none.
    guard sluice_peer_credentials(socket, &credentials) == 0, credentials.user != UInt32.max
    else { return .unknown }
    return .user(id: credentials.user, process: credentials.process)
  }

  /// Says something to the other end without waiting, and hangs up.
  static func hangUp(_ socket: Int32, saying words: [UInt8] = []) {
    if !words.isEmpty {
      _ = send(socket, words, words.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
    }
    shutdown(socket, Int32(SHUT_RDWR))
  }

  /// What the last call had against it.
  static var reason: String {
    String(cString: strerror(errno))
  }
}
