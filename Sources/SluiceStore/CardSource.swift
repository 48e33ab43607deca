internal import SQLite
internal import SluiceCore

/// The index that leads through the cards of a column, or through all cards that match words.
enum CardSource: Hashable {
  case board
  case assignee(String?)
  case label(String)
  case words(SearchExpression)

  /// Which way to walk: down is the order of the column.
  enum Direction: Hashable {
    case down
    case up
  }

  /// The place beyond which cards are asked for; it is not asked for itself.
  struct Edge: Hashable {
    let priority: Int
    let enteredAt: Int64
    let ticket: Int64

    /// Above all cards.
    static let top = Edge(priority: .max, enteredAt: .max, ticket: .max)
    /// Below all cards.
    static let bottom = Edge(priority: .min, enteredAt: .min, ticket: .min)
  }

  /// The columns of a row, in the order of `CardRow`.
  static let columns = """
    t.id, t.status, t.priority, t.entered_at, t.title, t.assignee, t.labels, t.due, t.met, t.version
    """

  /// The statement that walks the source; its rows are computed one by one.
  func sql(_ direction: Direction) -> String {
    let (relation, order) = direction == .down ? ("<", "DESC") : (">", "ASC")
    switch self {
    case .board, .assignee:
      let index = self == .board ? "ticket_board" : "ticket_assignee"
      let isAssignee = self == .board ? "" : "AND t.assignee IS $7 "
      return """
        SELECT \(Self.columns) FROM ticket t INDEXED BY \(index)
        WHERE t.project = $1 AND t.status = $2 AND t.priority >= $3 \(isAssignee)
          AND (t.priority, t.entered_at, t.id) \(relation) ($4, $5, $6)
        ORDER BY t.priority \(order), t.entered_at \(order), t.id \(order)
        """
    case .label:
      return """
        SELECT \(Self.columns) FROM label l CROSS JOIN ticket t ON t.id = l.ticket
        WHERE l.project = $1 AND l.status = $2 AND l.priority >= $3 AND l.label = $7
          AND (l.priority, l.entered_at, l.ticket) \(relation) ($4, $5, $6)
        ORDER BY l.priority \(order), l.entered_at \(order), l.ticket \(order)
        """
    case .words:
      return """
        SELECT \(Self.columns) FROM search s CROSS JOIN ticket t ON t.id = s.rowid
        WHERE search MATCH $1 AND s.rowid BETWEEN $2 AND $3 ORDER BY s.rowid \(order)
        """
    }
  }

  /// What `sql` binds.
  func values(
    _ scope: Scope, _ direction: Direction, beyond edge: Edge
  ) -> [Value] {
    if case .words(let expression) = self {
      let range = scope.project.rows(direction, beyond: edge.ticket)
      return [.text(expression.text), .integer(range.first), .integer(range.last)]
    }
    let key: [Value] = [
      .project(scope.project), .status(scope.status), .int(scope.minimumPriority),
      .int(edge.priority), .integer(edge.enteredAt), .integer(edge.ticket),
    ]
    switch self {
    case .assignee(let name): return key + [.optional(name)]
    case .label(let label): return key + [.text(label)]
    case .board, .words: return key
    }
  }

  /// The column that is walked.
  struct Scope: Hashable {
    let project: ProjectRow
    let status: Status.ID
    let minimumPriority: Int
  }
}

extension ProjectRow {
  /// The rows of the project's tickets that lie beyond one; none if the first is after the last.
  func rows(_ direction: CardSource.Direction, beyond row: Int64) -> (first: Int64, last: Int64) {
    let all = tickets
    switch direction {
    case .down: return (all.lowerBound, row == .min ? row : min(row - 1, all.upperBound))
    case .up: return (row == .max ? row : max(row + 1, all.lowerBound), all.upperBound)
    }
  }
}
