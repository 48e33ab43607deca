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
    let former = board.focusedCard?.key
    var effects: [Effect] = []
    for (index, column) in new.columns.enumerated() {
      effects += refreshColumn(index, column)
    }
    effects += seekWanted()
    leaveWork(on: former)
    fitToSize()
    return effects + loadFocused()
  }

  /// Focuses the wanted ticket, or reads its column where it stands if that is beyond what was read.
  private mutating func seekWanted() -> [Effect] {
    guard let wanted else { return [] }
    guard board.focusTicket(wanted.key) else {
      return [.loadColumn(query(wanted.status, .at(wanted.position)))]
    }
    self.wanted = nil
    return []
  }

  /// Ends what was being done to a ticket that has lost the focus, so that no key hits another one.
  mutating func leaveWork(on key: TicketKey?) {
    let isLost = key != nil && board.focusedCard?.key != key
    switch layers.last {
    case .gate where isLost || gateAhead == nil, .preview where isLost:
      pop()
      guard let key else { return }
      let text = isLost ? "\(key) was moved meanwhile." : "No gate lies ahead of \(key) any more."
      notice = Notice(kind: .warning, text: text)
    default: break
    }
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
