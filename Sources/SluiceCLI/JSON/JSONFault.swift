/// Why a text is not JSON, and where.
struct JSONFault: Error, Hashable {
  /// From 1.
  let line: Int
  /// From 1, in characters.
  let column: Int
  /// What was expected or found, as a sentence.
  let message: String
}
