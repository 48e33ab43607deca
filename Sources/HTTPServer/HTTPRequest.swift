/// A whole request, checked and decoded.
public struct HTTPRequest: Hashable, Sendable {
  /// The method, such as `GET`.
  public var method: String
  /// The path as it was sent, without the query.
  public var path: String
  /// The parts between the slashes of the path, decoded; empty for `/`.
  public var segments: [String]
  /// The query, decoded, in its order.
  public var query: [HTTPQueryItem]
  /// The header fields.
  public var headers: HTTPHeaders
  /// The body; empty if there was none.
  public var body: [UInt8]
  /// Who asks.
  public var peer: HTTPPeer

  /// A request with its parts.
  public init(
    method: String, path: String, segments: [String], query: [HTTPQueryItem] = [],
    headers: HTTPHeaders = [:], body: [UInt8] = [], peer: HTTPPeer = .unknown
  ) {
    self.method = method
    self.path = path
    self.segments = segments
    self.query = query
    self.headers = headers
    self.body = body
    self.peer = peer
  }
}
