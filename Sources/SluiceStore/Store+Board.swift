internal import SQLite
public import SluiceCore

extension Store {
  /// Of each status of a workflow the count and the first cards.
  public func columns(
    of project: StoredProject, workflow: Workflow, filter: BoardFilter, limit: Int
  ) throws(EngineError) -> [Board.Column] {
    let totals = try counts(in: project.row)
    guard filter.words.isEmpty else {
      return try searchColumns(
        of: project, workflow: workflow, totals: totals, filter: filter, limit: limit)
    }
    var columns: [Board.Column] = []
    for status in workflow.statuses {
      columns.append(
        try column(
          of: project, status: status.id, total: totals[status.id] ?? 0, filter: filter,
          limit: limit))
    }
    return columns
  }

  private func column(
    of project: StoredProject, status: Status.ID, total: Int, filter: BoardFilter, limit: Int
  ) throws(EngineError) -> Board.Column {
    guard total > 0, let source = try source(for: filter, status: status, in: project.row) else {
      return Board.Column(
        status: status, count: .exactly(0), total: total,
        window: CardWindow(cards: [], hasEarlier: false, hasLater: false))
    }
    let walk = CardWalk(
      store: self, project: project, status: status, filter: filter, source: source)
    guard !filter.isEverything else {
      let found = try walk.cards(.down, beyond: .top, limit: limit)
      return Board.Column(
        status: status, count: .exactly(total), total: total,
        window: CardWindow(cards: found.cards, hasEarlier: false, hasLater: found.hasMore))
    }
    let (window, count) = try walk.top(limit: limit)
    return Board.Column(status: status, count: count, total: total, window: window)
  }

  /// Looks through the newest matches once and deals them out to the columns.
  private func searchColumns(
    of project: StoredProject, workflow: Workflow, totals: [Status.ID: Int], filter: BoardFilter,
    limit: Int
  ) throws(EngineError) -> [Board.Column] {
    var hands: [Status.ID: (cards: [Card], count: Int)] = [:]
    var examined = 0
    if let expression = SearchExpression(filter.words) {
      let source = CardSource.words(expression)
      let scope = CardSource.Scope(project: project.row, status: Status.ID(0), minimumPriority: 0)
      try scan(source.sql(.down), source.values(scope, .down, beyond: .top)) {
        (row) throws(SQLiteError) in
        examined += 1
        let row = CardRow(row: row)
        if row.passes(filter) {
          var hand = hands.removeValue(forKey: row.status) ?? ([], 0)
          hand.count += 1
          if hand.cards.count < limit { hand.cards.append(try row.card(in: project.project.key)) }
          hands[row.status] = hand
        }
        return examined < Self.searchBound
      }
    }
    let isWhole = examined < Self.searchBound
    return workflow.statuses.map { status in
      let hand = hands[status.id] ?? ([], 0)
      return Board.Column(
        status: status.id, count: isWhole ? .exactly(hand.count) : .atLeast(hand.count),
        total: totals[status.id] ?? 0,
        window: CardWindow(
          cards: hand.cards, hasEarlier: false, hasLater: !isWhole || hand.count > hand.cards.count)
      )
    }
  }

  /// How many matches a search of the whole board looks at.
  private static let searchBound = 300
}
