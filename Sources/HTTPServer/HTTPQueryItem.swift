/// One `name=value` of the query of an address, decoded.
public struct HTTPQueryItem: Hashable, Sendable {
  /// What stands before the first equals sign.
  public var name: String
  /// What stands behind it; empty if there is none.
  public var value: String

  /// An item with its parts.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
