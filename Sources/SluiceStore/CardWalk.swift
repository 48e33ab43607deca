internal import SQLite
internal import SluiceCore

/// Walks a source of cards and keeps those that pass, looking at a bounded number.
struct CardWalk {
  let store: Store
  let project: StoredProject
  let status: Status.ID
  let plan: FilterPlan
  let source: CardSource

  private var filter: BoardFilter { plan.filter }

  /// How many candidates a window looks at before it answers with what it has.
  static let bound = 20_000

  /// What a walk found.
  struct Catch {
    var cards: [Card] = []
    /// How many passed, the cards not kept included.
    var count = 0
    /// Whether there is, or may be, more than was asked for.
    var hasMore = false
    /// The last candidate looked at, if the walk ended because it had looked at enough.
    var seen: CardPosition?
  }

  /// The first `limit` cards beyond an edge, in the order walked.
  func cards(
    _ direction: CardSource.Direction, beyond edge: CardSource.Edge, limit: Int, bound: Int? = nil
  ) throws(EngineError) -> Catch {
    try walk(
      direction, beyond: edge, keeping: limit, counting: limit + 1, bound: bound ?? Self.bound)
  }

  /// The first `kept` cards beyond an edge and how many there are, until `counted` are found or `bound`
  /// candidates looked at.
  func walk(
    _ direction: CardSource.Direction, beyond edge: CardSource.Edge, keeping kept: Int,
    counting counted: Int, bound: Int
  ) throws(EngineError) -> Catch {
    let bound = max(1, bound / plan.weight)
    let candidates = Candidates(store: store, plan: plan, search: source.expression)
    let key = ColumnKey(project: project.row, status: status)
    let values = source.values(key, direction, beyond: clamped(edge, direction))
    var found = Catch()
    var examined = 0
    try store.scan(
      source.sql(direction, bound: bound, columns: plan.columns(first: values.count + 1)),
      values + plan.values, passing: plan.isPassing
    ) { (row) throws(SQLiteError) in
      examined += 1
      let row = CardRow(row: row)
      if direction == .down, isBelowMinimum(row) { return false }
      if row.status == status, try candidates.pass(row) {
        found.count += 1
        if found.cards.count < kept {
          found.cards.append(try row.card(in: project.project.key, store))
        }
      }
      found.hasMore = found.count == counted || examined == bound
      if found.hasMore, found.count < counted { found.seen = try row.position }
      return !found.hasMore
    }
    return found
  }

  /// In the order of the board all that follows is less urgent still.
  private func isBelowMinimum(_ row: CardRow) -> Bool {
    guard let minimum = filter.minimumPriority, filter.words.isEmpty else { return false }
    return row.row.int(2) < minimum.rawValue
  }

  /// From below, a walk begins at the least priority that passes.
  private func clamped(
    _ edge: CardSource.Edge, _ direction: CardSource.Direction
  ) -> CardSource.Edge {
    guard direction == .up, let minimum = filter.minimumPriority, filter.words.isEmpty,
      edge.priority < minimum.rawValue
    else { return edge }
    return CardSource.Edge(priority: minimum.rawValue - 1, enteredAt: .max, ticket: .max)
  }
}

/// Judges the candidates of a source by what the source itself does not promise.
struct Candidates {
  let store: Store
  let plan: FilterPlan
  private let unfinished: [String]
  private let named: TicketRow?

  init(store: Store, plan: FilterPlan, search expression: SearchExpression?) {
    self.store = store
    self.plan = plan
    unfinished = expression?.unfinished ?? []
    named = expression?.ticket
  }

  func pass(_ row: CardRow) throws(SQLiteError) -> Bool {
    guard row.status != .nowhere, row.passes(plan.filter), plan.passes(row) else { return false }
    guard !unfinished.isEmpty, row.ticket != named else { return true }
    return try hasWords(row)
  }

  private func hasWords(_ row: CardRow) throws(SQLiteError) -> Bool {
    let tokenizer = try store.connection.tokenizer
    let title = row.row.text(4)
    let left = unfinished.filter { !tokenizer.hasWord(in: title, beginningWith: $0) }
    guard !left.isEmpty else { return true }
    let body = try store.database.first(
      "SELECT text FROM ticket_body WHERE ticket = $1", [.ticket(row.ticket)]
    ) { $0.text(0) }
    return left.allSatisfy { tokenizer.hasWord(in: body ?? "", beginningWith: $0) }
  }
}
