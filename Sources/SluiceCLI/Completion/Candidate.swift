import Drawing

/// A word that could stand where the user is typing.
struct Candidate: Hashable {
  var value: String
  /// What it is, for shells that show it.
  var meaning = ""

  /// Whether it can be typed and read as it is; a hidden character or a break in it would deceive.
  var isPlain: Bool {
    !value.isEmpty && VisibleText.line(value) == value
  }

  /// Whether it begins with what was typed, in any case.
  func begins(with typed: String) -> Bool {
    value.lowercased().hasPrefix(typed.lowercased())
  }

  /// As shells read it: the value, and after a tab the meaning.
  var line: String {
    meaning.isEmpty ? value : value + "\t" + VisibleText.line(meaning).cut(to: Self.width)
  }

  private static let width = 60
}
