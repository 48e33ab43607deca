/// Why a JSON value is not what it should be.
public struct WireFault: Error, Hashable, Sendable {
  /// Where it stands, such as `change.ticket`; empty for the whole value.
  public let place: String
  /// One sentence: what was expected there.
  public let message: String

  /// A fault at a place.
  public init(_ place: String, _ message: String) {
    self.place = place
    self.message = message
  }

  /// The fault seen from one level further out.
  public func within(_ member: String) -> WireFault {
    WireFault(place.isEmpty ? member : "\(member).\(place)", message)
  }
}
