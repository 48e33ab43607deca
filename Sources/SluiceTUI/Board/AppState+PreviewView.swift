import Drawing
import SluiceCore

extension AppState {
  /// What stands before the name of a column while a move is chosen.
  ///
  /// It marks the column chosen and those that cannot be moved to, for themes and terminals that show
  /// neither colour nor a strike.
  func previewMark(of place: Int) -> String {
    guard let target = previewTarget else { return " " }
    return (place == target ? "▸" : " ") + (isForbidden(board.columns[place].status) ? "✗ " : "")
  }

  /// The place of the column chosen while a move is chosen.
  var previewTarget: Int? {
    if case .preview(let target) = layers.last { return target }
    return nil
  }

  /// Strikes a column that the move being chosen cannot go to; the name of the chosen one stays readable.
  func drawPreview(
    of column: ColumnState, at index: Int, _ layout: BoardLayout, on canvas: inout Canvas
  ) {
    guard let target = previewTarget, isForbidden(column.status) else { return }
    if target != board.firstColumn + index {
      canvas.strike(layout.part(of: layout.titles, column: index))
    }
    canvas.strike(layout.part(of: layout.cards, column: index))
  }

  private func isForbidden(_ status: Status.ID) -> Bool {
    guard let card = board.focusedCard, card.status != status else { return false }
    let option = board.moveOptions.first { $0.status.id == status }
    return option?.verdict.isAllowed != true
  }

  /// Draws the lines that say what choosing a column would do.
  func drawPreviewLine(target: Int, on canvas: inout Canvas) -> Point? {
    guard let card = board.focusedCard, board.columns.indices.contains(target) else { return nil }
    let lines = previewLines(card, to: board.columns[target].status)
    let area = canvas.bounds.dividedBottom(lines.count + 1).part
    canvas.fill(area, style: Style(.message))
    for (row, line) in lines.enumerated() {
      canvas.writeLine(line, in: area.line(row).inset(left: 1), style: Style(.message))
    }
    drawFooter(in: area.line(lines.count), layout, on: &canvas)
    return layout.part(of: layout.titles, column: max(0, target - board.firstColumn)).origin
  }

  /// What enter does stands at the end, however much of the rest has to be cut.
  private func previewLines(_ card: Card, to goal: Status.ID) -> [String] {
    let start = "\(card.key) \(board.workflow.statusName(card.status))"
    let room = size.columns - 2
    guard let option = board.moveOptions.first(where: { $0.status.id == goal }) else {
      return TextWrapping.lines(
        of: "\(start)   Choose a column with h and l.", columns: room, maxLines: 3)
    }
    let text = "\(start) → \(option.status.name)   \(board.ground?.previewText(option) ?? "")"
    var lines = TextWrapping.lines(of: text, columns: room, maxLines: 3)
    let ending = previewEnding(option)
    let last = "\(lines.popLast() ?? "")   \(ending)"
    if DisplayWidth.columns(of: last) <= room { return lines + [last] }
    return TextWrapping.lines(of: text, columns: room, maxLines: 3) + [ending]
  }

  private func previewEnding(_ option: MoveOption) -> String {
    if option.verdict.isAllowed { return "[enter: move]" }
    guard let path = option.path, path.count > 1,
      let first = board.moveOptions.first(where: { $0.status.id == path[0].to }),
      first.verdict.isAllowed
    else { return "[not possible yet]" }
    return "[enter: go as far as allowed]"
  }
}

extension Canvas {
  /// Lets a rectangle stand back and strikes its text; blanks would show the strike as a line.
  fileprivate mutating func strike(_ rect: Rect) {
    restyle(rect, adding: .dimmed)
    for row in rect.top..<rect.bottom {
      for column in rect.left..<rect.right where self[column, row]?.isBlank == false {
        restyle(Rect(left: column, top: row, columns: 1, rows: 1), adding: .struck)
      }
    }
  }
}
