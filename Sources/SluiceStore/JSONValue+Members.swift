internal import SluiceCore

extension JSONValue {
  /// An object of those members that have a value.
  static func members(_ members: [String: JSONValue?]) -> JSONValue {
    .object(members.compactMapValues(\.self))
  }

  static func time(_ time: Timestamp) -> JSONValue {
    .number(Double(time.milliseconds))
  }

  /// A member of an object; `null` if there is none.
  subscript(key: String) -> JSONValue {
    guard case .object(let members) = self else { return .null }
    return members[key] ?? .null
  }

  var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  var texts: [String] {
    guard case .array(let values) = self else { return [] }
    return values.compactMap(\.text)
  }

  var integer: Int64? {
    guard case .number(let number) = self else { return nil }
    return Int64(exactly: number)
  }
}
