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

  /// A request of a target such as `/browse/OPS-1?limit=5`, as a client would send it.
  ///
  /// It is `nil` if the server would refuse the target.
  public init?(
    _ method: String, _ target: String, headers: HTTPHeaders = [:], body: [UInt8] = [],
    peer: HTTPPeer = .unknown
  ) {
    guard let target = RequestTarget(Array(target.utf8), method: method) else { return nil }
    self.init(
      method: method, path: target.path, segments: target.segments, query: target.query,
      headers: headers, body: body, peer: peer)
  }
}
