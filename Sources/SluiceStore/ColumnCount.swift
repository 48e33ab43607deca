internal import SQLite
internal import SluiceCore

/// Counts one column under a filter, a run of rows at a time, without making anything of a row.
struct ColumnCount {
  let store: Store
  let key: ColumnKey
  let plan: FilterPlan
  let source: CardSource
  /// How many tickets the column holds without a filter.
  let held: Int
  /// What of the filter the source does not promise; `nil` if it promises everything.
  private let condition: SQLCondition?

  init(store: Store, key: ColumnKey, plan: FilterPlan, source: CardSource, held: Int) {
    self.held = held
    self.store = store
    self.key = key
    self.plan = plan
    self.source = source
    condition = plan.filter.isDecided(by: source) ? nil : plan.wholeCondition
  }

  /// What a run of rows came to.
  struct Part {
    var count: Int
    /// The last row of the run; `nil` if nothing lies below it.
    var next: CardSource.Edge?
    /// How many rows of an index could be looked at for what it took.
    var cost: Int
  }

  /// Counts the rows below an edge, as many as may be looked at for a cost.
  func count(
    below edge: CardSource.Edge, examining budget: Int
  ) throws(EngineError) -> Part {
    // To count rows without looking at them takes a third of the time; tickets that lie apart take ten times
    // as long, for their pages may have to come from the disk.
    let speed =
      condition == nil ? 3.0 : 1 / Double(plan.weight * (source.isScattered ? 10 : 1))
    let rows = max(1, Int(Double(budget) * speed))
    let end = try store.first(
      """
      SELECT \(order) FROM \(candidates(isOpen: true)) AND \(place) < ($4, $5, $6)
      ORDER BY \(order.split(separator: ",").map { $0 + " DESC" }.joined(separator: ","))
      LIMIT 1 OFFSET $\(7 + name.count)
      """, values(below: edge) + name + [.int(rows - 1)], passing: plan.isPassing
    ) {
      CardSource.Edge(priority: $0.int(0), enteredAt: $0.int64(1), ticket: $0.int64(2))
    }
    let lower: [Value] =
      end.map { [.int($0.priority), .integer($0.enteredAt), .integer($0.ticket)] } ?? []
    let known = values(below: edge) + name + lower
    var sql = "SELECT count(*) FROM \(joined(isOpen: end == nil)) AND \(place) < ($4, $5, $6)"
    if end != nil {
      let first = 7 + name.count
      sql += " AND \(place) >= ($\(first), $\(first + 1), $\(first + 2))"
    }
    if let condition { sql += " AND " + condition.sql(first: known.count + 1) }
    let count = try store.first(
      sql, known + (condition?.values ?? []), passing: plan.isPassing
    ) { $0.int(0) }
    return Part(count: count ?? 0, next: end, cost: Int(Double(min(rows, held)) / speed) + 100)
  }

  private func values(below edge: CardSource.Edge) -> [Value] {
    key.values + [
      .int(plan.filter.minimumPriority?.rawValue ?? 0), .int(edge.priority),
      .integer(edge.enteredAt), .integer(edge.ticket),
    ]
  }

  private var name: [Value] {
    switch source {
    case .assignee(let name): [.optional(name)]
    case .label(let label): [.text(label)]
    case .board, .words: []
    }
  }

  /// The columns that order the source.
  private var order: String {
    let table = isLabel ? "l" : "t"
    return "\(table).priority, \(table).entered_at, \(isLabel ? "l.ticket" : "t.id")"
  }

  private var place: String { "(\(order))" }

  private var isLabel: Bool {
    if case .label = source { true } else { false }
  }

  /// The candidates; below they end with the least priority, unless the run ends before.
  ///
  /// The index is entered at one of both ends only, so that the other must not come into question for it: all
  /// of the column would be walked for each run.
  private func candidates(isOpen: Bool) -> String {
    let end = isOpen ? "" : "+"
    switch source {
    case .board, .words:
      return """
        ticket t INDEXED BY ticket_board
        WHERE t.project = $1 AND t.status = $2 AND \(end)t.priority >= $3
        """
    case .assignee:
      return """
        ticket t INDEXED BY ticket_assignee
        WHERE t.project = $1 AND t.status = $2 AND \(end)t.priority >= $3 AND t.assignee IS $7
        """
    case .label: return "label l " + labelled(isOpen: isOpen)
    }
  }

  private func labelled(isOpen: Bool) -> String {
    """
    WHERE l.project = $1 AND l.status = $2 AND \(isOpen ? "" : "+")l.priority >= $3
      AND l.label = $7
    """
  }

  /// The candidates with their tickets, where a condition is about them.
  private func joined(isOpen: Bool) -> String {
    guard isLabel, condition != nil else { return candidates(isOpen: isOpen) }
    return "label l CROSS JOIN ticket t ON t.id = l.ticket " + labelled(isOpen: isOpen)
  }
}
