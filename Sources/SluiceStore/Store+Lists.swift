internal import SQLite
public import SluiceCore

extension Store {
  /// A part of a list of tickets.
  public struct TicketRun: Hashable, Sendable {
    /// The tickets, newest first.
    public var tickets: [Ticket]
    /// The row to go on below, if there is or may be more.
    public var next: TicketRow?
  }

  /// Tickets of a project whose rows lie below one, newest first.
  ///
  /// Looks at a bounded number of rows, so that under a filter a run may be short and yet not the last.
  public func tickets(
    of project: StoredProject, status: NamedStatus?, column: Status.ID? = nil,
    filter plan: FilterPlan, below row: TicketRow?, limit: Int
  ) throws(EngineError) -> TicketRun {
    let list = ListSource.Scope(
      project: project.row, status: column ?? status?.indexed, filter: plan.filter)
    guard let source = try listSource(list) else { return TicketRun(tickets: []) }
    let candidates = Candidates(store: self, plan: plan, search: source.expression)
    var found: [TicketRow] = []
    var next: TicketRow?
    var examined = 0
    let bound = max(1, (plan.isPassing ? Self.conditionBound : Self.listBound) / plan.weight)
    let values = source.values(list, below: row?.id ?? .max)
    try scan(
      source.sql(bound: bound, columns: plan.columns(first: values.count + 1)),
      values + plan.values, passing: plan.isPassing
    ) { (row) throws(SQLiteError) in
      let row = CardRow(row: row)
      examined += 1
      if row.status == column ?? row.status, status.map({ row.isIn($0, self) }) ?? true,
        try candidates.pass(row)
      {
        guard found.count < limit else {
          next = found.last
          return false
        }
        found.append(row.ticket)
      }
      next = examined == bound ? row.ticket : nil
      return next == nil
    }
    var tickets: [Ticket] = []
    for row in found {
      if let ticket = try ticket(row, in: project) { tickets.append(ticket) }
    }
    return TicketRun(tickets: tickets, next: next)
  }

  /// An index with few enough candidates to sort them; else the rows themselves, where a filter that has
  /// many candidates soon fills a page.
  private func listSource(_ scope: ListSource.Scope) throws(EngineError) -> ListSource? {
    guard scope.filter.words.isEmpty else {
      return try expression(scope.filter, in: scope.project).map(ListSource.words)
    }
    let selections = scope.filter.selections + (scope.status.map { [.status($0)] } ?? [])
    let small = try smallSelection(selections, in: scope.project, few: Self.fewToSort)
    return small.map(ListSource.selection) ?? .rows
  }

  /// How many tickets are few enough to be sorted at each call.
  private static let fewToSort = 2_000
  private static let listBound = 50_000
  /// A condition takes longer to look at than an index.
  private static let conditionBound = 15_000
}

/// What leads through the tickets of a project by number, newest first.
enum ListSource: Hashable {
  case words(SearchExpression)
  case selection(TicketSelection)
  case rows

  /// What is searched, if anything is.
  var expression: SearchExpression? {
    guard case .words(let expression) = self else { return nil }
    return expression
  }

  /// What is listed.
  struct Scope: Hashable {
    let project: ProjectRow
    let status: Status.ID?
    let filter: BoardFilter
  }

  /// Its rows are computed one by one, except those of a selection; it may end after `bound`.
  func sql(bound: Int, columns: String) -> String {
    switch self {
    case .words(let expression):
      return expression.sql(columns: columns, order: "DESC", bound: bound)
    case .selection(let selection):
      return """
        SELECT \(columns) FROM ticket t
        WHERE t.id IN (\(selection.sql())) AND t.id BETWEEN $3 AND $4 ORDER BY t.id DESC
        """
    case .rows:
      return """
        SELECT \(columns) FROM ticket t WHERE t.id BETWEEN $1 AND $2 ORDER BY t.id DESC
        """
    }
  }

  /// What `sql` binds.
  func values(_ scope: Scope, below row: Int64) -> [Value] {
    let range = scope.project.rows(.down, beyond: row)
    let bounds: [Value] = [.integer(range.first), .integer(range.last)]
    switch self {
    case .words(let expression): return expression.values(range, in: scope.project)
    case .selection(let selection): return selection.values(in: scope.project) + bounds
    case .rows: return bounds
    }
  }
}
