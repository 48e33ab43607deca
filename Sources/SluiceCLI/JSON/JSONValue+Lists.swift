import SluiceCore

extension JSONValue {
  /// A list of texts.
  static func texts(_ texts: [String]) -> JSONValue {
    .array(texts.map(JSONValue.string))
  }
}
