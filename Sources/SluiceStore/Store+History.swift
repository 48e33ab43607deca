internal import SQLite
public import SluiceCore

extension Store {
  /// Who makes a change, and when.
  public struct Signature: Hashable, Sendable {
    /// The person.
    public let actor: String
    /// The agent that acts for that person.
    public let agent: String?
    /// The moment.
    public let at: Timestamp

    /// Who and when.
    public init(actor: String, agent: String? = nil, at: Timestamp) {
      self.actor = actor
      self.agent = agent
      self.at = at
    }
  }

  /// Appends to history.
  public func append(
    _ events: [Event.Draft], project: ProjectRow?, ticket: TicketRow?, _ signature: Signature
  ) throws(EngineError) {
    for event in events { try append(event, project: project, ticket: ticket, signature) }
  }

  func append(
    _ event: Event.Draft, project: ProjectRow?, ticket: TicketRow?, _ signature: Signature
  ) throws(EngineError) {
    try run(
      """
      INSERT INTO event (at, actor, agent, project, ticket, kind, subject, from_text, to_text,
        warning, change, trace, organization)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
      """,
      [
        .time(signature.at), .text(signature.actor), .optional(signature.agent),
        project.map(Value.project) ?? .null, ticket.map(Value.ticket) ?? .null,
        .text(event.kind.rawValue), .optional(event.subject), .optional(event.from),
        .optional(event.to), .optional(event.warning), change.map(Value.integer) ?? .null,
        .optional(event.trace?.text),
        project == nil && organization != home ? .integer(organization.row) : .null,
      ])
    note(firstEvent: database.lastInsertedRow)
  }

  /// The place in history of the newest event; 0 before the first.
  public func newestSequence() throws(EngineError) -> Int64 {
    try first("SELECT max(sequence) FROM event") { $0.int64(0) } ?? 0
  }

  /// The events of a ticket that lie before a place in history, newest first.
  public func events(
    of ticket: TicketRow, before sequence: Int64, limit: Int
  ) throws(EngineError) -> [Event] {
    try query(
      Self.selectEvent
        + "WHERE e.ticket = $1 AND e.sequence < $2 ORDER BY e.sequence DESC LIMIT $3",
      [.ticket(ticket), .integer(sequence), .int(limit)], Self.event)
  }

  static let selectEvent = """
    SELECT \(eventColumns), coalesce(p.organization, e.organization)
    FROM event e LEFT JOIN project p ON p.id = e.project

    """

  /// The columns of an event, in the order of `event`.
  static let eventColumns = """
    e.sequence, coalesce(e.change, e.sequence), e.at, e.actor, e.agent, e.project, p.key, e.ticket,
    e.kind, e.subject, e.from_text, e.to_text, e.warning, e.trace
    """

  /// Whose an event is that `selectEvent` has found.
  func isOurs(_ row: Row) -> Bool {
    (row.optionalInt(14).map { Int64($0) } ?? home.row) == organization.row
  }

  static func event(_ row: Row) throws(SQLiteError) -> Event {
    // A deleted project's key is followed by a mark, which is no part of it.
    let project = row.optionalText(6).flatMap { ProjectKey(String($0.prefix { $0 != "~" })) }
    let ticket = row.optionalInt(7).map { TicketRow(id: Int64($0)) }
    return Event(
      sequence: row.int64(0), change: row.int64(1), at: row.time(2), actor: row.text(3),
      agent: row.optionalText(4), project: project,
      ticket: project.flatMap { key in ticket.map { $0.key(in: key) } },
      body: Event.Draft(
        try row.word(8), subject: row.optionalText(9), from: row.optionalText(10),
        to: row.optionalText(11), warning: row.optionalText(12),
        trace: row.optionalText(13).flatMap(EventTrace.init(text:))))
  }
}
