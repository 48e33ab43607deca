/// Why a request is answered before it reaches the handler.
public struct HTTPRefusal: Error, Hashable, Sendable {
  /// The status, such as 400.
  public let status: Int
  /// What is wrong with the request, as a sentence.
  public let reason: String
}

extension HTTPRefusal {
  static func malformed(_ reason: String) -> HTTPRefusal {
    HTTPRefusal(status: 400, reason: reason)
  }

  static let slow = HTTPRefusal(status: 408, reason: "The request did not arrive in time.")
  static let crowded = HTTPRefusal(status: 503, reason: "There are too many connections.")
  static let stopping = HTTPRefusal(status: 503, reason: "The server is stopping.")
  static let unanswered = HTTPRefusal(status: 503, reason: "The answer took too long.")
  static let forgotten = HTTPRefusal(status: 500, reason: "The request was left unanswered.")

  static func bodyTooLarge(_ limit: Int) -> HTTPRefusal {
    HTTPRefusal(status: 413, reason: "A body has at most \(limit) bytes.")
  }

  static func headTooLarge(_ limit: Int) -> HTTPRefusal {
    HTTPRefusal(status: 431, reason: "The first line and the headers have at most \(limit) bytes.")
  }
}
