import SluiceCore

extension AppState {
  mutating func take(
    _ result: Result<Board, EngineError>, _ query: BoardQuery, _ purpose: Effect.BoardPurpose
  ) -> [Effect] {
    switch purpose {
    case .open:
      // An answer to what is asked for no longer.
      guard awaited == nil || query == awaited else { return [] }
    case .refresh:
      let isDueAgain = refreshing == .again && !isLineLost
      refreshing = .no
      if isDueAgain { return take(result, query) + refreshBoard() }
    }
    return purpose == .open ? takeOpened(result) : take(result, query)
  }

  private mutating func takeOpened(_ result: Result<Board, EngineError>) -> [Effect] {
    switch result {
    case .failure(let error):
      if error.code != .notFound { connection = .broken(error.message) }
      fail(error)
      return []
    case .success(let new):
      connection = .live
      return open(new)
    }
  }

  private mutating func take(
    _ result: Result<Board, EngineError>, _ query: BoardQuery
  ) -> [Effect] {
    switch result {
    case .failure(let error):
      connection = .broken(error.message)
      failReading(error)
      return []
    case .success(let new):
      connection = .live
      return query.filter == filter ? refresh(new) : []
    }
  }

  mutating func open(_ new: Board) -> [Effect] {
    let (text, read) = (board.filterText, board.filter)
    let drawer = board.drawer
    let detail = board.detail
    let isSameProject = board.project.key == new.project.key
    let focusedStatus = board.focusedColumn?.status
    let former = board.focusedCard?.key
    board = BoardState(new)
    board.drawer = drawer
    if !isSameProject {
      marks = Marks()
      foreign.clear()
    }
    if isSameProject {
      (board.filterText, board.filter, board.detail) = (text, read, detail)
    }
    if isSameProject { keepFocus(on: former, in: focusedStatus) }
    noteCounts(of: new)
    leaveWork(on: former)
    fitToSize()
    return loadFocused() + (isSameProject ? [] : [.remember(new.project.key)]) + searchOn()
      + beginCounting()
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
      board.columns[index].awaited = nil
      failReading(error)
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
    case .top where board.columns[index].needsNo(anchor),
      .bottom where board.columns[index].needsNo(anchor):
      // One has gone elsewhere since.
      return []
    case .below(let position): board.columns[index].append(window, below: position)
    case .above(let position): board.columns[index].prepend(window, above: position)
    case .at where window.cards.isEmpty && window.hasEarlier:
      // All that stood from there on has gone; what is left lies above.
      board.columns[index].isOutdated = true
      return loadEnd(.bottom, of: index)
    case .at(let position)
    where !board.columns[index].isOutdated && wanted?.position != position:
      // A jump to an end has come between: what is in sight by now is read in its stead.
      guard let first = board.columns[index].firstToKeep(page: page) else { return [] }
      board.columns[index].isOutdated = true
      return [.loadColumn(query(board.columns[index].status, .at(first.position)))]
    case .at(let position):
      let column = board.columns[index]
      board.columns[index].replace(with: window, page: page)
      takeWanted(at: position)
      fitToSize()
      let changes = column.isOutdated ? changes(of: column, in: window) : []
      return fillColumns() + markForeign(changes, former: former)
    case .top:
      board.columns[index].awaited = nil
      board.columns[index].replace(with: window, page: page)
      board.columns[index].step(by: -window.cards.count, page: page)
      return rest()
    case .bottom:
      board.columns[index].awaited = nil
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
    case .failure(let error) where error.code == .notFound:
      updatePage(key) { $0.lose() }
      takeInTriage(result, of: key)
    case .failure(let error): failReading(error)
    case .success(let detail):
      // An answer of before what is known by now.
      guard pending.origins[key]?.take(detail, in: board.workflow) ?? true else {
        updateTriage { $0.queue.update(key) { $0.isAsked = false } }
        break
      }
      updatePage(key) { $0.take(detail) }
      takeInTriage(result, of: key)
      guard key == board.focusedCard?.key else { break }
      board.detail = detail
      leaveWork(on: key)
    }
    return (try? result.get()).map { updateConflict($0) } ?? []
  }

  mutating func take(
    _ result: Result<Page<Event>, EngineError>, of key: TicketKey, _ request: PageRequest
  ) -> [Effect] {
    switch result {
    case .failure(let error) where error.code == .notFound && isUnknown(key):
      layers.removeAll { if case .ticket(let page) = $0 { page.key == key } else { false } }
      fail(error)
    case .failure(let error):
      failReading(error)
      updatePage(key) { $0.isLoadingHistory = false }
    case .success(let page):
      updatePage(key) { $0.take(page, request) }
      if request.cursor == nil { nameChangers(of: key, page.items) }
    }
    return []
  }

  /// Whether a page is open of a ticket of which nothing was ever read.
  private func isUnknown(_ key: TicketKey) -> Bool {
    layers.contains { layer in
      guard case .ticket(let page) = layer else { return false }
      return page.key == key && page.detail == nil && page.events.isEmpty
    }
  }

  mutating func updatePage(_ key: TicketKey, _ update: (inout TicketPage) -> Void) {
    for (index, layer) in layers.enumerated() {
      guard case .ticket(var page) = layer, page.key == key else { continue }
      update(&page)
      layers[index] = .ticket(page)
    }
  }

  /// Reads again what is shown.
  mutating func reload() -> [Effect] {
    var effects = refreshBoard()
    for case .ticket(let page) in layers {
      effects += [.loadTicket(page.key), .loadHistory(page.key, PageRequest(limit: 100))]
    }
    return effects
  }

  /// Brings the board up to date.
  ///
  /// On a line each request takes its time: while one is under way, whatever happens leads to one more and
  /// not to many.
  private mutating func refreshBoard() -> [Effect] {
    guard link == nil || refreshing == .no else {
      refreshing = .again
      return []
    }
    if link != nil { refreshing = .once }
    return [.loadBoard(boardQuery, .refresh)]
  }

  /// Asks for another board in place of the one shown.
  mutating func load(_ query: BoardQuery) -> [Effect] {
    awaited = query
    board.tally = nil
    return [.loadBoard(query, .open)]
  }

  /// Asks for an end of a column, to go there.
  mutating func loadEnd(_ anchor: ColumnQuery.Anchor, of index: Int) -> [Effect] {
    board.columns[index].awaited = anchor
    return [.loadColumn(query(board.columns[index].status, anchor))]
  }

  var boardQuery: BoardQuery {
    BoardQuery(project: .key(board.project.key), filter: filter, limit: windowLimit)
  }
}
