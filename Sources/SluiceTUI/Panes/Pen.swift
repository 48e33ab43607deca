import Drawing

/// Writes spans of text one after the other within a rectangle's first row.
struct Pen {
  private(set) var rest: Rect

  init(_ rect: Rect) {
    rest = rect.line(0)
  }

  /// Writes as much of a text as fits and goes on behind it.
  mutating func write(_ text: String, _ role: Role, on canvas: inout Canvas) {
    let columns = canvas.writeLine(text, in: rest, style: Style(role))
    skip(columns)
  }

  mutating func write(_ span: TextSpan, on canvas: inout Canvas) {
    skip(canvas.writeLine(span.text, in: rest, style: span.style))
  }

  /// Writes as much of a text as fits into so many columns.
  mutating func write(
    _ text: String, _ role: Role, atMost limit: Int, on canvas: inout Canvas
  ) {
    let part = rest.dividedLeft(max(0, min(limit, rest.columns))).part
    skip(canvas.writeLine(text, in: part, style: Style(role)))
  }

  /// Writes a text only if it fits whole.
  mutating func writeWhole(_ text: String, _ role: Role, on canvas: inout Canvas) {
    guard DisplayWidth.columns(of: VisibleText.line(text)) <= rest.columns else { return }
    write(text, role, on: &canvas)
  }

  /// Writes a text at the right end and leaves what is before it.
  mutating func writeTrailing(
    _ text: String, _ role: Role, atMost limit: Int = .max, on canvas: inout Canvas
  ) {
    let columns = min(limit, DisplayWidth.columns(of: VisibleText.line(text)))
    let (part, left) = rest.dividedRight(columns)
    canvas.writeLine(text, in: part, style: Style(role))
    rest = left
  }

  mutating func skip(_ columns: Int) {
    rest = rest.dividedLeft(columns).rest
  }
}
