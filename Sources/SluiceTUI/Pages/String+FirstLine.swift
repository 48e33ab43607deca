extension String {
  /// The first line that says something, with a mark where more follows.
  var firstLine: String {
    let lines = split(whereSeparator: \.isNewline).lazy.filter { !$0.allSatisfy(\.isWhitespace) }
    guard let first = lines.first else { return "" }
    return String(first) + (lines.dropFirst().isEmpty ? "" : " …")
  }
}
