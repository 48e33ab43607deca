internal import SQLite
public import SluiceCore

extension Store {
  /// Who makes a change, and when.
  public struct Signature: Hashable, Sendable {
    /// The person.
    public let actor: String
    /// The moment.
    public let at: Timestamp

    /// Who and when.
    public init(actor: String, at: Timestamp) {
      self.actor = actor
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
      INSERT INTO event (at, actor, project, ticket, kind, subject, from_text, to_text, warning)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """,
      [
        .time(signature.at), .text(signature.actor), project.map(Value.project) ?? .null,
        ticket.map(Value.ticket) ?? .null, .text(event.kind.rawValue), .optional(event.subject),
        .optional(event.from), .optional(event.to), .optional(event.warning),
      ])
  }

  /// The place in history of the newest event; 0 before the first.
  public func newestSequence() throws(EngineError) -> Int64 {
    try first("SELECT max(sequence) FROM event") { $0.int64(0) } ?? 0
  }

  /// The events of a ticket that lie before a place in history, newest first.
  public func events(
    of ticket: TicketRow, key: TicketKey, before sequence: Int64, limit: Int
  ) throws(EngineError) -> [Event] {
    try query(
      """
      SELECT sequence, at, actor, kind, subject, from_text, to_text, warning FROM event
      WHERE ticket = $1 AND sequence < $2 ORDER BY sequence DESC LIMIT $3
      """,
      [.ticket(ticket), .integer(sequence), .int(limit)]
    ) { (row) throws(SQLiteError) in
      Event(
        sequence: row.int64(0), at: row.time(1), actor: row.text(2), ticket: key,
        body: Event.Draft(
          try row.word(3), subject: row.optionalText(4), from: row.optionalText(5),
          to: row.optionalText(6), warning: row.optionalText(7)))
    }
  }
}
