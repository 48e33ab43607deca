/// One connection, as the thread that serves it sees it.
final class Connection {
  enum Phase {
    /// Nothing came yet.
    case fresh
    /// Between two requests.
    case idle
    /// The first line of a request is here, and not all of the rest.
    case arriving
    /// The handler has the request.
    case answering
    /// The client reads the answer.
    case departing
    case streaming(EventStream)
  }

  let socket: Int32
  let peer: HTTPPeer
  unowned let loop: Loop
  private(set) var phase = Phase.fresh
  /// When patience ends, in milliseconds.
  var deadline: Int
  /// The request that is under way.
  var exchange: Exchange?

  init(_ socket: Int32, _ peer: HTTPPeer, _ loop: Loop) {
    self.socket = socket
    self.peer = peer
    self.loop = loop
    deadline = loop.now + loop.limits.arrival
  }

  /// Goes on to a phase, with its own patience.
  func enter(_ phase: Phase) {
    let limits = loop.limits
    switch phase {
    case .fresh: break
    // A client that drips its first request does not win time by having dripped one line of it.
    case .arriving: if case .idle = self.phase { deadline = loop.now + limits.arrival }
    case .idle: deadline = loop.now + limits.idleness
    case .answering: deadline = loop.now + limits.answer
    case .departing: deadline = loop.now + limits.departure
    case .streaming: deadline = .max
    }
    self.phase = phase
  }
}
