extension JSONValue {
  /// A list of texts.
  public static func texts(_ texts: [String]) -> JSONValue {
    .array(texts.map(JSONValue.string))
  }
}
