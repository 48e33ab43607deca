internal import SQLite
internal import SluiceCore

/// The index that leads through the cards of a column.
enum CardSource: Hashable {
  case board
  case assignee(String?)
  case label(String)
  /// All cards of the project that match, by number.
  case words(SearchExpression)

  /// Which way to walk: down is the order of the column.
  enum Direction: Hashable {
    case down
    case up
  }

  /// The place beyond which cards are asked for; it is not asked for itself.
  struct Edge: Hashable, Sendable {
    var priority: Int
    var enteredAt: Int64
    var ticket: Int64

    /// Above all cards.
    static let top = Edge(priority: .max, enteredAt: .max, ticket: .max)
    /// Below all cards.
    static let bottom = Edge(priority: .min, enteredAt: .min, ticket: .min)
  }

  /// The columns of a row, in the order of `CardRow`.
  static let columns = """
    t.id, t.status, t.priority, t.entered_at, t.title, t.assignee, t.labels, t.due, t.met,
    t.version, t.agent, t.bound_workflow, t.bound_revision, t.bound_status
    """

  /// How many there are; what a filter asks for besides stands behind them.
  static let columnCount = 14

  /// The statement that walks the source; its rows are computed one by one.
  ///
  /// It may end after `bound` rows, a constant of who asks.
  func sql(_ direction: Direction, bound: Int, columns: String) -> String {
    let (relation, order) = direction == .down ? ("<", "DESC") : (">", "ASC")
    switch self {
    case .board, .assignee:
      let index = self == .board ? "ticket_board" : "ticket_assignee"
      let isAssignee = self == .board ? "" : "AND t.assignee IS $6 "
      return """
        SELECT \(columns) FROM ticket t INDEXED BY \(index)
        WHERE t.project = $1 AND t.status = $2 \(isAssignee)
          AND (t.priority, t.entered_at, t.id) \(relation) ($3, $4, $5)
        ORDER BY t.priority \(order), t.entered_at \(order), t.id \(order)
        """
    case .label:
      return """
        SELECT \(columns) FROM label l CROSS JOIN ticket t ON t.id = l.ticket
        WHERE l.project = $1 AND l.status = $2 AND l.label = $6
          AND (l.priority, l.entered_at, l.ticket) \(relation) ($3, $4, $5)
        ORDER BY l.priority \(order), l.entered_at \(order), l.ticket \(order)
        """
    case .words(let expression):
      return expression.sql(columns: columns, order: order, bound: bound)
    }
  }

  /// Whether its tickets lie apart from it, each to be looked up.
  var isScattered: Bool {
    if case .label = self { true } else { false }
  }

  /// What is searched, if anything is.
  var expression: SearchExpression? {
    guard case .words(let expression) = self else { return nil }
    return expression
  }

  /// What `sql` binds.
  func values(
    _ column: ColumnKey, _ direction: Direction, beyond edge: Edge
  ) -> [Value] {
    if case .words(let expression) = self {
      let range = column.project.rows(direction, beyond: edge.ticket)
      return expression.values(range, in: column.project)
    }
    return column.values + [
      .int(edge.priority), .integer(edge.enteredAt), .integer(edge.ticket),
    ] + name
  }

  private var name: [Value] {
    switch self {
    case .assignee(let name): [.optional(name)]
    case .label(let label): [.text(label)]
    case .board, .words: []
    }
  }
}

extension CardSource {
  /// The statement that counts the source up to a limit without looking at a ticket.
  var countSQL: String {
    let candidates =
      switch self {
      case .board, .words: "ticket INDEXED BY ticket_board WHERE TRUE"
      case .assignee: "ticket INDEXED BY ticket_assignee WHERE assignee IS $5"
      case .label: "label WHERE label = $5"
      }
    return """
      SELECT count(*) FROM (SELECT 1 FROM \(candidates) AND project = $1 AND status = $2
        AND priority >= $3 LIMIT $4)
      """
  }

  /// What `countSQL` binds.
  func countValues(_ column: ColumnKey, minimumPriority: Int, limit: Int) -> [Value] {
    column.values + [.int(minimumPriority), .int(limit)] + name
  }
}

/// A status of a project.
struct ColumnKey: Hashable {
  let project: ProjectRow
  let status: Status.ID

  var values: [Value] {
    [.project(project), .status(status)]
  }
}

extension ProjectRow {
  /// The rows of the project's tickets that lie beyond one; none if the first is after the last.
  func rows(
    _ direction: CardSource.Direction, beyond row: Int64
  ) -> (first: Int64, last: Int64) {
    let all = tickets
    switch direction {
    case .down: return (all.lowerBound, row == .min ? row : min(row - 1, all.upperBound))
    case .up: return (row == .max ? row : max(row + 1, all.lowerBound), all.upperBound)
    }
  }
}
