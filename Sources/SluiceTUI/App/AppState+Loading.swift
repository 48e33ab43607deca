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

  mutating func open(_ new: Board) -> [Effect] {
    let text = board.filterText
    let drawer = board.drawer
    let detail = board.detail
    let isSameProject = board.project.key == new.project.key
    let focusedStatus = board.focusedColumn?.status
    let former = board.focusedCard?.key
    board = BoardState(new)
    board.drawer = drawer
    if isSameProject { (board.filterText, board.detail) = (text, detail) }
    if isSameProject { keepFocus(on: former, in: focusedStatus) }
    leaveWork(on: former)
    fitToSize()
    return loadFocused() + (isSameProject ? [] : [.remember(new.project.key)])
  }

  /// Focuses the same ticket, else the same column unless only others show something.
  private mutating func keepFocus(on key: TicketKey?, in status: Status.ID?) {
    if let key, board.focusTicket(key) { return }
    guard let status, let column = board.column(of: status) else { return }
    let isEmpty = board.columns[column].cards.isEmpty
    if !isEmpty || board.columns.allSatisfy(\.cards.isEmpty) { board.focus = column }
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
    let former = board.focusedCard?.key
    defer { leaveWork(on: former) }
    switch anchor {
    case .below(let position): board.columns[index].append(window, below: position)
    case .above(let position): board.columns[index].prepend(window, above: position)
    case .at where window.cards.isEmpty && window.hasEarlier:
      // All that stood from there on has gone; what is left lies above.
      return [.loadColumn(query(board.columns[index].status, .bottom))]
    case .at(let position):
      board.columns[index].replace(with: window, page: page)
      takeWanted(at: position)
    case .top:
      board.columns[index].replace(with: window, page: page)
      board.columns[index].step(by: -window.cards.count, page: page)
      return rest()
    case .bottom:
      board.columns[index].replace(with: window, page: page)
      board.columns[index].step(by: window.cards.count, page: page)
      return rest()
    }
    fitToSize()
    return fillColumns()
  }

  mutating func take(
    _ result: Result<TicketDetail, EngineError>, of key: TicketKey
  ) -> [Effect] {
    switch result {
    case .failure(let error) where error.code == .notFound: updatePage(key) { $0.lose() }
    case .failure(let error): fail(error)
    case .success(let detail):
      updatePage(key) { $0.take(detail) }
      guard key == board.focusedCard?.key else { break }
      board.detail = detail
      leaveWork(on: key)
    }
    return []
  }

  mutating func take(
    _ result: Result<Page<Event>, EngineError>, of key: TicketKey, _ request: PageRequest
  ) -> [Effect] {
    switch result {
    case .failure(let error):
      fail(error)
      updatePage(key) { $0.isLoadingHistory = false }
    case .success(let page): updatePage(key) { $0.take(page, request) }
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
    BoardQuery(project: .key(board.project.key), filter: filter, limit: windowLimit)
  }
}
