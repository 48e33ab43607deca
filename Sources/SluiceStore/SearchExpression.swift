/// What a person searches, in the query language of the full-text index.
///
/// Every run of letters and digits becomes a quoted prefix and all must match, so nothing that was typed
/// is taken for an operator.
struct SearchExpression: Hashable {
  /// `"fix"* AND "lo"*`.
  let text: String

  /// `nil` if there is nothing to search: no letter and no digit in any word.
  init?(_ words: [String]) {
    let tokens = words.flatMap(Self.tokens)
    guard !tokens.isEmpty else { return nil }
    text = tokens.map { "\"\($0)\"*" }.joined(separator: " AND ")
  }

  /// The runs of a word that the index takes as one word each.
  ///
  /// It must not join what the tokenizer divides, for that would be a search for a phrase, which the index
  /// cannot do. Dividing more than the tokenizer does no harm.
  static func tokens(_ word: String) -> [String] {
    var tokens: [String] = []
    var current = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      if isTokenCharacter(scalar) || (!current.isEmpty && isAccent(scalar)) {
        current.append(scalar)
      } else if !current.isEmpty {
        tokens.append(String(current))
        current.removeAll()
      }
    }
    return current.isEmpty ? tokens : tokens + [String(current)]
  }

  /// Letters, numbers and private characters, as the tokenizer `unicode61` divides.
  private static func isTokenCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .privateUse:
      guard let age = scalar.properties.age else { return scalar.isASCII }
      return age <= oldestTables
    default: return false
    }
  }

  /// The Unicode version that the tables of every tokenizer in use are at least of.
  private static let oldestTables = (major: 6, minor: 1)

  /// The combining marks that the tokenizer drops.
  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x331).contains(scalar.value)
  }
}
