internal import SQLite
public import SluiceCore

extension Store {
  /// Adds a ticket with all that depends on it: body, labels, search and counter.
  ///
  /// `met` is how many requirements of the gate ahead are met.
  public func insert(_ ticket: Ticket, at row: TicketRow, met: Int) throws(EngineError) {
    try insertRow(of: ticket, at: row, met: met)
    try count(1, into: ticket.status, in: row.project)
    try index(SearchText(ticket), of: row)
  }

  /// Adds the rows of a ticket, but leaves counter and search to the caller.
  func insertRow(of ticket: Ticket, at row: TicketRow, met: Int) throws(EngineError) {
    try run(
      """
      INSERT INTO ticket (id, uuid, project, kind, status, priority, entered_at, title, assignee,
        labels, due, met, version, reporter, created_at, updated_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
      """,
      [
        .ticket(row), .id(ticket.id), .project(row.project), .text(ticket.kind.rawValue),
        .status(ticket.status), .int(ticket.priority.rawValue), .time(ticket.enteredAt),
        .text(ticket.title), .optional(ticket.assignee), .labels(ticket.labels),
        .int(ticket.due?.daysSinceEpoch), .int(met), .int(ticket.version),
        .optional(ticket.reporter), .time(ticket.createdAt), .time(ticket.updatedAt),
      ])
    if !ticket.description.isEmpty { try setBody(ticket.description, of: row) }
    for label in ticket.labels { try insert(label, of: ticket, at: row) }
  }

  /// Writes the difference between two states of a ticket, and what depends on it.
  public func write(
    _ ticket: Ticket, over former: Ticket, at row: TicketRow, met: Int
  ) throws(EngineError) {
    try writeRow(of: ticket, over: former, at: row, met: met)
    if ticket.status != former.status {
      try count(-1, into: former.status, in: row.project)
      try count(1, into: ticket.status, in: row.project)
    }
    if ticket.description != former.description { try setBody(ticket.description, of: row) }
    try writeLabels(of: ticket, over: former, at: row)
    let (text, formerText) = (SearchText(ticket), SearchText(former))
    if text != formerText {
      try unindex(formerText, of: row)
      try index(text, of: row)
    }
  }

  private func writeRow(
    of ticket: Ticket, over former: Ticket, at row: TicketRow, met: Int
  ) throws(EngineError) {
    // The index by assignee is rewritten only if the statement sets one of its columns.
    let place: [Value] =
      ticket.boardPlace == former.boardPlace
      ? []
      : [
        .status(ticket.status), .int(ticket.priority.rawValue), .time(ticket.enteredAt),
        .optional(ticket.assignee),
      ]
    let setPlace =
      place.isEmpty ? "" : ", status = $9, priority = $10, entered_at = $11, assignee = $12"
    try run(
      """
      UPDATE ticket SET title = $2, labels = $3, due = $4, met = $5, version = $6, reporter = $7,
        updated_at = $8\(setPlace) WHERE id = $1
      """,
      [
        .ticket(row), .text(ticket.title), .labels(ticket.labels), .int(ticket.due?.daysSinceEpoch),
        .int(met), .int(ticket.version), .optional(ticket.reporter), .time(ticket.updatedAt),
      ] + place)
  }

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
  private func writeLabels(
    of ticket: Ticket, over former: Ticket, at row: TicketRow
  ) throws(EngineError) {
    let hasMoved = ticket.columnPlace != former.columnPlace
    for label in former.labels where hasMoved || !ticket.labels.contains(label) {
      try delete(label, of: former, at: row)
    }
    for label in ticket.labels where hasMoved || !former.labels.contains(label) {
      try insert(label, of: ticket, at: row)
    }
  }

  private func insert(_ label: String, of ticket: Ticket, at row: TicketRow) throws(EngineError) {
    try run(
      """
      INSERT INTO label (project, label, status, priority, entered_at, ticket)
      VALUES ($1, $2, $3, $4, $5, $6)
      """, Self.labelKey(label, ticket, row))
  }

  private func delete(_ label: String, of ticket: Ticket, at row: TicketRow) throws(EngineError) {
    try run(
      """
      DELETE FROM label WHERE project = $1 AND label = $2 AND status = $3 AND priority = $4
        AND entered_at = $5 AND ticket = $6
      """, Self.labelKey(label, ticket, row))
  }

  private static func labelKey(_ label: String, _ ticket: Ticket, _ row: TicketRow) -> [Value] {
    [
      .project(row.project), .text(label), .status(ticket.status), .int(ticket.priority.rawValue),
      .time(ticket.enteredAt), .ticket(row),
    ]
  }
}

/// Where a ticket stands within its column.
private struct ColumnPlace: Hashable {
  let status: Status.ID
  let priority: Priority
  let enteredAt: Timestamp
}

/// Where a ticket stands on the board of its assignee.
private struct BoardPlace: Hashable {
  let column: ColumnPlace
  let assignee: String?
}

extension Ticket {
  fileprivate var columnPlace: ColumnPlace {
    ColumnPlace(status: status, priority: priority, enteredAt: enteredAt)
  }

  fileprivate var boardPlace: BoardPlace {
    BoardPlace(column: columnPlace, assignee: assignee)
  }
}
