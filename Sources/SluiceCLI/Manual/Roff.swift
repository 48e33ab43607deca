/// Text for mdoc, so that nothing in it is taken for a request or an escape.
enum Roff {
  /// The lines of a text: each sentence begins one, as mdoc asks, so that it can space them.
  static func lines(_ text: String) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      if endsSentence(lines[lines.count - 1]) { lines.append("") }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    return lines.map { guarded(escaped($0, escapes).replacing("--", with: "\\-\\-")) }
  }

  private static func endsSentence(_ line: String) -> Bool {
    line.reversed().first { !"”)".contains($0) }.map { ".!?".contains($0) } ?? false
  }

  /// A line that is kept letter for letter, so that it can be pasted into a shell.
  static func literal(_ text: String) -> String {
    guarded(escaped(text, escapes.merging(literalEscapes) { $1 }))
  }

  /// An argument of a macro; it is never a macro itself, nor punctuation, nor several arguments.
  static func argument(_ text: String) -> String {
    let safe = escaped(text, escapes.merging(literalEscapes) { $1 })
    return "\"\\&" + safe.replacing("\"", with: "\\(dq") + "\""
  }

  private static func escaped(_ text: String, _ escapes: [Character: String]) -> String {
    text.map { escapes[$0] ?? String($0) }.joined()
  }

  /// At the beginning of a line a full stop or an apostrophe would begin a request.
  private static func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }

  private static let escapes: [Character: String] = [
    "\\": "\\e", "“": "\\(lq", "”": "\\(rq", "–": "\\(en", "…": "...", "→": "\\(->", "╫": "#",
  ]
  /// What is drawn as another sign where it is not escaped.
  private static let literalEscapes: [Character: String] = [
    "-": "\\-", "'": "\\(aq", "`": "\\(ga", "~": "\\(ti", "^": "\\(ha",
  ]
}
