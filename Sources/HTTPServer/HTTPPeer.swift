/// Who is at the other end of a connection.
public enum HTTPPeer: Hashable, Sendable {
  /// Someone on the network.
  case address(host: String, port: Int)
  /// A user of this machine, on the Unix socket; as the kernel says, so that no password is needed.
  case user(id: UInt32, process: Int32)
  /// Nobody knows; it must never pass for a user.
  case unknown

  /// What is counted against the limit of one peer.
  var owner: String {
    switch self {
    case .address(let host, _): Self.network(of: host)
    case .user(let id, _): "uid \(id)"
    case .unknown: ""
    }
  }

  /// An IPv6 peer owns the last half of its address and may use any of it.
  private static func network(of host: String) -> String {
    guard host.utf8.contains(UInt8(ascii: ":")) else { return host }
    let head = host.split(separator: "::", omittingEmptySubsequences: false)[0]
    return head.split(separator: ":").prefix(4).joined(separator: ":") + "::/64"
  }
}
