internal import SQLite
public import SluiceCore

/// The newest that history tells of a change without reading all of it.
public struct ChangeHead: Hashable, Sendable {
  /// The number of the change.
  public let number: Int64
  /// Who made it.
  public let author: Actor
  /// What its first event says.
  public let kind: Event.Kind
  /// The number of the change that it took back or made again; `nil` for any other.
  public let reversed: Int64?
}

/// What a change did to one ticket, or to something else.
public struct ChangePart: Hashable, Sendable {
  /// The ticket; `nil` for what is no ticket's.
  public let ticket: TicketRow?
  /// The events, oldest first; never empty.
  public var events: [Event]
}

extension Store {
  /// The last change of a person, or of an agent in that name, that lies wholly before a place in history.
  ///
  /// Does not look back further than over many events of others.
  public func changeHead(of name: String, before place: Int64) throws(EngineError) -> ChangeHead? {
    try first(
      """
      SELECT sequence, actor, agent, kind,
        CASE WHEN kind IN ('change.undone', 'change.redone') THEN subject END
      FROM event WHERE sequence = (SELECT coalesce(change, sequence) FROM event
        WHERE sequence < $1 AND actor = $2
          AND sequence >= min($1, (SELECT max(sequence) FROM event)) - \(Self.othersBound)
        ORDER BY sequence DESC LIMIT 1)
      """, [.integer(place), .text(name)]
    ) { (row) throws(SQLiteError) in
      ChangeHead(
        number: row.int64(0), author: Actor(name: row.text(1), agent: row.optionalText(2)),
        kind: try row.word(3), reversed: row.optionalText(4).flatMap { Int64($0) })
    }
  }

  private static let othersBound = 50_000

  /// The events of a change by ticket, the tickets in the order of the change.
  public func parts(ofChange change: Int64) throws(EngineError) -> [ChangePart] {
    var parts: [ChangePart] = []
    var places: [TicketRow?: Int] = [:]
    try scan(
      Self.selectEvent + "WHERE e.sequence >= $1 ORDER BY e.sequence", [.integer(change)]
    ) { (row) throws(SQLiteError) in
      let event = try Self.event(row)
      guard event.change == change else { return false }
      let ticket = row.optionalInt(7).map { TicketRow(id: Int64($0)) }
      if let place = places[ticket] {
        parts[place].events.append(event)
      } else {
        places[ticket] = parts.count
        parts.append(ChangePart(ticket: ticket, events: [event]))
      }
      return true
    }
    return parts
  }
}
