internal import SQLite
internal import SluiceCore

/// Walks a source of cards and keeps those that pass, looking at a bounded number.
struct CardWalk {
  let store: Store
  let project: StoredProject
  let status: Status.ID
  let filter: BoardFilter
  let source: CardSource

  /// How many candidates a window looks at before it answers with what it has.
  static let bound = 20_000

  /// What a walk found.
  struct Catch {
    var cards: [Card] = []
    /// Whether there is, or may be, more than was asked for.
    var hasMore = false
  }

  private var scope: CardSource.Scope {
    CardSource.Scope(
      project: project.row, status: status, minimumPriority: filter.minimumPriority?.rawValue ?? 0)
  }

  /// The first `limit` cards beyond an edge, in the order walked.
  func cards(
    _ direction: CardSource.Direction, beyond edge: CardSource.Edge, limit: Int
  ) throws(EngineError) -> Catch {
    var found = Catch()
    var examined = 0
    try store.scan(source.sql(direction), source.values(scope, direction, beyond: edge)) {
      (row) throws(SQLiteError) in
      examined += 1
      let row = CardRow(row: row)
      if row.status == status, row.passes(filter) {
        guard found.cards.count < limit else {
          found.hasMore = true
          return false
        }
        found.cards.append(try row.card(in: project.project.key))
      }
      found.hasMore = examined == Self.bound
      return !found.hasMore
    }
    return found
  }

  /// The cards at the top, and how many there are, counted up to a limit.
  func top(limit: Int) throws(EngineError) -> (CardWindow, Count) {
    var cards: [Card] = []
    var (count, examined, isWhole) = (0, 0, true)
    try store.scan(source.sql(.down), source.values(scope, .down, beyond: .top)) {
      (row) throws(SQLiteError) in
      examined += 1
      let row = CardRow(row: row)
      if row.status == status, row.passes(filter) {
        count += 1
        if cards.count < limit { cards.append(try row.card(in: project.project.key)) }
      }
      isWhole = count < Self.countLimit && examined < Self.countBound
      return isWhole
    }
    let window = CardWindow(
      cards: cards, hasEarlier: false, hasLater: count > cards.count || !isWhole)
    return (window, isWhole ? .exactly(count) : .atLeast(count))
  }

  /// How far cards under a filter are counted.
  static let countLimit = 1_000
  /// How many candidates counting looks at.
  private static let countBound = 5_000
}
