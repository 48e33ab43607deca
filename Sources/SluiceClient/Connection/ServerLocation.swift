public import WebCall

/// Where a server is.
public enum ServerLocation: Hashable, Sendable {
  /// The address of the web, without a slash at the end.
  case web(String)
  /// The path of a Unix socket.
  case socket(String)

  /// Reads `https://…`, `http://…` or `unix:PATH`; `nil` for anything else, and for an address with a name, a
  /// password or a question in it.
  public init?(_ text: String) {
    if text.hasPrefix("unix:"), text.count > 5 {
      self = .socket(String(text.dropFirst(5)))
      return
    }
    let schemes = ["https://", "http://"]
    guard let scheme = schemes.first(where: text.hasPrefix) else { return nil }
    let address = String(text.reversed().drop { $0 == "/" }.reversed())
    let rest = address.dropFirst(scheme.count)
    guard address.count > scheme.count, rest.first != "/",
      !rest.contains(where: { "@?#\\".contains($0) || $0.isWhitespace })
    else { return nil }
    self = .web(address)
  }

  /// As a session connects to it.
  public var origin: WebOrigin {
    switch self {
    case .web(let address): .web(address)
    case .socket(let path): .socket(path)
    }
  }

  /// Whether the system says who calls, so that no token is needed.
  public var isSocket: Bool {
    if case .socket = self { true } else { false }
  }
}

extension ServerLocation: CustomStringConvertible {
  /// As it is read.
  public var description: String {
    switch self {
    case .web(let address): address
    case .socket(let path): "unix:\(path)"
    }
  }
}
