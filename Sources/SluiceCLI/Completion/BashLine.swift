/// A command line of bash up to the cursor, as the user typed it: with quotes and backslashes.
///
/// Nothing in it is ever evaluated: a variable or a command in it stands for itself.
struct BashLine {
  private enum Quote: Equatable {
    case none
    case single
    case double
  }

  /// The words without their quotes, the last one perhaps unfinished.
  private(set) var words: [String] = []
  /// How many characters of the last word stand before what the shell will replace.
  private(set) var kept = 0
  private var quote = Quote.none

  /// Reads a line of which the shell will replace the end `replaced`, the raw text of its last piece.
  init(_ line: String, replacing replaced: String) {
    let start = line.count - (line.hasSuffix(replaced) ? replaced.count : 0)
    var word: String?
    var isEscaped = false
    for (index, character) in line.enumerated() {
      if index == start { kept = word?.count ?? 0 }
      if isEscaped {
        isEscaped = false
        if quote == .double, !Self.specialInDouble.contains(character) { word?.append("\\") }
        word = (word ?? "") + String(character)
      } else if character == "\\", quote != .single {
        isEscaped = true
        word = word ?? ""
      } else if let changed = change(at: character) {
        quote = changed
        word = word ?? ""
      } else if quote == .none, character.isWhitespace {
        if let finished = word { words.append(finished) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if start == line.count { kept = word?.count ?? 0 }
    words.append(word ?? "")
  }

  /// The quoting after a quotation mark; `nil` if the character is none here.
  private func change(at character: Character) -> Quote? {
    switch (character, quote) {
    case ("'", .none): .single
    case ("\"", .none): .double
    case ("'", .single), ("\"", .double): Quote.none
    default: nil
    }
  }

  /// What the shell should put in place of the last piece, so that the word becomes `value`.
  ///
  /// Inside double quotes nothing keeps an exclamation mark from being taken for history: `nil`.
  func replacement(for value: String) -> String? {
    let rest = value.dropFirst(kept)
    switch quote {
    case .single:
      let parts = rest.split(separator: "'", omittingEmptySubsequences: false)
      return Self.closing(parts.joined(separator: "'\\''"), "'")
    case .double:
      guard !rest.contains("!") else { return nil }
      return Self.closing(Self.escaping(rest, Self.specialInDouble.contains), "\"")
    case .none: return Self.escaping(rest) { $0.isASCII && !Self.harmless.contains($0) }
    }
  }

  /// Readline closes a quote, but takes one that belongs to the name for the one that closes.
  private static func closing(_ text: String, _ mark: Character) -> String {
    text.last == mark ? text + String(mark) : text
  }

  private static func escaping(_ text: Substring, _ isSpecial: (Character) -> Bool) -> String {
    text.map { isSpecial($0) ? "\\\($0)" : String($0) }.joined()
  }

  private static let specialInDouble: Set<Character> = ["\"", "\\", "$", "`"]
  private static let harmless = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:,+@%=")
}
