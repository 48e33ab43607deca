internal import SQLite
public import SluiceCore

extension Store {
  /// Adds a ticket with all that depends on it: body, labels, search and counter.
  ///
  /// `met` is how many requirements of the gate ahead are met.
  public func insert(
    _ ticket: Ticket, at row: TicketRow, _ place: TicketPlace, met: Int
  ) throws(EngineError) {
    try insertRow(of: ticket, at: row, place, met: met)
    try count(1, into: place, in: row.project)
    try index(SearchText(ticket), of: row)
  }

  /// Adds the rows of a ticket, but leaves counter and search to the caller.
  func insertRow(
    of ticket: Ticket, at row: TicketRow, _ place: TicketPlace, met: Int
  ) throws(EngineError) {
    try run(
      """
      INSERT INTO ticket (id, uuid, project, kind, status, priority, entered_at, title, assignee,
        labels, due, met, version, reporter, created_at, updated_at, target, agent,
        bound_workflow, bound_revision, bound_status)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20, $21)
      """,
      [
        .ticket(row), .id(ticket.id), .project(row.project), .text(ticket.kind.rawValue),
        .status(place.column), .int(ticket.priority.rawValue), .time(ticket.enteredAt),
        .text(ticket.title), .optional(ticket.assignee), .labels(ticket.labels),
        .int(ticket.due?.daysSinceEpoch), .int(met), .int(ticket.version),
        .optional(ticket.reporter), .time(ticket.createdAt), .time(ticket.updatedAt),
        .text(ticket.target.rawValue), .optional(ticket.agent),
      ] + place.boundValues)
    if !ticket.description.isEmpty { try setBody(ticket.description, of: row) }
    try writeLabels(LabelRows(ticket, place), over: .none, at: row)
  }

  /// Writes the difference between two states of a ticket, and what depends on it.
  public func write(
    _ ticket: Ticket, _ place: TicketPlace, over former: Ticket, _ formerPlace: TicketPlace,
    at row: TicketRow, met: Int
  ) throws(EngineError) {
    let boards = (BoardPlace(ticket, place), BoardPlace(former, formerPlace))
    try writeRow(of: ticket, at: row, place, hasMoved: boards.0 != boards.1, met: met)
    if place != formerPlace {
      try count(-1, into: formerPlace, in: row.project)
      try count(1, into: place, in: row.project)
    }
    if ticket.description != former.description { try setBody(ticket.description, of: row) }
    try writeLabels(LabelRows(ticket, place), over: LabelRows(former, formerPlace), at: row)
    let text = place.column == .nowhere ? nil : SearchText(ticket)
    let formerText = formerPlace.column == .nowhere ? nil : SearchText(former)
    if text != formerText {
      if let formerText { try unindex(formerText, of: row) }
      if let text { try index(text, of: row) }
    }
  }

  private func writeRow(
    of ticket: Ticket, at row: TicketRow, _ place: TicketPlace, hasMoved: Bool, met: Int
  ) throws(EngineError) {
    // The index by assignee is rewritten only if the statement sets one of its columns.
    let places: [Value] =
      hasMoved
      ? [
        .status(place.column), .int(ticket.priority.rawValue), .time(ticket.enteredAt),
        .optional(ticket.assignee), .optional(ticket.agent), .status(place.bound?.status),
      ] : []
    try run(
      hasMoved ? Self.updateTicketAndPlace : Self.updateTicket,
      [
        .ticket(row), .text(ticket.title), .labels(ticket.labels), .int(ticket.due?.daysSinceEpoch),
        .int(met), .int(ticket.version), .optional(ticket.reporter), .time(ticket.updatedAt),
        .text(ticket.target.rawValue),
      ] + places)
  }

  private static let setTicket = """
    UPDATE ticket SET title = $2, labels = $3, due = $4, met = $5, version = $6, reporter = $7,
      updated_at = $8, target = $9
    """
  private static let updateTicket = setTicket + " WHERE id = $1"
  private static let updateTicketAndPlace =
    setTicket + """
      , status = $10, priority = $11, entered_at = $12, assignee = $13, agent = $14,
        bound_status = $15 WHERE id = $1
      """

