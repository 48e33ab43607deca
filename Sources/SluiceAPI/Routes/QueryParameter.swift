public import SluiceCore

/// One item that the query of a route may have.
public struct QueryParameter: Hashable, Sendable {
  /// Its name on the wire.
  public let name: String
  /// What it may be: a text, a number, or true or false.
  public let schema: Schema
  /// What it is for, as a sentence.
  public let summary: String
  /// Whether it may stand there several times.
  public let isRepeated: Bool
  /// Whether a request without it is refused, which the handler does with words of its own.
  public let isRequired: Bool

  /// A parameter with its parts; any text by default, and once.
  public init(
    _ name: String, _ schema: Schema = .text, _ summary: String, isRepeated: Bool = false,
    isRequired: Bool = false
  ) {
    self.isRequired = isRequired
    self.name = name
    self.schema = schema
    self.summary = summary
    self.isRepeated = isRepeated
  }

  /// The value of a text of a query; a text that is no number stays one, for the schema to refuse.
  public func value(_ text: String) -> JSONValue {
    switch schema {
    case .integer, .number:
      if text.utf8.first != UInt8(ascii: "+"), let number = Double(text), number.isFinite {
        return .number(number)
      }
    case .boolean: if let flag = Bool(text) { return .bool(flag) }
    default: break
    }
    return .string(text)
  }
}

extension [QueryParameter] {
  /// How much of a long list is asked for.
  public static let page = [
    QueryParameter(
      "limit", .integer(1...PageRequest.maximumLimit), "How many items at most; 50 by default."),
    QueryParameter("cursor", .text, "The next_cursor of the page before."),
  ]
}
