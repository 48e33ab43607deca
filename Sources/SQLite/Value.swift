/// What can be bound to a placeholder.
public enum Value: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  /// A whole number, or NULL for `nil`.
  public static func int(_ value: Int?) -> Value {
    value.map { .integer(Int64($0)) } ?? .null
  }

  /// A text, or NULL for `nil`.
  public static func optional(_ text: String?) -> Value {
    text.map(Value.text) ?? .null
  }
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByNilLiteral {
  /// A whole number.
  public init(integerLiteral value: Int64) {
    self = .integer(value)
  }

  /// A text.
  public init(stringLiteral value: String) {
    self = .text(value)
  }

  /// NULL.
  public init(nilLiteral: ()) {
    self = .null
  }
}
