internal import SQLite
public import SluiceCore

extension Store {
  /// Counts on from a place what passes a filter, for as long as one slice may take; `nil` if counting such
  /// a filter never comes to that place.
  public func count(
    _ plan: FilterPlan, of project: StoredProject, workflow: Workflow, from place: CountPlace?
  ) throws(EngineError) -> (counts: [Status.ID: Int], next: CountPlace?)? {
    guard plan.filter.words.isEmpty else {
      if case .column? = place?.kind { return nil }
      return try countMatches(plan, of: project, workflow: workflow, from: place)
    }
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
  private static let countBudget = 4_000

  private func countMatches(
    _ plan: FilterPlan, of project: StoredProject, workflow: Workflow, from place: CountPlace?
  ) throws(EngineError) -> (counts: [Status.ID: Int], next: CountPlace?) {
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
}

/// Where counting goes on.
public struct CountPlace: Hashable, Sendable {
  let kind: Kind

  enum Kind: Hashable {
    /// Below an edge in a column.
    case column(Status.ID, CardSource.Edge)
    /// Below a row among the matches of a search.
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
