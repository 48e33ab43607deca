internal import SQLite
public import SluiceCore

extension Store {
  /// A window of one column; the cost does not depend on how deep it lies.
  public func window(
    of project: StoredProject, status: Status.ID, filter plan: FilterPlan,
    anchor: ColumnQuery.Anchor, limit: Int
  ) throws(EngineError) -> CardWindow {
    guard let source = try source(for: plan.filter, status: status, in: project.row)
    else {
      return CardWindow(cards: [], hasEarlier: false, hasLater: false)
    }
    let walk = CardWalk(
      store: self, project: project, status: status, plan: plan, source: source)
    switch anchor {
    case .top:
      return try walk.window(below: .top, hasEarlier: false, limit: limit)
    case .bottom:
      return try walk.window(above: .bottom, hasLater: false, limit: limit)
    case .below(let position):
      let row = project.row.ticketID(position)
      let hasEarlier = try walk.hasCard(.up, beyond: Self.edge(position, row - 1))
      return try walk.window(
        below: Self.edge(position, row), hasEarlier: hasEarlier, limit: limit)
    case .at(let position):
      let row = project.row.ticketID(position)
      let hasEarlier = try walk.hasCard(.up, beyond: Self.edge(position, row))
      return try walk.window(
        below: Self.edge(position, row + 1), hasEarlier: hasEarlier, limit: limit)
    case .above(let position):
      let row = project.row.ticketID(position)
      let hasLater = try walk.hasCard(.down, beyond: Self.edge(position, row + 1))
      return try walk.window(above: Self.edge(position, row), hasLater: hasLater, limit: limit)
    }
  }

  private static func edge(_ position: CardPosition, _ ticket: Int64) -> CardSource.Edge {
    CardSource.Edge(
      priority: position.priority.rawValue, enteredAt: position.enteredAt.milliseconds,
      ticket: ticket)
  }

  /// The index with the fewest candidates; `nil` if words are asked for that nothing can match.
  func source(
    for filter: BoardFilter, status: Status.ID, in project: ProjectRow
  ) throws(EngineError) -> CardSource? {
    guard filter.words.isEmpty else {
      return try expression(filter, in: project).map(CardSource.words)
    }
    var sources = filter.labels.map(CardSource.label)
    switch filter.assignee {
    case .named(let name): sources.append(.assignee(name))
    case .nobody: sources.append(.assignee(nil))
    case nil: break
    }
    guard sources.count > 1 else { return sources.first ?? .board }
    return try fewest(sources, filter: filter, status: status, in: project)
  }

  private func fewest(
    _ sources: [CardSource], filter: BoardFilter, status: Status.ID, in project: ProjectRow
  ) throws(EngineError) -> CardSource? {
    let key = ColumnKey(project: project, status: status)
    var best: (source: CardSource, count: Int)?
    for source in sources {
      let limit = best?.count ?? Self.countLimit
      let count = try count(of: source, in: key, filter: filter, limit: limit)
      if best == nil || count < limit { best = (source, count) }
    }
    return best?.source
  }

  /// How many candidates a source has, counted up to a limit.
  func count(
    of source: CardSource, in key: ColumnKey, filter: BoardFilter, limit: Int
  ) throws(EngineError) -> Int {
    try first(
      source.countSQL,
      source.countValues(
        key, minimumPriority: filter.minimumPriority?.rawValue ?? 0, limit: limit)
    ) { $0.int(0) } ?? 0
  }

  /// How far cards under a filter are counted.
  static let countLimit = 1_000
}

extension ProjectRow {
  /// The row of the ticket that stands at a position.
  fileprivate func ticketID(_ position: CardPosition) -> Int64 {
    TicketRow(project: self, number: position.number, ordinal: position.ordinal)?.id
      ?? tickets.upperBound
  }
}

extension CardWalk {
  /// How many candidates are looked at to tell whether there are any at all.
  private static let glance = 1_000

  fileprivate func window(
    below edge: CardSource.Edge, hasEarlier: Bool, limit: Int
  ) throws(EngineError) -> CardWindow {
    let found = try cards(.down, beyond: edge, limit: limit)
    return CardWindow(
      cards: found.cards, hasEarlier: hasEarlier, hasLater: found.hasMore, seen: found.seen)
  }

  fileprivate func window(
    above edge: CardSource.Edge, hasLater: Bool, limit: Int
  ) throws(EngineError) -> CardWindow {
    let found = try cards(.up, beyond: edge, limit: limit)
    return CardWindow(
      cards: found.cards.reversed(), hasEarlier: found.hasMore, hasLater: hasLater,
      seen: found.seen)
  }

  fileprivate func hasCard(
    _ direction: CardSource.Direction, beyond edge: CardSource.Edge
  ) throws(EngineError) -> Bool {
    try cards(
      direction, beyond: edge, limit: 0, bound: plan.isPassing ? Self.glance : nil
    ).hasMore
  }
}