  private func setBody(_ text: String, of row: TicketRow) throws(EngineError) {
    if text.isEmpty {
      try run("DELETE FROM ticket_body WHERE ticket = $1", [.ticket(row)])
    } else {
      try run(
        "INSERT OR REPLACE INTO ticket_body (ticket, text) VALUES ($1, $2)",
        [.ticket(row), .text(text)])
    }
  }

  /// Adds a remark.
  public func insert(_ comment: Comment, on row: TicketRow) throws(EngineError) {
    try run(
      "INSERT INTO comment (ticket, at, author, text) VALUES ($1, $2, $3, $4)",
      [.ticket(row), .time(comment.at), .text(comment.author), .text(comment.text)])
  }
}

extension Store {
  /// Removes a remark, because its making is taken back; of several alike the newest.
  public func delete(_ comment: Comment, on row: TicketRow) throws(EngineError) {
    try run(
      """
      DELETE FROM comment WHERE id = (SELECT max(id) FROM comment
        WHERE ticket = $1 AND at = $2 AND author = $3 AND text = $4)
      """,
      [.ticket(row), .time(comment.at), .text(comment.author), .text(comment.text)])
  }

  private func writeLabels(
    _ rows: LabelRows, over former: LabelRows, at row: TicketRow
  ) throws(EngineError) {
    let hasMoved = rows.place != former.place
    for label in former.labels where hasMoved || !rows.labels.contains(label) {
      try run(
        """
        DELETE FROM label WHERE project = $1 AND label = $2 AND status = $3 AND priority = $4
          AND entered_at = $5 AND ticket = $6
        """, former.key(label, row))
    }
    for label in rows.labels where hasMoved || !former.labels.contains(label) {
      try run(
        """
        INSERT INTO label (project, label, status, priority, entered_at, ticket)
        VALUES ($1, $2, $3, $4, $5, $6)
        """, rows.key(label, row))
    }
  }
}

/// The rows that lead from labels to a ticket; none for one that is deleted.
private struct LabelRows {
  let labels: [String]
  let place: ColumnPlace

  static let none = LabelRows(labels: [], place: ColumnPlace.nowhere)

  init(_ ticket: Ticket, _ place: TicketPlace) {
    labels = place.column == .nowhere ? [] : ticket.labels
    self.place = ColumnPlace(ticket, place)
  }

  private init(labels: [String], place: ColumnPlace) {
    self.labels = labels
    self.place = place
  }

  func key(_ label: String, _ row: TicketRow) -> [Value] {
    [
      .project(row.project), .text(label), .status(place.status), .int(place.priority.rawValue),
      .time(place.enteredAt), .ticket(row),
    ]
  }
}

/// Where a ticket stands within its column.
private struct ColumnPlace: Hashable {
  let status: Status.ID
  let priority: Priority
  let enteredAt: Timestamp

  static let nowhere = ColumnPlace(
    status: .nowhere, priority: .low, enteredAt: Timestamp(milliseconds: 0))

  init(_ ticket: Ticket, _ place: TicketPlace) {
    self.init(status: place.column, priority: ticket.priority, enteredAt: ticket.enteredAt)
  }

  private init(status: Status.ID, priority: Priority, enteredAt: Timestamp) {
    self.status = status
    self.priority = priority
    self.enteredAt = enteredAt
  }
}

/// What decides where a ticket stands on boards, in queues, and in its own workflow.
private struct BoardPlace: Hashable {
  let column: ColumnPlace
  let bound: Status.ID?
  let assignee: String?
  let agent: String?

  init(_ ticket: Ticket, _ place: TicketPlace) {
    column = ColumnPlace(ticket, place)
    bound = place.bound?.status
    assignee = ticket.assignee
    agent = ticket.agent
  }
}
