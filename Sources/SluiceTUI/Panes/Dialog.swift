import Drawing

/// A framed rectangle in the middle of the screen.
struct Dialog {
  let rect: Rect

  /// A dialog of at most this many columns and rows inside its frame.
  init(columns: Int, rows: Int, in size: Size) {
    let outer = Size(columns: min(size.columns, columns + 4), rows: min(size.rows, rows + 2))
    rect = Rect(
      left: (size.columns - outer.columns) / 2, top: max(0, (size.rows - outer.rows) / 3),
      columns: outer.columns, rows: outer.rows)
  }

  /// The part within the frame.
  var inside: Rect { rect.inset(columns: 2, rows: 1) }

  func draw(title: String, hint: String, on canvas: inout Canvas) {
    canvas.fill(rect, style: .plain)
    canvas.box(rect, style: Style(.borderFocused))
    canvas.writeLine(
      " \(title) ", in: rect.line(0).inset(columns: 1), style: Style(.paneTitle))
    canvas.writeLine(
      " \(hint) ", in: rect.line(rect.rows - 1).inset(columns: 1), style: Style(.dim))
  }
}
