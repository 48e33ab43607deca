import Drawing
import SluiceCore

extension AppState {
  /// Draws a band over each run of neighbouring columns of one stage.
  func drawStages(in rect: Rect, _ layout: BoardLayout, on canvas: inout Canvas) {
    for run in stageRuns(layout) {
      let start = layout.span(of: run.columns.lowerBound).lowerBound
      let end = layout.span(of: run.columns.upperBound - 1).upperBound
      let band = Rect(left: rect.left + start, top: rect.top, columns: end - start, rows: 1)
      let isCut = run.columns.lowerBound == 0 && board.firstColumn > 0
      let isActive =
        run.stage == board.focusedColumn.flatMap { board.workflow.stageIndex(of: $0.status) }
      draw(
        stage: board.workflow.stages[run.stage].name, isActive: isActive,
        in: band.inset(left: isCut ? hiddenBefore.count : 0), on: &canvas)
    }
    drawHiddenColumns(in: rect, layout, on: &canvas)
  }

  private func draw(stage: String, isActive: Bool, in band: Rect, on canvas: inout Canvas) {
    let role: Role = isActive ? .stageBandActive : .stageBand
    canvas.fill(band, with: "━", style: Style(role))
    canvas.write(" ", at: band.origin, style: Style(role), clip: band)
    let columns = canvas.writeLine(stage, in: band.inset(left: 1, right: 1), style: Style(role))
    canvas.write(" ", at: band.origin.moved(columns: columns + 1), style: Style(role), clip: band)
  }

  private func drawHiddenColumns(in rect: Rect, _ layout: BoardLayout, on canvas: inout Canvas) {
    let after = board.columns.count - board.firstColumn - layout.visibleColumns
    if after > 0 {
      let text = " \(after) more ▸"
      canvas.writeLine(
        text, in: rect.dividedRight(DisplayWidth.columns(of: text)).part, style: Style(.more))
    }
    if board.firstColumn > 0 {
      canvas.writeLine(hiddenBefore, in: rect, style: Style(.more))
    }
  }

  private var hiddenBefore: String { "◂ \(board.firstColumn)" }

  private struct StageRun {
    let stage: Int
    var columns: Range<Int>
  }

  private func stageRuns(_ layout: BoardLayout) -> [StageRun] {
    var runs: [StageRun] = []
    for index in 0..<layout.visibleColumns {
      let place = board.firstColumn + index
      guard board.columns.indices.contains(place),
        let stage = board.workflow.stageIndex(of: board.columns[place].status)
      else { continue }
      if let last = runs.last, last.stage == stage, last.columns.upperBound == index {
        runs[runs.count - 1].columns = last.columns.lowerBound..<(index + 1)
      } else {
        runs.append(StageRun(stage: stage, columns: index..<(index + 1)))
      }
    }
    return runs
  }

  /// Draws the name and the count of a column, `mark` before them.
  func drawTitle(
    of column: ColumnState, isFocused: Bool, mark: String, in rect: Rect, on canvas: inout Canvas
  ) {
    let name = board.workflow.statusName(column.status)
    let limit = board.workflow.status(column.status)?.wipLimit
    let room = rect.columns - DisplayWidth.columns(of: mark + name)
    var pen = Pen(rect)
    pen.write(mark, previewTarget != nil && isFocused ? .focusBar : .plain, on: &canvas)
    pen.writeTrailing(
      countText(column, limit: limit, room: room), countRole(column, limit: limit), on: &canvas)
    pen.write(name, isFocused ? .columnTitleFocused : .columnTitle, on: &canvas)
  }

  /// How many tickets a column shows.
  ///
  /// With a filter the limit, which the filter does not change, goes behind, where there is room or
  /// where it is reached.
  private func countText(_ column: ColumnState, limit: Int?, room: Int) -> String {
    let shown = countText(column.count)
    guard let limit else { return shown }
    guard !board.filterText.isEmpty else { return "\(column.total)/\(limit)" }
    let text = "\(shown) · WIP \(column.total)/\(limit)"
    return column.total >= limit || DisplayWidth.columns(of: text) < room ? text : shown
  }

  func countText(_ count: Count) -> String {
    switch count {
    case .exactly(let value): String(value)
    case .atLeast(let value): "\(value)+"
    }
  }

  private func countRole(_ column: ColumnState, limit: Int?) -> Role {
    guard let limit, column.total >= limit else { return .count }
    return column.total > limit ? .wipOver : .wipFull
  }

  /// The narrow board's row of statuses: the focused one between its neighbours.
  func drawTabs(in rect: Rect, on canvas: inout Canvas) {
    // While a move is chosen, the column in sight is not the one with the focus.
    let place = board.firstColumn
    guard board.columns.indices.contains(place) else { return }
    let column = board.columns[place]
    let limit = board.workflow.status(column.status)?.wipLimit
    let mark = previewTarget == nil ? "" : previewMark(of: place)
    let name = mark + board.workflow.statusName(column.status).uppercased()
    // A neighbour's name needs six columns to be told from others.
    let room = rect.columns - DisplayWidth.columns(of: name) - 24
    let middle = "\(name) \(countText(column, limit: limit, room: room))"
    let side = (rect.columns - DisplayWidth.columns(of: middle) - 12) / 2
    var pen = Pen(rect)
    pen.skip(1)
    if place > 0 {
      pen.write("◂ \(tab(board.columns[place - 1], side)) │ ", .dim, on: &canvas)
    }
    if place + 1 < board.columns.count {
      pen.writeTrailing(" │ \(tab(board.columns[place + 1], side)) ▸", .dim, on: &canvas)
    }
    pen.write(middle, .columnTitleFocused, on: &canvas)
  }

  /// The name of a neighbouring column, with its count where there is room.
  private func tab(_ column: ColumnState, _ room: Int) -> String {
    let name = board.workflow.statusName(column.status)
    let full = "\(name) \(countText(column.count))"
    if DisplayWidth.columns(of: full) <= room { return full }
    return TextWrapping.lines(of: name, columns: max(2, room), maxLines: 1).first ?? ""
  }
}
