/// What one server gives to those who call it.
///
/// Times are milliseconds, sizes bytes.
public struct HTTPLimits: Hashable, Sendable {
  /// The longest body of a request.
  public var body = 1 << 20
  /// The longest first line and headers of a request together.
  public var head = 16 << 10
  /// How many connections are open at once.
  public var connections = 4_096
  /// How many of them one address or one user may have.
  public var connectionsPerPeer = 256
  /// How long a request may take to arrive, however steadily its bytes drip.
  public var arrival = 30_000
  /// How long a handler may take to answer.
  public var answer = 30_000
  /// How long a client may take to read an answer.
  public var departure = 60_000
  /// How long a connection is kept between two requests.
  public var idleness = 75_000
  /// How many bytes wait for a slow reader of an event stream before it is dropped.
  public var streamQueue = 1 << 20
  /// How long an event stream is silent before a heartbeat.
  public var heartbeat = 15_000
  /// How many threads serve connections.
  public var threads = 2

  /// The limits that suit a small team's server.
  public init() {}

  /// How often deadlines are looked at.
  var tick: Int {
    let shortest = min(arrival, answer, departure, idleness, heartbeat)
    return min(max(shortest / 4, 20), 1_000)
  }
}
