/// What a request does to what its path names.
public enum Method: String, CaseIterable, Hashable, Sendable {
  case get = "GET"
  case post = "POST"
  case put = "PUT"
  case patch = "PATCH"
  case delete = "DELETE"

  /// Whether a request of this method only reads.
  public var isReading: Bool {
    self == .get
  }
}
