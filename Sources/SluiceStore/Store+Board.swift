internal import SQLite
public import SluiceCore

extension Store {
  /// Of each status of a workflow the count and the first cards.
  public func columns(
    of project: StoredProject, workflow: Workflow, filter plan: FilterPlan, limit: Int
  ) throws(EngineError) -> [Board.Column] {
    let counts = try counts(in: project.row)
    guard plan.filter.words.isEmpty else {
      return try searchColumns(
        of: project, workflow: workflow, counts: counts, plan: plan, limit: limit)
    }
    var columns: [Board.Column] = []
    let bound =
      plan.isPassing ? Self.boardBound / max(1, workflow.statuses.count) : Self.countLimit
    for status in workflow.statuses {
      columns.append(
        try column(
          of: project, status: status.id, counts: counts, plan: plan, limit: limit, bound: bound))
    }
    return columns
  }

  private func column(
    of project: StoredProject, status: Status.ID, counts: ProjectCounts, plan: FilterPlan,
    limit: Int, bound: Int
  ) throws(EngineError) -> Board.Column {
    let filter = plan.filter
    let total = counts.occupancy(of: status, in: project)
    let held = counts.standing(in: status)
    guard held > 0, let source = try source(for: filter, status: status, in: project.row) else {
      return Board.Column(
        status: status, count: .exactly(0), total: total,
        window: CardWindow(cards: [], hasEarlier: false, hasLater: false))
    }
    let walk = CardWalk(
      store: self, project: project, status: status, plan: plan, source: source)
    guard filter.isDecided(by: source) else {
      let found = try walk.walk(
        .down, beyond: .top, keeping: limit, counting: Self.countLimit,
        bound: plan.isPassing && source.isScattered ? bound / 3 : bound)
      return Board.Column(found, status: status, total: total)
    }
    let found = try walk.cards(.down, beyond: .top, limit: limit)
    let count =
      try filter.isEverything
      ? .exactly(held)
      : counted(source, ColumnKey(project: project.row, status: status), filter)
    return Board.Column(
      status: status, count: count, total: total,
      window: CardWindow(cards: found.cards, hasEarlier: false, hasLater: found.hasMore))
  }

  private func counted(
    _ source: CardSource, _ key: ColumnKey, _ filter: BoardFilter
  ) throws(EngineError) -> Count {
    let count = try count(of: source, in: key, filter: filter, limit: Self.countLimit)
    return count < Self.countLimit ? .exactly(count) : .atLeast(count)
  }

  /// Looks through the newest matches once and deals them out to the columns.
  private func searchColumns(
    of project: StoredProject, workflow: Workflow, counts: ProjectCounts, plan: FilterPlan,
    limit: Int
  ) throws(EngineError) -> [Board.Column] {
    // A handful of statuses is searched faster than hashed.
    let statuses = workflow.statuses.map(\.id)
    var hands = Array(repeating: CardWalk.Catch(), count: statuses.count)
    var examined = 0
    var seen: CardPosition?
    let bound = max(1, Self.searchBound / plan.weight)
    if let expression = try expression(plan.filter, in: project.row) {
      let source = CardSource.words(expression)
      let candidates = Candidates(store: self, plan: plan, search: expression)
      let anywhere = ColumnKey(project: project.row, status: Status.ID(0))
      let values = source.values(anywhere, .down, beyond: .top)
      try scan(
        source.sql(
          .down, bound: bound, columns: plan.columns(first: values.count + 1)),
        values + plan.values, passing: plan.isPassing
      ) {
        (row) throws(SQLiteError) in
        examined += 1
        let row = CardRow(row: row)
        if try candidates.pass(row), let place = statuses.firstIndex(of: row.status) {
          hands[place].count += 1
          if hands[place].cards.count < limit {
            hands[place].cards.append(try row.card(in: project.project.key, self))
          }
        }
        if examined == bound { seen = try row.position }
        return seen == nil
      }
    }
    return zip(statuses, hands).map { status, hand in
      var hand = hand
      hand.hasMore = seen != nil
      hand.seen = seen
      return Board.Column(hand, status: status, total: counts.occupancy(of: status, in: project))
    }
  }

  /// How many matches a search of the whole board looks at.
  private static let searchBound = 300
  /// How many rows of an index a board under a condition looks at, all columns together.
  private static let boardBound = 12_000
}

extension Board.Column {
  /// The top of a column that was walked with counting.
  fileprivate init(_ found: CardWalk.Catch, status: Status.ID, total: Int) {
    self.init(
      status: status, count: found.hasMore ? .atLeast(found.count) : .exactly(found.count),
      total: total,
      window: CardWindow(
        cards: found.cards, hasEarlier: false,
        hasLater: found.hasMore || found.count > found.cards.count,
        seen: found.count > found.cards.count ? nil : found.seen))
  }
}

extension BoardFilter {
  /// Whether every candidate of a source passes, but for its priority, which leads its order.
  func isDecided(by source: CardSource) -> Bool {
    guard words.isEmpty, condition.isEverything else { return false }
    switch source {
    case .board: return labels.isEmpty && assignee == nil
    case .assignee: return labels.isEmpty
    case .label: return labels.count == 1 && assignee == nil
    case .words: return false
    }
  }
}
