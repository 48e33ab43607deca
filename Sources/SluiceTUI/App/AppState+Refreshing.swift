import SluiceCore

extension AppState {
  /// Takes new counts, and new cards for columns that show their top.
  ///
  /// Columns that are scrolled deeper are read again where they are.
  mutating func refresh(_ new: Board) -> [Effect] {
    // An answer about a project that was left meanwhile would lead back to it.
    guard new.project.key == board.project.key else { return [] }
    guard new.columns.map(\.status) == board.columns.map(\.status) else { return open(new) }
    board.project = new.project
    board.workflow = new.workflow
    board.hasAssistant = new.hasAssistant
    let changes = changes(in: new)
    board.sequence = new.sequence
    let former = board.focusedCard?.key
    var effects: [Effect] = []
    for (index, column) in new.columns.enumerated() {
      effects += refreshColumn(index, column)
    }
    noteCounts(of: new)
    reforecast()
    effects += seekWanted()
    leaveWork(on: former)
    fitToSize()
    let marking = markForeign(changes, former: former)
    // Columns that are scrolled deeper are still to be read.
    if !board.columns.contains(where: \.isOutdated) { foreign.forgetOwn(upTo: new.sequence) }
    return effects + loadFocused() + searchOn() + beginCounting() + marking
  }

  /// Focuses the wanted ticket, or reads its column where it stands if that is beyond what was read.
  private mutating func seekWanted() -> [Effect] {
    guard let wanted else { return [] }
    guard !board.focusTicket(wanted.key), let column = column(of: wanted) else {
      self.wanted = nil
      return []
    }
    return [.loadColumn(query(column, .at(wanted.position)))]
  }

  /// The column where a ticket stands; `nil` for a bound one whose workflow was not read.
  private func column(of ticket: Ticket) -> Status.ID? {
    guard ticket.binding != nil else { return ticket.status }
    guard let workflow = detail(of: ticket.key)?.workflow,
      let status = workflow.status(ticket.status)
    else { return nil }
    return board.workflow.column(for: status, in: workflow)
  }

  /// What was read of a ticket, be it focused or open.
  func detail(of key: TicketKey) -> TicketDetail? {
    for case .ticket(let page) in layers where page.key == key { return page.detail }
    if let entry = triage?.queue.upcoming.first(where: { $0.key == key }) { return entry.detail }
    return board.detail?.state.ticket.key == key ? board.detail : nil
  }

  /// Ends what was being done to a ticket that has lost the focus, so that no key hits another one.
  mutating func leaveWork(on key: TicketKey?) {
    // What the board's focus does is of no matter in triage.
    let isLost = key != nil && triage == nil && board.focusedCard?.key != key
    let place = layers.lastIndex { layer in
      switch layer {
      case .gate: isLost || isGateGone
      case .preview: isLost
      default: false
      }
    }
    guard let place else { return }
    layers.remove(at: place)
    fitToSize()
    guard let key else { return }
    notice = Notice(
      kind: .warning,
      text: isLost ? whatBecame(of: key) : "No gate lies ahead of \(key) any more.")
  }

  private func whatBecame(of key: TicketKey) -> String {
    let isInSight = board.columns.contains { $0.cards.contains { $0.key == key } }
    return isInSight
      ? "\(key) was moved meanwhile." : "\(key) was moved or deleted meanwhile; it is not here."
  }

  private mutating func refreshColumn(_ index: Int, _ column: Board.Column) -> [Effect] {
    board.columns[index].count = column.count
    board.columns[index].total = column.total
    let page = layout.page
    guard board.columns[index].isBeyond(column.window, page: page),
      let first = board.columns[index].firstToKeep(page: page)
    else {
      board.columns[index].replace(with: column.window, page: page)
      return []
    }
    // What others added above was not counted.
    board.columns[index].offset = nil
    board.columns[index].isOutdated = true
    return [.loadColumn(query(column.status, .at(first.position)))]
  }

  mutating func takeWanted(at position: CardPosition) {
    guard let wanted, wanted.position == position else { return }
    board.focusTicket(wanted.key)
    self.wanted = nil
  }
}

extension Ticket {
  /// The place of its card in its column.
  var position: CardPosition {
    CardPosition(priority: priority, enteredAt: enteredAt, number: key.number, ordinal: key.ordinal)
  }
}
