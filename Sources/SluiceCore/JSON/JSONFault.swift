/// Why a text is not JSON, and where.
public struct JSONFault: Error, Hashable {
  /// From 1.
  public let line: Int
  /// From 1, in characters.
  public let column: Int
  /// What was expected or found, as a sentence.
  public let message: String

  /// A fault at a place.
  public init(line: Int, column: Int, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }
}
