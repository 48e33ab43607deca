internal import SQLite
public import SluiceCore

/// What of history is asked for, in rows.
public struct EventScope: Hashable, Sendable {
  /// Only those of a project.
  public var project: ProjectRow?
  /// Only those of a ticket.
  public var ticket: TicketRow?
  /// The rest, which rows are judged by.
  public var query: EventQuery

  /// A scope with its parts.
  public init(project: ProjectRow?, ticket: TicketRow?, query: EventQuery) {
    self.project = project
    self.ticket = ticket
    self.query = query
  }
}

extension Store {
  /// A part of history beyond a place in it, and the place to go on from; looks at a bounded number of rows,
  /// so that a part may be short, or empty, and yet not the last.
  public func events(
    _ scope: EventScope, beyond place: Int64?, limit: Int
  ) throws(EngineError) -> (events: [Event], next: Int64?) {
    var found: [Event] = []
    var next: Int64?
    var examined = 0
    let (sql, values) = Self.statement(scope, beyond: place)
    try scan(sql, values) { (row) throws(SQLiteError) in
      let event = try Self.event(row)
      examined += 1
      if scope.query.isOver(at: event) { return false }
      if scope.query.admits(event) {
        guard found.count < limit else {
          next = found.last?.sequence
          return false
        }
        found.append(event)
      }
      next = examined == Self.eventBound ? event.sequence : nil
      return next == nil
    }
    return (found, next)
  }

  private static func statement(
    _ scope: EventScope, beyond place: Int64?
  ) -> (sql: String, values: [Value]) {
    let isForward = scope.query.start != nil
    let from = place ?? scope.query.start ?? .max
    var conditions = [isForward ? "e.sequence > $1" : "e.sequence < $1"]
    var values: [Value] = [.integer(from)]
    if let ticket = scope.ticket {
      values.append(.ticket(ticket))
      conditions.append("e.ticket = $\(values.count)")
    }
    if let project = scope.project {
      values.append(.project(project))
      conditions.append("e.project = $\(values.count)")
    }
    let sql =
      selectEvent + "WHERE " + conditions.joined(separator: " AND ")
      + " ORDER BY e.sequence \(isForward ? "ASC" : "DESC")"
    return (sql, values)
  }

  /// How many rows one call looks at.
  private static let eventBound = 20_000
}

extension EventQuery {
  /// The place after which a forward query begins; `nil` for one that goes back.
  fileprivate var start: Int64? {
    guard case .oldestFirst(let place) = order else { return nil }
    return place
  }

  fileprivate func admits(_ event: Event) -> Bool {
    if let actor, event.actor != actor { return false }
    if !kinds.isEmpty, !kinds.contains(event.body.kind) { return false }
    if let since, event.at < since { return false }
    if let until, event.at >= until { return false }
    return true
  }

  /// Whether everything beyond lies outside of the time asked for; clocks that were set back a little do
  /// not matter.
  fileprivate func isOver(at event: Event) -> Bool {
    let slack: Int64 = 3_600
    if start == nil, let since { return event.at < since.advanced(bySeconds: -slack) }
    if start != nil, let until { return event.at > until.advanced(bySeconds: slack) }
    return false
  }
}
