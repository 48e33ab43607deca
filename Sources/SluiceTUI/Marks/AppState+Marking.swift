import SluiceCore

extension AppState {
  mutating func mark(_ command: CommandID) -> [Effect] {
    guard let card = board.focusedCard else {
      notice = Notice(kind: .information, text: "There is no ticket here to mark.")
      return []
    }
    switch command {
    case .mark: marks.toggle(card, on: markGround)
    case .markRange: markRange(to: card)
    default: markAll(with: card)
    }
    return []
  }

  /// Marks from the last mark of this column to here; the first one where it has none.
  private mutating func markRange(to card: Card) {
    guard let column = board.focusedColumn, let start = marks.last[column.status] else {
      marks.mark([card], at: card, on: markGround)
      let key = keymap.shown(.markRange)
      say("\(card.key) marked; \(key) goes from the last mark of a column to where one is")
      return
    }
    guard let place = column.cards.firstIndex(where: { $0.key == start }) else {
      marks.mark([card], at: card, on: markGround)
      notice = Notice(
        kind: .warning,
        text: "\(start) is no longer near, so only \(card.key) is marked; "
          + "\(keymap.shown(.markAll)) marks the column.")
      return
    }
    let range = min(place, column.selected)...max(place, column.selected)
    marks.mark(column.cards[range], at: card, on: markGround)
  }

  /// Marks the column, then the board, then nothing.
  private mutating func markAll(with card: Card) {
    guard let column = board.focusedColumn else { return }
    if marks.isSweeping(nil, under: filter), marks.sweeps.contains(where: { $0.status == nil }) {
      unmark()
      return
    }
    guard marks.isSweeping(column.status, under: filter) else {
      marks.sweep(
        Marks.Sweep(status: column.status, filter: filter, count: column.count),
        listed: column.cards)
      let name = board.workflow.statusName(column.status)
      say("All of \(name) marked; \(keymap.shown(.markAll)) again marks the board")
      return
    }
    let count = board.columns.map(\.count).reduce(Count.exactly(0), +)
    marks.sweep(
      Marks.Sweep(status: nil, filter: filter, count: count), listed: board.columns.flatMap(\.cards)
    )
    say("The whole board is marked; \(keymap.shown(.markAll)) again unmarks it")
  }

  mutating func unmark() {
    marks = Marks()
    say("Nothing is marked")
  }

  /// What tells whether cards are marked; made once for all that are in sight.
  var markGround: Marks.Ground {
    Marks.Ground(filter: filter, workflow: board.workflow, context: filterContext)
  }

  /// How many tickets are marked: `20`, or `at least 1000`.
  var markedCount: Count {
    let filter = filter
    return marks.count { sweep in
      guard sweep.filter == filter else { return nil }
      guard let status = sweep.status else {
        return board.columns.map(\.count).reduce(Count.exactly(0), +)
      }
      return board.column(of: status).map { board.columns[$0].count }
    }
  }

  /// The same in words: `20 tickets`.
  var markedText: String {
    switch markedCount {
    case .exactly(1): "1 ticket"
    case .exactly(let count): "\(count) tickets"
    case .atLeast(let count): "at least \(count) tickets"
    }
  }

  /// Asks which tickets others have deleted, where single ones are marked.
  var lookForDeletions: [Effect] {
    guard !marks.keys.isEmpty else { return [] }
    return [
      .loadDeletions(
        EventQuery(
          .oldestFirst(after: board.sequence), project: .key(board.project.key),
          kinds: [.ticketDeleted]))
    ]
  }

  mutating func take(deletions events: [Event]) -> [Effect] {
    let gone = Set(events.compactMap(\.ticket))
    let lost = marks.lose(gone)
    guard let first = lost.first else { return [] }
    let others = lost.count > 1 ? " and \(lost.count - 1) more were" : " was"
    notice = Notice(
      kind: .warning, text: "\(first)\(others) deleted meanwhile and marked no longer.")
    return []
  }
}

extension Count {
  static func + (left: Count, right: Count) -> Count {
    switch (left, right) {
    case (.exactly(let left), .exactly(let right)): .exactly(left + right)
    default: .atLeast(left.value + right.value)
    }
  }
}
