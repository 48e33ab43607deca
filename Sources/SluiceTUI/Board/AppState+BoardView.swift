import Drawing
import SluiceCore

extension AppState {
  /// Draws the board with its panes and tells where the cursor stands.
  ///
  /// Where it is as it was in `former`, it is not drawn but taken from there.
  func drawBoard(
    after former: DrawnBoard?, _ layout: BoardLayout
  ) -> (board: DrawnBoard, cursor: Point?) {
    let frame = withoutContents
    let resumed = former?.resumed(with: frame, layout)
    var board = resumed ?? DrawnBoard(frame, layout)
    if resumed == nil { drawFrame(of: &board, layout) }
    let cards = former?.cards(for: board)
    let ground = marks.isEmpty ? nil : markGround
    for index in 0..<layout.visibleColumns {
      drawCards(at: index, of: &board, after: cards, on: ground, layout)
    }
    let paneCursor = drawPanes(of: &board, after: former, layout)
    return (board, board.headerCursor ?? paneCursor ?? focusPoint(layout))
  }

  /// Draws all that is neither card nor pane.
  private func drawFrame(of board: inout DrawnBoard, _ layout: BoardLayout) {
    board.headerCursor = drawHeader(in: layout.header, on: &board.canvas)
    drawSurroundings(layout, on: &board.canvas)
    for index in 0..<layout.visibleColumns { drawColumn(at: index, layout, on: &board.canvas) }
    drawFooter(in: layout.footer, layout, on: &board.canvas)
  }

  private func drawSurroundings(_ layout: BoardLayout, on canvas: inout Canvas) {
    if layout.shape == .narrow {
      drawTabs(in: layout.titles, on: &canvas)
      canvas.horizontalLine(
        at: layout.rule.origin, columns: layout.rule.columns, style: Style(.border))
    } else {
      drawStages(in: layout.stages, layout, on: &canvas)
      drawRules(layout, on: &canvas)
    }
  }

  /// Where the focused card begins; on an empty column, where its first card would be.
  private func focusPoint(_ layout: BoardLayout) -> Point? {
    guard let column = board.focusedColumn else { return nil }
    let place = max(0, column.selected - column.top)
    return layout.card(place, column: board.focus - board.firstColumn).origin
  }

  private func drawRules(_ layout: BoardLayout, on canvas: inout Canvas) {
    let style = Style(.border)
    canvas.horizontalLine(at: layout.rule.origin, columns: layout.rule.columns, style: style)
    for index in 1..<max(1, layout.visibleColumns) {
      let column = layout.cards.left + layout.span(of: index).lowerBound - 1
      canvas.verticalLine(
        at: Point(column: column, row: layout.titles.top),
        rows: layout.cards.bottom - layout.titles.top, style: style)
      canvas.put("┼", at: Point(column: column, row: layout.rule.top), style: style)
    }
    guard !layout.footerRule.isEmpty else { return }
    canvas.horizontalLine(
      at: layout.footerRule.origin, columns: layout.footerRule.columns, style: style)
  }

  private func drawColumn(at index: Int, _ layout: BoardLayout, on canvas: inout Canvas) {
    let place = board.firstColumn + index
    guard board.columns.indices.contains(place) else { return }
    let column = board.columns[place]
    if layout.shape != .narrow {
      drawTitle(
        of: column, isFocused: place == previewTarget ?? board.focus, mark: previewMark(of: place),
        in: layout.part(of: layout.titles, column: index), on: &canvas)
    }
  }

  private func drawCards(
    at index: Int, of drawn: inout DrawnBoard, after former: DrawnCards?,
    on ground: Marks.Ground?, _ layout: BoardLayout
  ) {
    let place = board.firstColumn + index
    guard board.columns.indices.contains(place) else { return }
    let column = board.columns[place]
    let gate = board.workflow.gateAhead(of: column.status)?.requirementCount
    drawn.draw(column.edges(layout), column: index)
    for row in 0..<layout.page {
      guard column.cards.indices.contains(column.top + row) else {
        drawn.clear(row: row, column: index)
        continue
      }
      let isFocused = place == board.focus && column.top + row == column.selected
      let stamp = CardView.Stamp(
        column.cards[column.top + row], isFocused: isFocused, requirements: gate, on: ground, self)
      guard !drawn.has(stamp, row: row, column: index) else { continue }
      let card = column.cards[column.top + row]
      let view = CardView(card: card, stamp: stamp, ownStatus: ownStatus(of: card))
      drawn.draw(view, row: row, column: index, after: former)
    }
    drawPreview(of: column, at: index, layout, on: &drawn.canvas)
  }
}
