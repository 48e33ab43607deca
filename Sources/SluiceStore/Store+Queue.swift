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
  /// The tickets of some projects that wait for an agent beyond a place, in the order of the queue.
  ///
  /// Looks from each column only at its next ones. Source: OpenIndex, “Queue”.
  public func available(
    in projects: [StoredProject], beyond place: QueuePlace?, limit: Int
  ) throws(EngineError) -> [(place: QueuePlace, ticket: Ticket)] {
    let start = place ?? QueuePlace.start
    var found: [(place: QueuePlace, project: StoredProject)] = []
    for priority in Priority.allCases.reversed() where priority.rawValue <= start.priority {
      for project in projects {
        for status in try workflow(project.workflow).columnsOfOpenWork {
          let key = ColumnKey(project: project.row, status: status.id)
          let holdsGuestsAlone = status.category.isTerminal
          for place in try waiting(
            in: key, priority, beyond: start, onlyGuests: holdsGuestsAlone, limit: limit)
          {
            found.append((place, project))
          }
        }
      }
      if found.count >= limit { break }
    }
    found.sort { $0.place < $1.place }
    return try tickets(found.prefix(limit))
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

  private func waiting(
    in key: ColumnKey, _ priority: Priority, beyond start: QueuePlace, onlyGuests: Bool, limit: Int
  ) throws(EngineError) -> [QueuePlace] {
    let isBegun = priority.rawValue == start.priority
    let edge = isBegun ? start : QueuePlace.start
    var found: [QueuePlace] = []
    var examined = 0
    try scan(
      """
      SELECT id, entered_at, bound_workflow, bound_revision, bound_status
      FROM ticket INDEXED BY ticket_board
      WHERE project = $1 AND status = $2 AND priority = $3 AND (entered_at, id) > ($4, $5)
        AND agent IS NULL AND target <> 'human'\(onlyGuests ? " AND bound_workflow IS NOT NULL" : "")
      ORDER BY entered_at, id
      """,
      key.values + [.int(priority.rawValue), .integer(edge.entered), .integer(edge.ticket)]
    ) { (row) throws(SQLiteError) in
      examined += 1
      if !isResolved(row) {
        found.append(
          QueuePlace(priority: priority.rawValue, entered: row.int64(1), ticket: row.int64(0)))
      }
      return found.count < limit && examined < CardWalk.bound
    }
    return found
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

extension Workflow {
  /// The columns in which work that goes on may stand: where a board has no open one, that of other
  /// workflows is shown where work is over.
  fileprivate var columnsOfOpenWork: [Status] {
    let open = statuses.filter { !$0.category.isTerminal }
    return open.isEmpty ? statuses : open
  }
}
