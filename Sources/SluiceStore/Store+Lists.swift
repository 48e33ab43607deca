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
    of project: StoredProject, status: Status.ID?, filter: BoardFilter, below row: TicketRow?,
    limit: Int
  ) throws(EngineError) -> TicketRun {
    let list = ListSource.Scope(project: project.row, status: status, filter: filter)
    guard let source = try listSource(list) else { return TicketRun(tickets: []) }
    let candidates = Candidates(store: self, filter: filter, search: source.expression)
    var found: [TicketRow] = []
    var next: TicketRow?
    var examined = 0
    try scan(source.sql, source.values(list, below: row?.id ?? .max)) {
      (row) throws(SQLiteError) in
      let row = CardRow(row: row)
      examined += 1
      if status.map({ $0 == row.status }) ?? true, try candidates.pass(row) {
        guard found.count < limit else {
          next = found.last
          return false
        }
        found.append(row.ticket)
      }
      next = examined == Self.listBound ? row.ticket : nil
      return next == nil
    }
    var tickets: [Ticket] = []
    for row in found {
      if let ticket = try ticket(row, in: project.project.key) { tickets.append(ticket) }
    }
    return TicketRun(tickets: tickets, next: next)
  }

  /// An index with few enough candidates to sort them; else the rows themselves, where a filter that has
  /// many candidates soon fills a page.
  private func listSource(_ scope: ListSource.Scope) throws(EngineError) -> ListSource? {
    guard scope.filter.words.isEmpty else {
      return try expression(scope.filter.words, in: scope.project).map(ListSource.words)
    }
    var selections = scope.filter.labels.map(TicketSelection.label)
    switch scope.filter.assignee {
    case .named(let name): selections.append(.assignee(name))
    case .nobody: selections.append(.assignee(nil))
    case nil: break
    }
    if let status = scope.status { selections.append(.status(status)) }
    for selection in selections {
      let count = try first(
        "SELECT count(*) FROM (\(selection.sql) LIMIT \(TicketSelection.few + 1))",
        selection.values(in: scope.project)
      ) { $0.int(0) }
      if (count ?? 0) <= TicketSelection.few { return .selection(selection) }
    }
    return .rows
  }

  private static let listBound = 50_000
}

/// The tickets of a project that have one thing in common, by an index that knows them.
enum TicketSelection: Hashable {
  case label(String)
  case assignee(String?)
  case status(Status.ID)

  /// How many are few enough to be sorted at each call.
  static let few = 2_000

  /// Answers their rows, in no particular order.
  var sql: String {
    switch self {
    case .label: "SELECT ticket FROM label WHERE project = $1 AND label = $2"
    case .assignee:
      "SELECT id FROM ticket INDEXED BY ticket_assignee WHERE project = $1 AND assignee IS $2"
    case .status:
      "SELECT id FROM ticket INDEXED BY ticket_board WHERE project = $1 AND status = $2"
    }
  }

  func values(in project: ProjectRow) -> [Value] {
    switch self {
    case .label(let label): [.project(project), .text(label)]
    case .assignee(let name): [.project(project), .optional(name)]
    case .status(let id): [.project(project), .status(id)]
    }
  }
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

  /// Its rows are computed one by one, except those of a selection.
  var sql: String {
    let columns = CardSource.columns
    switch self {
    case .words(let expression):
      return expression.sql(columns: columns, order: "DESC")
    case .selection(let selection):
      return """
        SELECT \(columns) FROM ticket t
        WHERE t.id IN (\(selection.sql)) AND t.id BETWEEN $3 AND $4 ORDER BY t.id DESC
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
    case .words(let expression): return expression.values(range)
    case .selection(let selection): return selection.values(in: scope.project) + bounds
    case .rows: return bounds
    }
  }
}
