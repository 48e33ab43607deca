internal import SQLite
public import SluiceCore

extension Store {
  /// What one slice came to.
  public typealias CountRun = (counts: [Status.ID: Int], next: CountPlace?)

  /// Counts on from a place what passes a filter at a moment, for as long as one slice may take; `nil` if
  /// counting such a filter never comes to that place.
  public func count(
    _ filter: BoardFilter, of project: StoredProject, at now: Timestamp, from place: CountPlace?
  ) throws(EngineError) -> CountRun? {
    let workflow = try workflow(project.workflow)
    guard filter.words.isEmpty, !filter.isCountedByNumber else {
      if case .column? = place?.kind { return nil }
      guard filter.words.isEmpty else {
        let plan = try plan(filter, in: project, at: now)
        return try countMatches(plan, of: project, workflow: workflow, from: place)
      }
      return try countNumbers(filter, of: project, workflow: workflow, at: now, from: place)
    }
    let plan = try plan(filter, in: project, at: now)
    return try countColumns(plan, of: project, workflow: workflow, from: place)
  }

  private func countColumns(
    _ plan: FilterPlan, of project: StoredProject, workflow: Workflow, from place: CountPlace?
  ) throws(EngineError) -> CountRun? {
    let held = try counts(in: project.row)
    var counts: [Status.ID: Int] = [:]
    var budget = Self.countBudget
    let statuses = workflow.statuses.map(\.id)
    var start = statuses.startIndex
    switch place?.kind {
    case .column(let status, _):
      guard let found = statuses.firstIndex(of: status) else { return nil }
      start = found
    case .match: return nil
    case nil: break
    }
    // A column may have become empty since the slice before.
    for status in statuses[start...] where held.standing(in: status) > 0 {
      var edge = CardSource.Edge.top
      if case .column(status, let known)? = place?.kind { edge = known }
      guard !plan.filter.isEverything else {
        counts[status] = held.standing(in: status)
        continue
      }
      guard let source = try source(for: plan.filter, status: status, in: project.row) else {
        continue
      }
      let column = ColumnCount(
        store: self, key: ColumnKey(project: project.row, status: status), plan: plan,
        source: source, held: held.standing(in: status))
      while let end = edge.isBottom ? nil : edge {
        guard budget > 0 else { return (counts, CountPlace(.column(status, end))) }
        let part = try column.count(below: end, examining: budget)
        counts[status, default: 0] += part.count
        budget -= part.cost
        edge = part.next ?? .bottom
      }
    }
    return (counts, nil)
  }

  /// How many rows of an index one slice looks at.
  private static let countBudget = 3_000

  private func countMatches(
    _ plan: FilterPlan, of project: StoredProject, workflow: Workflow, from place: CountPlace?
  ) throws(EngineError) -> CountRun {
    guard let expression = try expression(plan.filter, in: project.row) else { return ([:], nil) }
    var edge = CardSource.Edge.top
    if case .match(let row)? = place?.kind { edge.ticket = row }
    let source = CardSource.words(expression)
    let candidates = Candidates(store: self, plan: plan, search: expression)
    let values = source.values(
      ColumnKey(project: project.row, status: Status.ID(0)), .down, beyond: edge)
    let statuses = Set(workflow.statuses.map(\.id))
    let bound = max(1, Self.matchBudget / plan.weight)
    var counts: [Status.ID: Int] = [:]
    var examined = 0
    var next: CountPlace?
    try scan(
      source.sql(.down, bound: bound, columns: plan.columns(first: values.count + 1)),
      values + plan.values, passing: plan.isPassing
    ) { (row) throws(SQLiteError) in
      examined += 1
      let row = CardRow(row: row)
      if statuses.contains(row.status), try candidates.pass(row) {
        counts[row.status, default: 0] += 1
      }
      if examined == bound { next = CountPlace(.match(row.ticket.id)) }
      return next == nil
    }
    return (counts, next)
  }

  /// How many matches of words one slice looks at.
  private static let matchBudget = 6_000

  /// Counts a range of numbers, so that a search that stands beside other ways to pass is asked once for
  /// all of them instead of once for each.
  private func countNumbers(
    _ filter: BoardFilter, of project: StoredProject, workflow: Workflow, at now: Timestamp,
    from place: CountPlace?
  ) throws(EngineError) -> CountRun {
    let all = project.row.tickets
    var last = all.upperBound
    if case .match(let row)? = place?.kind { last = min(last, row - 1) }
    guard last >= all.lowerBound else { return ([:], nil) }
    let first = try first(
      """
      SELECT id FROM ticket WHERE id BETWEEN $1 AND $2 ORDER BY id DESC
      LIMIT 1 OFFSET \(Self.numberBudget - 1)
      """, [.integer(all.lowerBound), .integer(last)]
    ) { $0.int64(0) }
    let rows = (first ?? all.lowerBound)...last
    let condition = try plan(filter, in: project, at: now, within: rows).wholeCondition
    let known: [Value] = [
      .integer(rows.lowerBound), .integer(rows.upperBound),
      .int(filter.minimumPriority?.rawValue ?? 0),
    ]
    let statuses = workflow.statuses.map(\.id)
    var counts = statuses.map { _ in 0 }
    try scan(
      """
      SELECT t.status FROM ticket t WHERE t.id BETWEEN $1 AND $2 AND t.priority >= $3
        AND \(condition.sql(first: known.count + 1))
      """, known + condition.values, passing: true
    ) { row in
      if let place = statuses.firstIndex(of: row.status(0)) { counts[place] += 1 }
      return true
    }
    return (
      Dictionary(uniqueKeysWithValues: zip(statuses, counts)),
      first.map { CountPlace(.match($0)) }
    )
  }

  /// How many tickets one slice of numbers looks at.
  private static let numberBudget = 4_000
}

extension BoardFilter {
  /// Whether no index knows which tickets come into question, and words are sought among other things.
  fileprivate var isCountedByNumber: Bool {
    labels.isEmpty && assignee == nil && !condition.words.isEmpty
  }
}

/// Where counting goes on.
public struct CountPlace: Hashable, Sendable {
  let kind: Kind

  enum Kind: Hashable {
    /// Below an edge in a column.
    case column(Status.ID, CardSource.Edge)
    /// Below a row in the order of numbers.
    case match(Int64)
  }

  init(_ kind: Kind) {
    self.kind = kind
  }

  /// As it travels.
  public var text: String {
    switch kind {
    case .column(let status, let edge):
      "\(status.number).\(edge.priority).\(edge.enteredAt).\(edge.ticket)"
    case .match(let row): "\(row)"
    }
  }

  /// Reads what `text` says; `nil` for anything else.
  public init?(_ text: String) {
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false).map { Int64($0) }
    switch numbers.count {
    case 1:
      guard let row = numbers[0] else { return nil }
      kind = .match(row)
    case 4:
      guard let status = numbers[0], let priority = numbers[1], let entered = numbers[2],
        let ticket = numbers[3]
      else { return nil }
      kind = .column(
        Status.ID(Int(status)),
        CardSource.Edge(priority: Int(priority), enteredAt: entered, ticket: ticket))
    default: return nil
    }
  }
}

extension CardSource.Edge {
  fileprivate var isBottom: Bool { self == .bottom }
}
