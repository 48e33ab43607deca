internal import SluiceCore

extension AlloyShelf {
  /// The board as far as it was read; a count is exact once every page was.
  func board(_ filter: BoardFilter, limit: Int, at now: Timestamp) -> Board {
    let cards = Dictionary(grouping: self.cards(filter, at: now), by: \.status)
    let totals = Dictionary(grouping: tickets, by: \.status).mapValues(\.count)
    let columns = workflow.statuses.map { status in
      let own = cards[status.id] ?? []
      return Board.Column(
        status: status.id, count: isComplete ? .exactly(own.count) : .atLeast(own.count),
        total: totals[status.id] ?? 0,
        window: CardWindow(
          cards: Array(own.prefix(limit)), hasEarlier: false,
          hasLater: own.count > limit || !isComplete))
    }
    return Board(
      project: project, workflow: workflow, columns: columns, sequence: 0, hasAssistant: true)
  }

  /// A window of one column, as far as it was read.
  func window(_ query: ColumnQuery, at now: Timestamp) -> CardWindow {
    let own = cards(query.filter, at: now).filter { $0.status == query.status }
    let isSearch = !query.filter.words.isEmpty
    let range =
      switch query.anchor {
      case .top: 0..<min(query.limit, own.count)
      case .bottom: max(0, own.count - query.limit)..<own.count
      case .below(let place):
        Self.range(from: own.place(below: place, isSearch), query.limit, own.count)
      case .at(let place):
        Self.range(from: own.place(at: place, isSearch), query.limit, own.count)
      case .above(let place):
        max(0, own.place(at: place, isSearch) - query.limit)..<own.place(at: place, isSearch)
      }
    return CardWindow(
      cards: Array(own[range]), hasEarlier: range.lowerBound > 0,
      hasLater: range.upperBound < own.count || !isComplete)
  }

  private static func range(from start: Int, _ limit: Int, _ count: Int) -> Range<Int> {
    start..<min(start + limit, count)
  }

  /// The cards that a filter lets through, in the order of columns.
  private func cards(_ filter: BoardFilter, at now: Timestamp) -> [Card] {
    let cards = tickets.filter { passes($0, filter, at: now) }.map(Card.init)
    return filter.words.isEmpty ? cards.sorted { $0.position < $1.position } : cards
  }
}

extension [Card] {
  /// The index of the first card below a place, or how many there are.
  fileprivate func place(below place: CardPosition, _ isSearch: Bool) -> Int {
    firstIndex { isSearch ? $0.key.number < place.number : place < $0.position } ?? count
  }

  /// The index of the card at a place, or of the first below it.
  fileprivate func place(at place: CardPosition, _ isSearch: Bool) -> Int {
    firstIndex { isSearch ? $0.key.number <= place.number : !($0.position < place) } ?? count
  }
}

extension Card {
  fileprivate init(_ ticket: Ticket) {
    self.init(
      key: ticket.key, status: ticket.status, title: ticket.title, priority: ticket.priority,
      assignee: ticket.assignee, labels: ticket.labels, due: ticket.due,
      enteredAt: ticket.enteredAt, metRequirements: 0, version: ticket.version)
  }
}

extension AlloyShelf {
  /// Whether a ticket passes a filter.
  func passes(_ ticket: Ticket, _ filter: BoardFilter, at now: Timestamp) -> Bool {
    filter.isEverything
      || filter.whole.matches(
        FilterSubject(TicketState(ticket: ticket), in: workflow), FilterContext(me: "", now: now))
  }

  /// How many tickets of each status pass, once every page was read; `nil` before.
  func counts(_ filter: BoardFilter, at now: Timestamp) -> [Status.ID: Int]? {
    guard isComplete else { return nil }
    return tickets.reduce(into: [:]) { counts, ticket in
      if passes(ticket, filter, at: now) { counts[ticket.status, default: 0] += 1 }
    }
  }
}
