public import SluiceCore

extension JSONValue {
  /// An object with further members, which replace those of the same name; any other value as it is.
  public func adding(_ members: [String: JSONValue]) -> JSONValue {
    guard case .object(let own) = self else { return self }
    return .object(own.merging(members) { $1 })
  }
}
