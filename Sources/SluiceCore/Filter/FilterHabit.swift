/// What people write who know the filters of other programs.
enum FilterHabit {
  /// What is said of such a word.
  static func fault(_ word: String, _ hint: String) -> String {
    "“\(word)” is no condition. \(hint) In quotes it is looked for as text."
  }

  /// How what a word was meant for is written here, as a sentence; `nil` for a word that is one.
  static func hint(for word: String) -> String? {
    switch word {
    case "|", "||": return "“or” joins what need not both hold."
    case "&", "&&": return "What stands side by side must all hold; nothing stands between."
    default: break
    }
    if word.hasPrefix("!"), word.dropFirst().first?.isLetter == true {
      return "“-” negates: write -\(word.dropFirst())."
    }
    guard let sign = word.firstRange(of: "!="),
      FilterField(word: String(word[..<sign.lowerBound])) != nil
    else { return nil }
    return "“-” negates: write -\(word[..<sign.lowerBound]):\(word[sign.upperBound...])."
  }
}
