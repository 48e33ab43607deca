import Drawing
import SluiceCore

extension AppState {
  func drawFooter(in rect: Rect, _ layout: BoardLayout, on canvas: inout Canvas) {
    canvas.fill(rect, style: Style(.footerText))
    var pen = Pen(rect)
    for hint in hints(layout) where hint.columns <= pen.rest.columns {
      pen.write(" ", .footerText, on: &canvas)
      pen.write(hint.key, .footerKey, on: &canvas)
      pen.write(" \(hint.text) ", .footerText, on: &canvas)
    }
  }

  private struct Hint {
    let key: String
    let text: String

    /// How many columns it takes with the blanks around it.
    var columns: Int { DisplayWidth.columns(of: key + text) + 3 }

    init(_ key: String, _ text: String) {
      self.key = key
      self.text = text
    }
  }

  private func hints(_ layout: BoardLayout) -> [Hint] {
    switch layers.last {
    case .filter:
      [Hint("enter", "keep"), Hint("esc", "give up"), Hint("", "words assignee: label: prio>=")]
    case .gate:
      [Hint("jk", "go"), Hint("space", "tick"), Hint("enter", "fill"), Hint("esc", "back")]
    case .preview: [Hint("hl", "choose"), Hint("enter", "go"), Hint("esc", "stay")]
    default: boardHints(layout)
    }
  }

  private func boardHints(_ layout: BoardLayout) -> [Hint] {
    switch layout.shape {
    case .wide:
      [
        Hint("hjkl", "go"), Hint("1-9", "move"), Hint("H/L", "back/on"), Hint("space", "gate"),
        Hint("n", "new"), Hint("e", "edit"), Hint("/", "filter"), Hint("enter", "open"),
        Hint("?", "help"), Hint("q", "leave"), Hint("m", "move to"), Hint("c", "comment"),
      ]
    case .medium, .tooSmall:
      [
        Hint("hjkl", "go"), Hint("1-9", "move"), Hint("space", "gate"), Hint("tab", "pane"),
        Hint("n", "new"), Hint("/", "filter"), Hint("enter", "open"), Hint("?", "help"),
      ]
    case .narrow:
      [Hint("1-9", "move"), Hint("enter", "open"), Hint("/", "filter"), Hint("?", "help")]
    }
  }

  /// Draws the line that says what choosing a column would do.
  func drawPreviewLine(target: Int, on canvas: inout Canvas) -> Point? {
    guard let card = board.focusedCard, board.columns.indices.contains(target) else { return nil }
    let from = board.workflow.statusName(card.status)
    let goal = board.columns[target].status
    let option = board.moveOptions.first { $0.status.id == goal }
    let text =
      option.map { "→ \($0.status.name)   \(previewText($0))" } ?? "Choose a column with h and l."
    let lines = TextWrapping.lines(
      of: "\(card.key) \(from) \(text)", columns: size.columns - 2, maxLines: 3)
    let area = canvas.bounds.dividedBottom(lines.count + 1).part
    canvas.fill(area, style: Style(.message))
    for (row, line) in lines.enumerated() {
      canvas.writeLine(line, in: area.line(row).inset(left: 1), style: Style(.message))
    }
    drawFooter(in: area.line(lines.count), layout, on: &canvas)
    return previewPoint(target)
  }

  private func previewPoint(_ target: Int) -> Point {
    let layout = layout
    return layout.part(of: layout.titles, column: max(0, target - board.firstColumn)).origin
  }
}
