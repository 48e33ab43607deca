/// Where a server listens.
public enum HTTPAddress: Hashable, Sendable {
  /// A port of a host; 0 for one that is free.
  case tcp(host: String, port: Int)
  /// A Unix socket, made with this mode.
  case unix(path: String, mode: UInt32 = 0o600)

  /// An address from `HOST:PORT`, `[HOST]:PORT` or `unix:PATH`.
  public init?(_ text: String) {
    if text.hasPrefix("unix:") {
      let path = text.dropFirst("unix:".count)
      guard !path.isEmpty else { return nil }
      self = .unix(path: String(path))
      return
    }
    guard let colon = text.lastIndex(of: ":") else { return nil }
    var host = text[..<colon]
    let digits = text[text.index(after: colon)...]
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = host.dropFirst().dropLast()
    } else if host.contains(":") {
      return nil
    }
    guard !host.isEmpty, !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let port = Int(digits), port <= 65_535
    else { return nil }
    self = .tcp(host: String(host), port: port)
  }
}

extension HTTPAddress: CustomStringConvertible {
  /// As it is read, such as `127.0.0.1:3000`.
  public var description: String {
    switch self {
    case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    case .unix(let path, _): "unix:\(path)"
    }
  }
}
