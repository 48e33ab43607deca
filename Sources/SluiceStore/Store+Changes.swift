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

/// What came of looking for a change.
public enum ChangeSearch: Hashable, Sendable {
  /// There it is.
  case found(ChangeHead)
  /// There is none.
  case nothing
  /// There was none among so many events, and it was not looked for beyond.
  case givenUp(after: Int)
}

/// What a change did to one ticket, or to something else.
public struct ChangePart: Hashable, Sendable {
  /// The ticket; `nil` for what is no ticket's.
  public let ticket: TicketRow?
  /// The events, oldest first; never empty.
  public var events: [Event]
}

extension Store {
  /// The last change of an actor that lies wholly before a place in history, or that took back or made again
  /// something in the same name; after many events of others it is not looked for further.
  public func changeHead(of actor: Actor, before place: Int64) throws(EngineError) -> ChangeSearch {
    let end = min(place, try newestSequence() + 1)
    let head = try first(
      """
      SELECT sequence, actor, agent, kind,
        CASE WHEN kind IN ('change.undone', 'change.redone') THEN subject END
      FROM event WHERE sequence = (SELECT coalesce(e.change, e.sequence) FROM event e
        WHERE e.sequence < $1 AND e.sequence >= $2 AND e.actor = $3
          AND (e.agent IS $4 OR e.kind IN ('change.undone', 'change.redone'))
          AND coalesce((SELECT organization FROM project WHERE id = e.project), e.organization, $5)
            = $6
        ORDER BY e.sequence DESC LIMIT 1)
      """,
      [
        .integer(end), .integer(end - Self.othersBound), .text(actor.name),
        .optional(actor.agent), .integer(home.row), .integer(organization.row),
      ]
    ) { (row) throws(SQLiteError) in
      ChangeHead(
        number: row.int64(0), author: Actor(name: row.text(1), agent: row.optionalText(2)),
        kind: try row.word(3), reversed: row.optionalText(4).flatMap { Int64($0) })
    }
    if let head { return .found(head) }
    return end - Self.othersBound > 1 ? .givenUp(after: Int(Self.othersBound)) : .nothing
  }

  private static let othersBound: Int64 = 50_000

  /// The events of a change by ticket, the tickets in the order of the change; none if it is another
  /// organization's.
  public func parts(ofChange change: Int64) throws(EngineError) -> [ChangePart] {
    var parts: [ChangePart] = []
    var places: [TicketRow?: Int] = [:]
    try scan(
      Self.selectEvent + "WHERE e.sequence >= $1 ORDER BY e.sequence", [.integer(change)]
    ) { (row) throws(SQLiteError) in
      let event = try Self.event(row)
      guard event.change == change, isOurs(row) else { return false }
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
