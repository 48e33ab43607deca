internal import SluiceCore

/// Why a JSON value is not what it should be.
public struct WireFault: Error, Hashable, Sendable {
  /// Where it stands, such as `change.tickets[2]`; empty for the whole value.
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
    if place.isEmpty { return WireFault(member, message) }
    return WireFault(place.hasPrefix("[") ? member + place : "\(member).\(place)", message)
  }
}

extension WireFault {
  /// Another kind of value than the one there should be.
  static func expected(_ what: String, found json: JSONValue) -> WireFault {
    WireFault("", "Expected \(what), found \(json.kind).")
  }

  /// A word or a name that nobody knows, with what was probably meant.
  static func unknown(_ name: String, among known: [String]) -> WireFault {
    let hint = nearest(to: name, among: known).map { "; did you mean “\($0)”?" } ?? "."
    return WireFault("", "“\(name)” is not known here\(hint)")
  }
}
