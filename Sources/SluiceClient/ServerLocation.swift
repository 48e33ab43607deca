/// Where a server is.
public enum ServerLocation: Hashable, Sendable {
  /// The address of the web, without a slash at the end.
  case web(String)
  /// The path of a Unix socket.
  case socket(String)

  /// Reads `https://…`, `http://…` or `unix:PATH`; `nil` for anything else.
  public init?(_ text: String) {
    if text.hasPrefix("unix:"), text.count > 5 {
      self = .socket(String(text.dropFirst(5)))
    } else if text.hasPrefix("https://") || text.hasPrefix("http://") {
      self = .web(String(text.reversed().drop { $0 == "/" }.reversed()))
    } else {
      return nil
    }
  }
}
