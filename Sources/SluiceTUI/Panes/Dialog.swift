import Drawing

/// A framed rectangle over the middle of an area.
struct Dialog {
  let rect: Rect

  /// A dialog of at most this many columns and rows inside its frame.
  init(columns: Int, rows: Int, in area: Rect) {
    let outer = Size(columns: min(area.columns, columns + 4), rows: min(area.rows, rows + 2))
    rect = Rect(
      left: area.left + (area.columns - outer.columns) / 2,
      top: area.top + max(0, (area.rows - outer.rows) / 3), columns: outer.columns, rows: outer.rows
    )
  }

  /// The part within the frame.
  var inside: Rect { rect.inset(columns: 2, rows: 1) }

  func draw(title: String, on canvas: inout Canvas) {
    canvas.fill(rect, style: .plain)
    canvas.box(rect, style: Style(.borderFocused))
    canvas.writeLine(
      " \(title) ", in: rect.line(0).inset(columns: 1), style: Style(.paneTitle))
  }
}

extension AppState {
  /// Where dialogs may lie: above the bottom line with its keys, and beside the pane of the gate while
  /// one works through it.
  var dialogArea: Rect {
    let area = Rect(size).dividedBottom(1).rest
    guard layout.shape == .wide, isInGate, triage == nil else { return area }
    return area.dividedRight(layout.panes.columns).rest
  }
}
