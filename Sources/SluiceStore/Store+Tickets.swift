internal import SQLite
public import SluiceCore

/// A ticket with its project.
public struct StoredTicket: Hashable, Sendable {
  /// The primary key.
  public let row: TicketRow
  /// The project.
  public let project: StoredProject
  /// The definition that it is checked against.
  public let workflow: WorkflowKey
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
    guard let found = try storedTicketOrDeleted(row, in: project),
      found.state.ticket.status != .nowhere
    else { return nil }
    return found
  }

  /// The ticket of a row, also if it is deleted and so in no status.
  public func storedTicketOrDeleted(
    _ row: TicketRow, in project: StoredProject
  ) throws(EngineError) -> StoredTicket? {
    guard let found = try read(row, in: project) else { return nil }
    let workflow = found.bound ?? project.workflow
    let state = TicketState(ticket: found.ticket, progress: try progress(of: row, in: workflow))
    return StoredTicket(row: row, project: project, workflow: workflow, state: state)
  }

  /// The row and project that a caller names, also of a deleted ticket.
  public func locate(
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
  public func ticket(
    _ row: TicketRow, in project: StoredProject
  ) throws(EngineError) -> Ticket? {
    guard let found = try read(row, in: project), found.ticket.status != .nowhere else {
      return nil
    }
    return found.ticket
  }

  /// A ticket with the definition that it is bound to, if it is.
  private func read(
    _ row: TicketRow, in project: StoredProject
  ) throws(EngineError) -> (ticket: Ticket, bound: WorkflowKey?)? {
    try first(Self.selectTicket, [.ticket(row)]) { (found) throws(SQLiteError) in
      let binding: WorkflowRevision? =
        found.isNull(17)
        ? nil : WorkflowRevision(workflow: try found.id(19), revision: found.int(18))
      let ticket = Ticket(
        id: try found.id(0), key: row.key(in: project.project.key), kind: try found.word(1),
        title: found.text(2), description: found.text(3),
        status: found.int(4) == 0 || binding == nil ? found.status(4) : found.status(16),
        priority: try found.priority(5), assignee: found.optionalText(6),
        reporter: found.optionalText(7), labels: found.labels(8), due: found.day(9),
        target: try found.word(14), agent: found.optionalText(15), binding: binding,
        createdAt: found.time(10), updatedAt: found.time(11), enteredAt: found.time(12),
        version: found.int(13))
      let bound = binding.map { WorkflowKey(row: found.int64(17), revision: $0.revision) }
      return (ticket, bound)
    }
  }

  private static let selectTicket = """
    SELECT t.uuid, t.kind, t.title, coalesce(b.text, ''), t.status, t.priority, t.assignee,
      t.reporter, t.labels, t.due, t.created_at, t.updated_at, t.entered_at, t.version, t.target,
      t.agent, t.bound_status, t.bound_workflow, t.bound_revision, w.uuid
    FROM ticket t LEFT JOIN ticket_body b ON b.ticket = t.id
    LEFT JOIN workflow w ON w.id = t.bound_workflow WHERE t.id = $1
    """

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

  /// How many sub-tasks of a task are on a board.
  public func subTaskCount(of task: TicketRow) throws(EngineError) -> Int {
    try first(
      "SELECT count(*) FROM ticket WHERE id BETWEEN $1 AND $2 AND status <> 0",
      [.integer(task.id + 1), .integer(task.id | Int64(TicketRow.maximumOrdinal))]
    ) { $0.int(0) } ?? 0
  }

  /// The first sub-task of a task that is on a board; `nil` for what is no task.
  public func firstSubTask(of task: TicketRow) throws(EngineError) -> TicketRow? {
    guard task.ordinal == 0 else { return nil }
    return try first(
      "SELECT id FROM ticket WHERE id BETWEEN $1 AND $2 AND status <> 0 ORDER BY id LIMIT 1",
      [.integer(task.id + 1), .integer(task.id | Int64(TicketRow.maximumOrdinal))]
    ) { TicketRow(id: $0.int64(0)) }
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
