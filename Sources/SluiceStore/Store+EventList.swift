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
    let stretch = EventStretch(
      of: scope, from: place ?? scope.query.start ?? .max, newest: try newestSequence())
    var found: [Event] = []
    var next = stretch.next
    var examined = 0
    let (sql, values) = statement(scope, stretch)
    try scan(sql, values) { (row) throws(SQLiteError) in
      let event = try Self.event(row)
      examined += 1
      if scope.query.isOver(at: event) {
        next = nil
        return false
      }
      if scope.query.admits(event) {
        guard found.count < limit else {
          next = found.last?.sequence
          return false
        }
        found.append(event)
      }
      guard examined < EventStretch.bound else {
        next = event.sequence
        return false
      }
      return true
    }
    return (found, next)
  }

  private func statement(
    _ scope: EventScope, _ stretch: EventStretch
  ) -> (sql: String, values: [Value]) {
    let isForward = scope.query.start != nil
    var conditions = ["e.sequence BETWEEN $1 AND $2"]
    var values: [Value] = [.integer(stretch.first), .integer(stretch.last)]
    func admit(_ condition: String, _ value: Value) {
      values.append(value)
      conditions.append("\(condition) $\(values.count)")
    }
    if let ticket = scope.ticket { admit("e.ticket =", .ticket(ticket)) }
    if let project = scope.project { admit("e.project =", .project(project)) }
    if scope.ticket == nil, scope.project == nil {
      admit("coalesce(p.organization, e.organization, \(home.row)) =", .integer(organization.row))
    }
    // What lies on the near side of the time asked for is passed over without being read.
    if isForward, let since = scope.query.since { admit("e.at >=", .time(since)) }
    if !isForward, let until = scope.query.until { admit("e.at <", .time(until)) }
    let sql =
      Self.selectEvent + "WHERE " + conditions.joined(separator: " AND ")
      + " ORDER BY e.sequence \(isForward ? "ASC" : "DESC")"
    return (sql, values)
  }
}

/// The part of history that one call looks at.
///
/// No index leads to the events of a project or a time, so rows that are not asked for count too. Those of
/// a ticket have one, and are looked for in all of history.
private struct EventStretch {
  /// The number of its oldest event.
  let first: Int64
  /// The number of its newest event.
  let last: Int64
  /// The place to go on from; `nil` if nothing lies beyond.
  let next: Int64?

  /// How many rows one call looks at.
  static let bound: Int64 = 20_000

  init(of scope: EventScope, from place: Int64, newest: Int64) {
    let bound = scope.ticket == nil ? Self.bound : .max
    if scope.query.start == nil {
      last = min(newest, max(place, 1) - 1)
      first = max(last - min(bound, last), 0) + 1
      next = first > 1 ? first : nil
    } else {
      first = min(max(place, 0), newest) + 1
      last = first - 1 + min(bound, newest - (first - 1))
      next = last < newest ? last : nil
    }
  }
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
