import Drawing

/// A stretch of a line that looks the same throughout.
struct TextSpan: Equatable {
  var text: String
  var style: Style

  init(_ text: String, _ style: Style) {
    self.text = text
    self.style = style
  }

  init(_ text: String, _ role: Role = .plain) {
    self.init(text, Style(role))
  }

  var columns: Int { DisplayWidth.columns(of: text) }
}

extension [TextSpan] {
  var text: String { map(\.text).joined() }

  var columns: Int { reduce(0) { $0 + $1.columns } }

  /// Puts a stretch behind, to the last one if it looks the same.
  mutating func add(_ text: some StringProtocol, _ style: Style) {
    guard !text.isEmpty else { return }
    if let last, last.style == style {
      self[count - 1].text += text
    } else {
      append(TextSpan(String(text), style))
    }
  }
}
