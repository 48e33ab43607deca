/// Why a call got no answer.
public enum WebFault: Error, Hashable, Sendable {
  /// There is no libcurl on this machine.
  case noLibrary
  /// The address is not one that is called: not of the web, or open to readers on the way.
  case forbiddenAddress
  /// Nobody answered in time.
  case timedOut
  /// The server could not prove who it is.
  case untrusted(String)
  /// The server was not reached, or broke off; in the words of the library.
  case failed(String)
  /// A request over a session did not reach anyone: nothing was sent, and it may be repeated.
  case unreachable(String)
  /// A request over a session was sent, at least in part, and no whole answer came: what it asked for may have
  /// been done or not.
  case replyLost(String)
  /// The answer is longer than was allowed, in bytes.
  case tooLong(limit: Int)
  /// Whoever answers does not speak HTTP.
  case notHTTP
  /// The request cannot be sent as it is: a header or a path that would break out of its line.
  case malformedRequest
  /// A stream of events was silent for longer than was allowed.
  case silent
  /// Another thread ended the wait.
  case cancelled
}

extension WebFault {
  /// Whether nothing can have come of the request, so that repeating it doubles nothing.
  public var isHarmless: Bool {
    switch self {
    case .noLibrary, .forbiddenAddress, .untrusted, .unreachable, .malformedRequest: true
    case .timedOut, .failed, .replyLost, .tooLong, .notHTTP, .silent, .cancelled: false
    }
  }
}
