/// Divides texts into words as search does: letters and digits, without regard to case and accents.
///
/// Agrees with the tokenizer `unicode61 remove_diacritics 2` of the full-text index in Latin script; in others
/// it may keep an accent that the index takes off.
enum FoldedWords {
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isOfWord {
        word.append(contentsOf: scalar.folded)
      } else if !(scalar.isMark && !word.isEmpty) {
        if !word.isEmpty { words.append(String(word)) }
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }
}

extension FilterSubject {
  /// Whether a text finds the ticket; `nil` if it may stand in a description that is not known.
  fileprivate func hasWords(_ text: String) -> Bool? {
    let wanted = FoldedWords.words(of: text)
    guard !wanted.isEmpty else { return false }
    let own = FoldedWords.words(of: title) + FoldedWords.words(of: description ?? "")
    let isFound = wanted.allSatisfy { word in
      own.contains { $0.unicodeScalars.starts(with: word.unicodeScalars) }
    }
    return isFound ? true : description == nil ? nil : false
  }

  func has(_ text: String) -> Bool? {
    isNamed(text) ? true : hasWords(text)
  }

  /// Whether a text is the ticket's key or number.
  private func isNamed(_ text: String) -> Bool {
    if let number = Int(digits: text), !text.isEmpty {
      return key.ordinal == 0 && key.number == number
    }
    return TicketKey(text) == key
  }
}

extension Unicode.Scalar {
  fileprivate var isOfWord: Bool {
    guard !isASCII else { return properties.isAlphabetic || ("0"..."9").contains(self) }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .privateUse:
      true
    default: false
    }
  }

  fileprivate var isMark: Bool {
    properties.generalCategory == .nonspacingMark || properties.generalCategory == .spacingMark
  }

  /// In lower case, a Latin letter without its accent.
  fileprivate var folded: String.UnicodeScalarView {
    let lower = properties.lowercaseMapping.unicodeScalars
    guard !isASCII, let first = lower.first, let name = first.properties.name else { return lower }
    let parts = name.split(separator: " ")
    // In lower case İ is two: an i and a dot.
    guard lower.count == 1 else { return String.UnicodeScalarView(lower.prefix(1)) }
    // LATIN SMALL LETTER E WITH ACUTE
    guard parts.count > 5, parts[0] == "LATIN", parts[1] == "SMALL", parts[2] == "LETTER",
      parts[3].count == 1, parts[4] == "WITH", Self.isAccent(parts[5...])
    else { return lower }
    return parts[3].lowercased().unicodeScalars
  }

  /// Whether a letter can be taken apart into one without it and a mark, as `é` can and `ø` cannot.
  private static func isAccent(_ words: ArraySlice<Substring>) -> Bool {
    let name = words.joined(separator: " ")
    return name.hasPrefix("HOOK ABOVE")
      || accents.contains(String(words.first ?? "")) && name != "DOUBLE BAR"
  }

  private static let accents: Set<String> = [
    "ACUTE", "BREVE", "CARON", "CEDILLA", "CIRCUMFLEX", "COMMA", "DIAERESIS", "DOT", "DOUBLE",
    "GRAVE", "HORN", "INVERTED", "LINE", "MACRON", "OGONEK", "RING", "TILDE",
  ]
}
