public import Drawing
import SluiceCore

extension AppState {
  /// Moves the focus, in the topmost layer.
  mutating func go(_ command: CommandID) -> [Effect] {
    switch layers.last {
    case .gate(let place): return goInGate(command, place)
    case .ticket(let page): return goInTicket(command, page)
    case .preview(let target): return goInPreview(command, target)
    case .help(let help): return goInHelp(command, help)
    case .triage:
      scrollTriage(command)
      return []
    default: break
    }
    let former = board.focusedCard?.key
    let ends = jumpToEnd(command)
    if !ends.isEmpty { return ends }
    goOnBoard(command)
    fitToSize()
    guard board.focusedCard?.key != former else { return fillColumns() }
    // Whoever goes on does not want to be taken back to a ticket that was to be followed.
    wanted = nil
    return rest() + fillColumns()
  }

  private mutating func goOnBoard(_ command: CommandID) {
    let page = layout.page
    switch command {
    case .up: stepCards(-1)
    case .down: stepCards(1)
    case .halfPageDown: stepCards(max(1, page / 2))
    case .halfPageUp: stepCards(-max(1, page / 2))
    case .pageDown: stepCards(page)
    case .pageUp: stepCards(-page)
    case .top: stepCards(-(board.focusedColumn?.cards.count ?? 0))
    case .bottom: stepCards(board.focusedColumn?.cards.count ?? 0)
    case .left: focusColumn(board.focus - 1)
    case .right: focusColumn(board.focus + 1)
    case .firstColumn: focusColumn(0)
    case .lastColumn: focusColumn(board.columns.count - 1)
    case .nextStage: stepStage(1)
    case .previousStage: stepStage(-1)
    default: break
    }
  }

  private mutating func stepCards(_ distance: Int) {
    guard board.columns.indices.contains(board.focus) else { return }
    board.columns[board.focus].awaited = nil
    board.columns[board.focus].step(by: distance, page: layout.page)
  }

  mutating func focusColumn(_ index: Int) {
    board.focus = min(max(index, 0), max(0, board.columns.count - 1))
  }

  private mutating func stepStage(_ distance: Int) {
    let workflow = board.workflow
    guard let column = board.focusedColumn, let stage = workflow.stageIndex(of: column.status)
    else {
      return
    }
    let target = min(max(stage + distance, 0), workflow.stages.count - 1)
    if let first = workflow.stages[target].statuses.first, let place = board.column(of: first) {
      focusColumn(place)
    }
  }

  /// `g` and `G` in a column that was not read to that end ask for the end itself.
  private mutating func jumpToEnd(_ command: CommandID) -> [Effect] {
    guard let column = board.focusedColumn else { return [] }
    switch command {
    case .top where column.hasEarlier: return loadEnd(.top, of: board.focus)
    case .bottom where column.hasLater: return loadEnd(.bottom, of: board.focus)
    default: return []
    }
  }
}

extension AppState {
  /// How many cards of a column are read at a time.
  public static let windowSize = 60

  /// How many cards of each column are read before the first paint: what is in sight, and a page more.
  public static func firstWindow(size: Size) -> Int {
    let pages = 2 * BoardLayout(size: size, columnCount: Workflow.maximumStatuses).page
    return min(windowSize, pages + 2)
  }

  /// How many are read where the screen is tall: a page to either side of what is in sight.
  var windowLimit: Int { max(Self.windowSize, 3 * layout.page) }

  func query(_ status: Status.ID, _ anchor: ColumnQuery.Anchor) -> ColumnQuery {
    ColumnQuery(
      project: .key(board.project.key), status: status, filter: filter, anchor: anchor,
      limit: windowLimit)
  }

  /// Keeps the focus, or the column being chosen, in sight after the size or the focus changed.
  mutating func fitToSize() {
    let layout = layout
    for index in board.columns.indices { board.columns[index].scroll(page: layout.page) }
    let last = max(0, board.columns.count - layout.visibleColumns)
    var column = board.focus
    if case .preview(let target) = layers.last { column = target }
    if column < board.firstColumn { board.firstColumn = column }
    if column >= board.firstColumn + layout.visibleColumns {
      board.firstColumn = column - layout.visibleColumns + 1
    }
    board.firstColumn = min(max(board.firstColumn, 0), last)
  }

  /// Asks for the next cards of the focused column while there is still a page of them out of sight, and goes
  /// on searching for those of a column in sight that a search has not filled.
  mutating func fillColumns() -> [Effect] {
    fillFocused() + searchOn()
  }

  /// A search looks at so many tickets at a time; where they were not enough it goes on where it stopped.
  mutating func searchOn() -> [Effect] {
    let page = layout.page
    var effects: [Effect] = []
    for index in board.firstColumn..<board.firstColumn + layout.visibleColumns
    where board.columns.indices.contains(index) {
      let column = board.columns[index]
      guard let seen = column.seen, !column.isLoading, column.cards.count < column.top + page
      else { continue }
      board.columns[index].isLoading = true
      effects.append(.loadColumn(query(column.status, .below(seen))))
    }
    return effects
  }

  private mutating func fillFocused() -> [Effect] {
    guard var column = board.focusedColumn, !column.isLoading else { return [] }
    let page = layout.page
    var effects: [Effect] = []
    guard let first = column.reading.cards.first, let last = column.reading.cards.last else {
      // A search of the whole board may have ended before it came to this column.
      guard column.hasLater, column.seen == nil else { return [] }
      board.columns[board.focus].hasLater = false
      return loadEnd(.top, of: board.focus)
    }
    if column.hasLater, column.selected + ahead(page) >= column.cards.count {
      effects = [.loadColumn(query(column.status, .below(column.seen ?? last.position)))]
    } else if column.hasEarlier, column.selected < ahead(page) {
      effects = [.loadColumn(query(column.status, .above(first.position)))]
    }
    column.isLoading = !effects.isEmpty
    board.columns[board.focus] = column
    return effects
  }

  /// How many cards are read ahead of the cursor: two pages, and at the end of a line as many as a held key
  /// goes through before the next ones come.
  private func ahead(_ page: Int) -> Int {
    link == nil ? 2 * page : max(2 * page, Self.windowSize * 2 / 3)
  }

  /// The cursor has moved: what its ticket holds is read once it rests.
  mutating func rest() -> [Effect] {
    restCount += 1
    return [.rest(restCount)]
  }

  func loadFocused() -> [Effect] {
    board.focusedCard.map { [.loadTicket($0.key)] } ?? []
  }
}
