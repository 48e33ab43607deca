internal import SQLite
public import SluiceCore

/// Where a ticket stands in the queue of a project: by priority, then by how long it has waited.
public struct QueuePlace: Hashable, Comparable, Sendable {
  /// How urgent it is.
  let priority: Int
  /// When it entered its status, in milliseconds.
  let entered: Int64
  /// Its row.
  let ticket: Int64

  /// Before all tickets.
  static let start = QueuePlace(priority: .max, entered: .min, ticket: .min)

  /// Whether `left` is to be done first.
  public static func < (left: QueuePlace, right: QueuePlace) -> Bool {
    (-left.priority, left.entered, left.ticket) < (-right.priority, right.entered, right.ticket)
  }
}

extension QueuePlace {
  /// As a cursor.
  public var text: String { "\(priority).\(entered).\(ticket)" }

  /// Reads a cursor.
  public init?(_ text: String) {
    let parts = text.split(separator: ".").compactMap { Int64($0) }
    guard parts.count == 3 else { return nil }
    self.init(priority: Int(parts[0]), entered: parts[1], ticket: parts[2])
  }
}

extension Store {
  /// The tickets of some projects that wait for an agent beyond a place, in the order of the queue, and the
  /// place to go on from.
  ///
  /// Looks at a bounded number of rows, so that a part may be short, or empty, and yet not the last.
  /// Source: OpenIndex, “Queue”.
  public func available(
    in projects: [StoredProject], beyond place: QueuePlace?, limit: Int
  ) throws(EngineError) -> (tickets: [(place: QueuePlace, ticket: Ticket)], next: QueuePlace?) {
    let columns = try columnsOfOpenWork(in: projects)
    let start = place ?? QueuePlace.start
    let bound = max(CardWalk.bound / max(columns.count, 1), limit + 1)
    var found: [(place: QueuePlace, project: StoredProject)] = []
    var horizon: QueuePlace?
    for priority in Priority.allCases.reversed() where priority.rawValue <= start.priority {
      for column in columns {
        let part = try waiting(in: column, priority, beyond: start, limit: limit + 1, bound: bound)
        found += part.places.map { ($0, column.project) }
        if let end = part.end { horizon = min(horizon ?? end, end) }
      }
      if found.count > limit || horizon != nil { break }
    }
    // Beyond it another column may hold what comes first.
    if let horizon { found.removeAll { $0.place > horizon } }
    found.sort { $0.place < $1.place }
    let shown = found.prefix(limit)
    return (try tickets(shown), found.count > limit ? shown.last?.place : horizon)
  }

  private func columnsOfOpenWork(
    in projects: [StoredProject]
  ) throws(EngineError) -> [QueueColumn] {
    var columns: [QueueColumn] = []
    for project in projects {
      columns += try workflow(project.workflow).columnsOfOpenWork.map {
        QueueColumn(project: project, status: $0)
      }
    }
    return columns
  }

  private func tickets(
    _ places: ArraySlice<(place: QueuePlace, project: StoredProject)>
  ) throws(EngineError) -> [(place: QueuePlace, ticket: Ticket)] {
    var tickets: [(place: QueuePlace, ticket: Ticket)] = []
    for (place, project) in places {
      guard let ticket = try ticket(TicketRow(id: place.ticket), in: project) else { continue }
      tickets.append((place, ticket))
    }
    return tickets
  }

  /// The first tickets that wait in a column, and where the look at it ended before they were enough.
  private func waiting(
    in column: QueueColumn, _ priority: Priority, beyond start: QueuePlace, limit: Int, bound: Int
  ) throws(EngineError) -> (places: [QueuePlace], end: QueuePlace?) {
    let edge = priority.rawValue == start.priority ? start : QueuePlace.start
    var found: [QueuePlace] = []
    var end: QueuePlace?
    var examined = 0
    for (condition, values) in edge.stretches where found.count < limit && end == nil {
      // What does not wait is passed over here and not by the statement, for it is to be counted.
      try scan(
        """
        SELECT id, entered_at, bound_workflow, bound_revision, bound_status, agent, target
        FROM ticket INDEXED BY ticket_board
        WHERE project = $1 AND status = $2 AND priority = $3 AND \(condition)
        ORDER BY entered_at, id
        """, column.key.values + [.int(priority.rawValue)] + values
      ) { (row) throws(SQLiteError) in
        let place = QueuePlace(
          priority: priority.rawValue, entered: row.int64(1), ticket: row.int64(0))
        examined += 1
        if try waits(row, in: column) { found.append(place) }
        guard found.count < limit else { return false }
        if examined == bound { end = place }
        return end == nil
      }
    }
    return (found, end)
  }

  private func waits(_ row: Row, in column: QueueColumn) throws(SQLiteError) -> Bool {
    guard row.isNull(5), try row.word(6) != ExecutionTarget.human else { return false }
    if column.holdsGuestsAlone, row.isNull(2) { return false }
    return !isResolved(row)
  }

  /// A guest may stand in a column where work goes on, and be done in its own workflow.
  private func isResolved(_ row: Row) -> Bool {
    guard !row.isNull(2) else { return false }
    let key = WorkflowKey(row: row.int64(2), revision: row.int(3))
    return (try? workflow(key).isTerminal(row.status(4))) ?? false
  }

  /// The unfinished tickets that an agent has claimed, by row.
  public func claimed(
    by agent: String, in project: ProjectRow?, after row: Int64, limit: Int
  ) throws(EngineError) -> [(row: TicketRow, ticket: Ticket)] {
    var condition = "agent = $1 AND id > $2 AND status <> 0"
    var values: [Value] = [.text(agent), .integer(row), .int(limit)]
    if let project {
      condition += " AND project = $4"
      values.append(.project(project))
    } else {
      condition += " AND project IN (SELECT id FROM project WHERE organization = $4)"
      values.append(.integer(organization.row))
    }
    let rows = try query(
      "SELECT id FROM ticket INDEXED BY ticket_agent WHERE \(condition) ORDER BY id LIMIT $3",
      values
    ) { TicketRow(id: $0.int64(0)) }
    var found: [(row: TicketRow, ticket: Ticket)] = []
    for row in rows {
      guard let project = try self.project(row.project), let ticket = try ticket(row, in: project)
      else { continue }
      found.append((row, ticket))
    }
    return found
  }
}

extension QueuePlace {
  /// What lies beyond it in a column, piece by piece: SQLite would look for a pair by its first half, and walk
  /// over all that entered at the same moment.
  fileprivate var stretches: [(condition: String, values: [Value])] {
    let later = ("entered_at > $4", [Value.integer(entered)])
    guard self != .start else { return [later] }
    return [("entered_at = $4 AND id > $5", [.integer(entered), .integer(ticket)]), later]
  }
}

/// A column in which tickets may wait.
private struct QueueColumn {
  let project: StoredProject
  let status: Status

  var key: ColumnKey { ColumnKey(project: project.row, status: status.id) }
  /// Whether only what is bound to another definition can still be unfinished there.
  var holdsGuestsAlone: Bool { status.category.isTerminal }
}

extension Workflow {
  /// The columns in which work that goes on may stand: where a board has no open one, that of other
  /// workflows is shown where work is over.
  fileprivate var columnsOfOpenWork: [Status] {
    let open = statuses.filter { !$0.category.isTerminal }
    return open.isEmpty ? statuses : open
  }
}
