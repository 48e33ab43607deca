internal import Glibc

/// A socket that others connect to.
struct Listener {
  let socket: Int32
  /// Where it listens indeed, with the port that was free.
  let address: HTTPAddress

  init(at address: HTTPAddress) throws(HTTPFault) {
    switch address {
    case .tcp(let host, let port):
      (socket, self.address) = try Self.listen(host, port)
    case .unix(let path, let mode):
      socket = try Self.listen(path, mode)
      self.address = address
    }
  }

  /// Nobody connects any more, while others may still wait at the socket.
  func refuse() {
    if case .unix(let path, _) = address { unlink(path) }
    shutdown(socket, Int32(SHUT_RDWR))
  }

  func close() {
    Glibc.close(socket)
  }

  private static let backlog: Int32 = 1_024

  private static func listen(
    _ host: String, _ port: Int
  ) throws(HTTPFault) -> (Int32, HTTPAddress) {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
    var found: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(host, String(port), &hints, &found)
    guard code == 0, let first = found else {
      throw .badAddress("\(host): \(String(cString: gai_strerror(code)))")
    }
    defer { freeaddrinfo(first) }
    var fault = HTTPFault.badAddress(host)
    // A name may stand for several addresses, some of a kind that this machine does not have.
    for entry in sequence(first: first, next: { $0.pointee.ai_next }) {
      do throws(HTTPFault) { return try listen(entry.pointee, host, port) } catch { fault = error }
    }
    throw fault
  }

  private static func listen(
    _ entry: addrinfo, _ host: String, _ port: Int
  ) throws(HTTPFault) -> (Int32, HTTPAddress) {
    let fd = Glibc.socket(entry.ai_family, Socket.flags, 0)
    guard fd >= 0 else { throw .failed(Socket.reason) }
    Socket.set(SO_REUSEADDR, of: SOL_SOCKET, to: 1, on: fd)
    guard bind(fd, entry.ai_addr, entry.ai_addrlen) == 0, Glibc.listen(fd, backlog) == 0,
      case .address(_, let actual) = Socket.name(of: fd, by: getsockname)
    else { throw refused("\(host):\(port)", fd) }
    return (fd, .tcp(host: host, port: actual))
  }

  private static func listen(_ path: String, _ mode: UInt32) throws(HTTPFault) -> Int32 {
    guard var name = UnixName(path) else { throw .badAddress("\(path): too long for a socket") }
    try clear(path, &name)
    let fd = Glibc.socket(AF_UNIX, Socket.flags, 0)
    guard fd >= 0 else { throw .failed(Socket.reason) }
    // The file takes the mode of the descriptor, so that at no moment more may connect than shall.
    fchmod(fd, mode)
    guard name.withAddress({ bind(fd, $0, $1) }) == 0 else { throw refused(path, fd) }
    guard chmod(path, mode) == 0, Glibc.listen(fd, backlog) == 0 else {
      let fault = refused(path, fd)
      unlink(path)
      throw fault
    }
    return fd
  }

  /// Takes away what a server left that is gone.
  private static func clear(_ path: String, _ name: inout UnixName) throws(HTTPFault) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFSOCK else {
      throw .inUse("\(path): something else lies there")
    }
    let probe = Glibc.socket(AF_UNIX, Socket.flags, 0)
    defer { Glibc.close(probe) }
    guard name.withAddress({ connect(probe, $0, $1) }) != 0, errno == ECONNREFUSED else {
      throw .inUse("\(path): somebody listens there")
    }
    unlink(path)
  }

  private static func refused(_ place: String, _ socket: Int32) -> HTTPFault {
    let code = errno
    Glibc.close(socket)
    let text = "\(place): \(String(cString: strerror(code)))"
    return code == EADDRINUSE ? .inUse(text) : .failed(text)
  }
}

/// The name of a Unix socket as the kernel takes it.
struct UnixName {
  private var address = sockaddr_un()

  init?(_ path: String) {
    let room = MemoryLayout.size(ofValue: address.sun_path)
    guard path.utf8.count < room, !path.utf8.contains(0) else { return nil }
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
  }

  mutating func withAddress<R>(_ call: (UnsafePointer<sockaddr>, socklen_t) -> R) -> R {
    withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        call($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
