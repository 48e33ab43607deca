internal import SQLite
internal import SluiceCore

/// How a statement learns which tickets the searches of a filter find.
struct WordMatches {
  /// What is known of one search.
  enum Found {
    /// All tickets that it finds, for they are few.
    case rows([Int64])
    /// It is asked once, about the rows that the statement goes through.
    case within(ClosedRange<Int64>)
    /// It finds so many that the words of each ticket are looked at.
    case many
  }

  private var found: [SearchExpression: Found] = [:]
  /// How many matches may still be gone through.
  private var left = Self.fewToGather

  /// How many tickets that all searches of a filter find are few enough to be gathered for each statement.
  private static let fewToGather = 6_000

  subscript(search: SearchExpression) -> Found {
    found[search] ?? .many
  }

  /// For a statement that may go through all rows of a project.
  init(
    of searches: [SearchExpression], in project: ProjectRow, _ store: Store
  ) throws(EngineError) {
    for search in searches where found[search] == nil {
      let rows = try gathered(search, in: project, store)
      found[search] = rows.map(Found.rows) ?? .many
    }
  }

  /// For a statement that goes through a range of rows.
  init(of searches: [SearchExpression], within rows: ClosedRange<Int64>) {
    for search in searches { found[search] = .within(rows) }
  }

  /// The rows that a search finds, in ascending order; `nil` if they are not few.
  private mutating func gathered(
    _ search: SearchExpression, in project: ProjectRow, _ store: Store
  ) throws(EngineError) -> [Int64]? {
    let rows = project.tickets
    let bound = left
    var found: [Int64] = []
    try store.scan(
      "SELECT rowid FROM search WHERE search MATCH $1 AND rowid BETWEEN $2 AND $3 ORDER BY rowid",
      [.text(search.text), .integer(rows.lowerBound), .integer(rows.upperBound)]
    ) {
      found.append($0.int64(0))
      return found.count <= bound
    }
    left = max(0, left - found.count)
    return found.count <= bound ? found : nil
  }
}
