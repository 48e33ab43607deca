import Drawing
import SluiceCore

extension AppState {
  /// Draws what is beside or below the board; returns where the cursor stands if a pane has it.
  func drawPanes(
    of drawn: inout DrawnBoard, after former: DrawnBoard?, _ layout: BoardLayout
  ) -> Point? {
    switch layout.shape {
    case .wide: drawSidePanes(in: layout.panes, of: &drawn, after: former)
    case .medium: drawDrawer(in: layout.panes, on: &drawn.canvas)
    case .narrow: drawNarrowPane(layout, on: &drawn.canvas)
    case .tooSmall: nil
    }
  }

  private func drawNarrowPane(_ layout: BoardLayout, on canvas: inout Canvas) -> Point? {
    guard board.focusedCard != nil else {
      drawEmpty(in: layout.cards.inset(left: 1), on: &canvas)
      return nil
    }
    return isInGate ? drawDrawer(in: narrowDrawer(layout), on: &canvas) : nil
  }

  /// Says in the place of a ticket why there is none.
  private func drawEmpty(in rect: Rect, on canvas: inout Canvas) {
    let first = board.workflow.initialStatus?.name ?? ""
    let text =
      board.filterText.isEmpty
      ? "Empty."
        + (isReadOnly ? "" : " \(keymap.shown(.newTicket)) makes a ticket in \(first).")
      : "No match here; \(keymap.shown(.clearFilter)) shows everything."
    let lines = TextWrapping.lines(of: text, columns: rect.columns, maxLines: rect.rows)
    for (row, line) in lines.enumerated() {
      canvas.writeLine(line, in: rect.line(row), style: Style(.dim))
    }
  }

  /// Whether one works through the gate, be it that a question lies over it.
  var isInGate: Bool { gatePlace != nil }

  var gatePlace: Int? {
    for case .gate(let place) in layers.reversed() { return place }
    return nil
  }

  /// Where there is no room for panes, the gate covers the cards while one works on it.
  private func narrowDrawer(_ layout: BoardLayout) -> Rect {
    layout.cards.dividedTop(2).rest
  }

  private func drawSidePanes(
    in rect: Rect, of drawn: inout DrawnBoard, after former: DrawnBoard?
  ) -> Point? {
    drawn.canvas.verticalLine(at: rect.origin, rows: rect.rows, style: Style(.border))
    // The column between the line and the text is for the bar of what has the focus.
    let cleared = rect.inset(left: 1)
    let inside = cleared.inset(left: 1)
    guard let card = board.focusedCard else {
      drawn.clearPanes(cleared)
      drawEmpty(in: inside, on: &drawn.canvas)
      return nil
    }
    let ground = board.ground
    let gate = gatePane(ground, columns: inside.columns)
    let areas = paneAreas(in: inside, ground, gate)
    let moves = DrawnBoard.Moves(ground: ground, rect: areas.moves)
    if drawn.moves == moves {
      drawn.canvas.fill(areas.ticket, style: .plain)
      drawn.canvas.fill(areas.gate.extendedLeft, style: .plain)
    } else {
      drawn.clearPanes(cleared)
      drawn.draw(moves, after: former) { movesPane(ground) }
    }
    drawTicketPane(card, in: areas.ticket, on: &drawn.canvas)
    drawHeading("Moves", in: areas.heading, on: &drawn.canvas)
    guard let gate else { return nil }
    drawHeading("Gate: \(gate.gate.name)", in: areas.gate.line(0), on: &drawn.canvas)
    return gate.draw(in: areas.gate.dividedTop(1).rest, on: &drawn.canvas)
  }

  /// Where the side panes stand, one below the other.
  private struct PaneAreas {
    let ticket: Rect
    let heading: Rect
    let moves: Rect
    let gate: Rect
  }

