internal import Glibc

/// Where a session connects to.
public enum WebOrigin: Hashable, Sendable {
  /// An address such as `https://board.example`, without a slash at the end; a path in it stands before that
  /// of every request.
  case web(String)
  /// The path of a Unix socket.
  case socket(String)

  /// What stands before the path of a request.
  var prefix: String {
    switch self {
    case .web(let address): address
    // A name is needed for the Host header alone.
    case .socket: "http://localhost"
    }
  }

  var socketPath: String? {
    if case .socket(let path) = self { path } else { nil }
  }

  /// Whether nothing of it leaves this machine.
  var isLocal: Bool {
    switch self {
    case .web(let address): WebAddress.isLoopback(address)
    case .socket: true
    }
  }

  /// Checks that secrets may be sent there.
  ///
  /// - Throws: `forbiddenAddress` for what is not of the web, carries a name or a password, or is readable on
  ///   the way, unless that is allowed; `unreachable` for a socket whose path is too long for the system.
  func check(allowingPlainHTTP allowsPlain: Bool) throws(WebFault) {
    switch self {
    case .socket(let path):
      guard !path.isEmpty, !path.utf8.contains(0) else { throw .forbiddenAddress }
      guard path.utf8.count < Self.longestSocketPath else {
        throw .unreachable("The path of the socket is too long")
      }
    case .web(let address):
      let isPlain = address.hasPrefix("http://")
      guard address.hasPrefix("https://") || isPlain && (allowsPlain || isLocal),
        Self.isClean(address)
      else { throw .forbiddenAddress }
    }
  }

  /// Whether an address has a host, and neither a name before it, nor a question, nor bytes that readers
  /// understand differently.
  private static func isClean(_ address: String) -> Bool {
    guard let start = address.firstRange(of: "://")?.upperBound else { return false }
    let rest = address[start...]
    let authority = rest.prefix { $0 != "/" }
    return !authority.isEmpty && !authority.contains("@")
      && rest.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f }
      && !rest.contains { "?#\\\"<>^`{|}".contains($0) }
  }

  private static let longestSocketPath = MemoryLayout.size(ofValue: sockaddr_un().sun_path)
}
