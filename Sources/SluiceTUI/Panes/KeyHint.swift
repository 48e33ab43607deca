import Drawing

/// A key and what it does, as the bottom line shows them.
struct KeyHint {
  let key: String
  let text: String

  init(_ key: String, _ text: String) {
    self.key = key
    self.text = text
  }

  /// How many columns it takes with the blanks around it.
  var columns: Int { DisplayWidth.columns(of: key + text) + 3 }
}

extension Pen {
  /// Writes those hints that fit whole.
  mutating func write(_ hints: [KeyHint], on canvas: inout Canvas) {
    for hint in hints where hint.columns <= rest.columns {
      write(" ", .footerText, on: &canvas)
      write(hint.key, .footerKey, on: &canvas)
      write(" \(hint.text) ", .footerText, on: &canvas)
    }
  }
}
