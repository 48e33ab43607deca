internal import SQLite
public import SluiceCore

/// A ticket with its project.
public struct StoredTicket: Hashable, Sendable {
  /// The primary key.
  public let row: TicketRow
  /// The project.
  public let project: StoredProject
  /// The ticket and what has been confirmed of its gates.
  public var state: TicketState
}

extension Store {
  /// The ticket that a caller names, with its project and its gates' progress.
  public func ticket(_ reference: TicketReference) throws(EngineError) -> StoredTicket? {
    guard let (row, project) = try locate(reference) else { return nil }
    return try storedTicket(row, in: project)
  }

  /// The ticket of a row, with its gates' progress.
  public func storedTicket(
    _ row: TicketRow, in project: StoredProject
  ) throws(EngineError) -> StoredTicket? {
    guard let ticket = try ticket(row, in: project.project.key) else { return nil }
    let state = TicketState(ticket: ticket, progress: try progress(of: row))
    return StoredTicket(row: row, project: project, state: state)
  }

  private func locate(
    _ reference: TicketReference
  ) throws(EngineError) -> (TicketRow, StoredProject)? {
    switch reference {
    case .key(let key):
      guard let project = try project(.key(key.project)),
        let row = TicketRow(project: project.row, number: key.number, ordinal: key.ordinal)
      else { return nil }
      return (row, project)
    case .id(let id):
      let found = try first("SELECT id FROM ticket WHERE uuid = $1", [.id(id)]) { $0.int64(0) }
      guard let row = found.map(TicketRow.init(id:)), let project = try project(row.project)
      else { return nil }
      return (row, project)
    }
  }

  /// One ticket of a known project, without its gates' progress.
  public func ticket(_ row: TicketRow, in project: ProjectKey) throws(EngineError) -> Ticket? {
    try first(Self.selectTicket + "WHERE t.id = $1", [.ticket(row)]) {
      (found) throws(SQLiteError) in
      try Self.ticket(found, in: project)
    }
  }

  static let selectTicket = """
    SELECT t.id, t.uuid, t.kind, t.title, coalesce(b.text, ''), t.status, t.priority, t.assignee,
      t.reporter, t.labels, t.due, t.created_at, t.updated_at, t.entered_at, t.version
    FROM ticket t LEFT JOIN ticket_body b ON b.ticket = t.id

    """

  static func ticket(_ row: Row, in project: ProjectKey) throws(SQLiteError) -> Ticket {
    Ticket(
      id: try row.id(1), key: TicketRow(id: row.int64(0)).key(in: project), kind: try row.word(2),
      title: row.text(3), description: row.text(4), status: row.status(5),
      priority: try row.priority(6), assignee: row.optionalText(7), reporter: row.optionalText(8),
      labels: row.labels(9), due: row.day(10), createdAt: row.time(11), updatedAt: row.time(12),
      enteredAt: row.time(13), version: row.int(14))
  }

  /// The row for the next sub-task of a task; `nil` if the task holds as many as it can.
  public func nextSubTask(of task: TicketRow) throws(EngineError) -> TicketRow? {
    let range = task.id...(task.id | Int64(TicketRow.maximumOrdinal))
    let last = try first(
      "SELECT max(id) FROM ticket WHERE id BETWEEN $1 AND $2",
      [.integer(range.lowerBound), .integer(range.upperBound)]
    ) { $0.int64(0) }
    guard let last, last < range.upperBound else { return nil }
    return TicketRow(id: last + 1)
  }

  /// The newest remarks on a ticket, newest first.
  public func comments(on ticket: TicketRow, limit: Int) throws(EngineError) -> [Comment] {
    try query(
      """
      SELECT author, at, text FROM comment WHERE ticket = $1 ORDER BY at DESC, id DESC LIMIT $2
      """,
      [.ticket(ticket), .int(limit)]
    ) { Comment(author: $0.text(0), at: $0.time(1), text: $0.text(2)) }
  }
}
