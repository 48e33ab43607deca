import SluiceCore

extension AppState {
  mutating func take(
    _ result: Result<Board, EngineError>, _ purpose: Effect.BoardPurpose
  ) -> [Effect] {
    switch result {
    case .failure(let error):
      connection = .broken(error.message)
      fail(error)
      return []
    case .success(let new):
      connection = .live
      switch purpose {
      case .open: return open(new)
      case .refresh: return refresh(new)
      }
    }
  }

  private mutating func open(_ new: Board) -> [Effect] {
    let text = board.filterText
    let drawer = board.drawer
    let isSameProject = board.project.key == new.project.key
    let focusedStatus = board.focusedColumn?.status
    board = BoardState(new)
    board.drawer = drawer
    if isSameProject { board.filterText = text }
    if isSameProject, let focusedStatus, let column = board.column(of: focusedStatus),
      !board.columns[column].cards.isEmpty
    {
      board.focus = column
    }
    fitToSize()
    return loadFocused() + (isSameProject ? [] : [.remember(new.project.key)])
  }

  /// Takes new counts, and new cards for columns that show their top.
  ///
  /// Columns that are scrolled deeper are read again where they are.
  private mutating func refresh(_ new: Board) -> [Effect] {
    guard new.project.key == board.project.key,
      new.columns.map(\.status) == board.columns.map(\.status)
    else { return open(new) }
    board.project = new.project
    board.workflow = new.workflow
    var effects: [Effect] = []
    for (index, column) in new.columns.enumerated() {
      effects += refreshColumn(index, column)
    }
    if let wanted, board.focusTicket(wanted) { self.wanted = nil }
    fitToSize()
    return effects + loadFocused()
  }

  private mutating func refreshColumn(_ index: Int, _ column: Board.Column) -> [Effect] {
    board.columns[index].count = column.count
    board.columns[index].total = column.total
    guard board.columns[index].hasEarlier, let first = board.columns[index].cards.first else {
      board.columns[index].replace(with: column.window, offset: 0, page: layout.page)
      return []
    }
    return [.loadColumn(query(column.status, .at(first.position)))]
  }

  mutating func take(
    _ result: Result<CardWindow, EngineError>, _ query: ColumnQuery
  ) -> [Effect] {
    guard let index = board.column(of: query.status), query.project == .key(board.project.key),
      query.filter == filter
    else { return [] }
    switch result {
    case .failure(let error):
      board.columns[index].isLoading = false
      fail(error)
      return []
    case .success(let window): return place(window, for: query.anchor, in: index)
    }
  }

  private mutating func place(
    _ window: CardWindow, for anchor: ColumnQuery.Anchor, in index: Int
  ) -> [Effect] {
    let page = layout.page
    switch anchor {
    case .below: board.columns[index].append(window)
    case .above: board.columns[index].prepend(window)
    case .at:
      board.columns[index].replace(with: window, offset: board.columns[index].offset, page: page)
    case .top:
      board.columns[index].replace(with: window, offset: 0, page: page)
      board.columns[index].step(by: -window.cards.count, page: page)
      return rest()
    case .bottom:
      let offset = exactCount(of: index).map { $0 - window.cards.count }
      board.columns[index].replace(with: window, offset: offset, page: page)
      board.columns[index].step(by: window.cards.count, page: page)
      return rest()
    }
    fitToSize()
    return fillColumns()
  }

  private func exactCount(of index: Int) -> Int? {
    guard case .exactly(let count) = board.columns[index].count else { return nil }
    return count
  }

  mutating func take(_ result: Result<TicketDetail, EngineError>) -> [Effect] {
    switch result {
    case .failure(let error):
      if error.code != .notFound { fail(error) }
    case .success(let detail):
      if detail.state.ticket.key == board.focusedCard?.key { board.detail = detail }
      updatePage(detail.state.ticket.key) { $0.detail = detail }
    }
    return []
  }

  mutating func take(_ result: Result<Page<Event>, EngineError>, of key: TicketKey) -> [Effect] {
    switch result {
    case .failure(let error): fail(error)
    case .success(let page):
      updatePage(key) { open in
        open.events = open.isLoadingHistory ? open.events + page.items : page.items
        open.nextCursor = page.nextCursor
        open.isLoadingHistory = false
      }
    }
    return []
  }

  private mutating func updatePage(_ key: TicketKey, _ update: (inout TicketPage) -> Void) {
    for (index, layer) in layers.enumerated() {
      guard case .ticket(var page) = layer, page.key == key else { continue }
      update(&page)
      layers[index] = .ticket(page)
    }
  }

  /// Reads again what is shown.
  mutating func reload() -> [Effect] {
    var effects: [Effect] = [.loadBoard(boardQuery, .refresh)]
    for case .ticket(let page) in layers {
      effects += [.loadTicket(page.key), .loadHistory(page.key, PageRequest(limit: 100))]
    }
    return effects
  }

  var boardQuery: BoardQuery {
    BoardQuery(project: .key(board.project.key), filter: filter, limit: Self.windowSize)
  }
}