  private func paneAreas(in inside: Rect, _ ground: Ground?, _ gate: GatePane?) -> PaneAreas {
    let gateRows = gate.map { $0.rows + 2 } ?? 0
    // A long list of moves leaves the gate a third of the height, and half while one works on it.
    let gateRoom = min(gateRows, isInGate ? inside.rows / 2 : inside.rows / 3)
    let options = max(1, (ground?.workflow.statuses.count ?? 4) - 1)
    let moveRows = min(options + 2, max(3, inside.rows - 5 - gateRoom))
    let ticketRows = max(5, inside.rows - gateRows - moveRows)
    let (ticket, below) = inside.dividedTop(ticketRows)
    let (moves, last) = below.dividedTop(moveRows)
    return PaneAreas(
      ticket: ticket, heading: below.line(0),
      moves: moves.inset(left: 0, top: 1, right: 0, bottom: 1), gate: last)
  }

  private func drawDrawer(in rect: Rect, on canvas: inout Canvas) -> Point? {
    canvas.fill(rect, style: .plain)
    canvas.horizontalLine(at: rect.origin, columns: rect.columns, glyph: "━", style: Style(.border))
    let inside = rect.dividedTop(1).rest.inset(left: 1)
    guard let card = board.focusedCard else {
      drawEmpty(in: inside, on: &canvas)
      return nil
    }
    drawDrawerTitle(card, in: rect.line(0), on: &canvas)
    return drawDrawerContent(card, in: inside, on: &canvas)
  }

  private func drawDrawerContent(
    _ card: Card, in inside: Rect, on canvas: inout Canvas
  ) -> Point? {
    switch isInGate ? .gate : board.drawer {
    case .ticket: drawTicketPane(card, in: inside, on: &canvas)
    case .moves: MovesPane.draw(movesPane(board.ground), in: inside, on: &canvas)
    case .gate:
      let ground = board.ground
      if let gate = gatePane(ground, columns: inside.columns) {
        return gate.draw(in: inside, on: &canvas)
      }
      let text = ground == nil ? "Reading …" : "No gate leads out of this stage."
      canvas.writeLine(text, in: inside, style: Style(.dim))
    }
    return nil
  }

  private func drawDrawerTitle(_ card: Card, in rect: Rect, on canvas: inout Canvas) {
    var pen = Pen(rect)
    let open: BoardState.Drawer = isInGate ? .gate : board.drawer
    pen.skip(1)
    pen.writeTrailing("━━", .border, on: &canvas)
    for drawer in BoardState.Drawer.allCases.reversed() {
      let isOpen = drawer == open
      pen.writeTrailing(
        isOpen ? "[\(drawer.rawValue)]" : " \(drawer.rawValue) ",
        isOpen ? .paneTabActive : .paneTab,
        on: &canvas)
    }
    pen.writeTrailing(" ", .border, on: &canvas)
    pen.write(" \(card.key) \(card.title)", .paneTitle, on: &canvas)
    pen.write(" ", .border, on: &canvas)
  }

  func drawHeading(_ text: String, in rect: Rect, on canvas: inout Canvas) {
    canvas.horizontalLine(at: rect.origin, columns: rect.columns, style: Style(.border))
    let columns = canvas.writeLine(text, in: rect.dividedRight(2).rest, style: Style(.paneTitle))
    canvas.write(" ", at: rect.origin.moved(columns: columns), style: Style(.border), clip: rect)
  }

  private func movesPane(_ ground: Ground?) -> MovesPane? {
    ground.map { MovesPane(options: $0.moveOptions) }
  }

  private func gatePane(_ ground: Ground?, columns: Int) -> GatePane? {
    guard let ground, let gate = ground.gateAhead else { return nil }
    return GatePane(
      gate: gate, workflow: ground.workflow, progress: ground.progress, focused: gatePlace,
      now: now, columns: columns)
  }
}

extension Rect {
  /// Itself with the column at its left, which is for the bar of what has the focus.
  fileprivate var extendedLeft: Rect {
    Rect(left: left - 1, top: top, columns: columns + 1, rows: rows)
  }
}
