import Drawing
import SluiceCore

extension AppState {
  /// Draws the top line; returns the cursor's place while a filter is being typed.
  func drawHeader(in rect: Rect, _ layout: BoardLayout, on canvas: inout Canvas) -> Point? {
    canvas.fill(rect, style: Style(.header))
    var pen = Pen(rect)
    pen.skip(1)
    drawConnection(layout, &pen, on: &canvas)
    drawProject(layout, &pen, on: &canvas)
    return drawFilter(&pen, on: &canvas)
  }

  private func drawConnection(
    _ layout: BoardLayout, _ pen: inout Pen, on canvas: inout Canvas
  ) {
    let who = layout.shape == .wide && !remark.isEmpty ? "\(user) · \(remark)" : user
    pen.writeTrailing(" \(who) ", .header, on: &canvas)
    switch connection {
    case .live: pen.writeTrailing(" ● live ", .live, on: &canvas)
    case .broken: pen.writeTrailing(" ◌ not reading ", .offline, on: &canvas)
    }
  }

  private func drawProject(_ layout: BoardLayout, _ pen: inout Pen, on canvas: inout Canvas) {
    if layout.shape != .narrow {
      pen.write("Sluice", .headerAccent, on: &canvas)
      pen.write("  ", .header, on: &canvas)
    }
    pen.write(board.project.key.text, .headerAccent, on: &canvas)
    let workflow = board.workflow
    switch layout.shape {
    case .wide:
      pen.write(
        " \(board.project.name)   \(workflow.name) · \(workflow.enforcement.rawValue)", .header,
        on: &canvas)
    case .medium, .narrow, .tooSmall:
      pen.write("  \(workflow.enforcement.rawValue)", .headerDim, on: &canvas)
    }
  }

  private func drawFilter(_ pen: inout Pen, on canvas: inout Canvas) -> Point? {
    if case .filter(let editor, _) = layers.last {
      pen.write("   / ", .headerAccent, on: &canvas)
      return editor.draw(in: pen.rest, style: Style(.input), on: &canvas)
    }
    if !board.filterText.isEmpty {
      pen.write("   / \(board.filterText)", .headerAccent, on: &canvas)
      pen.writeWhole("  \(filterTally)", .headerDim, on: &canvas)
    }
    return nil
  }

  /// How many tickets the filter lets through, of how many: `9 of 27`.
  private var filterTally: String {
    let shown = board.columns.reduce(0) { $0 + $1.count.value }
    let total = board.columns.reduce(0) { $0 + $1.total }
    let isExact = board.columns.allSatisfy { $0.count == .exactly($0.count.value) }
    return "\(isExact ? "" : "at least ")\(shown) of \(total)"
  }
}
