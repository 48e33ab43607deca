import SQLite

/// History as it stands in a file, change by change.
struct ChangeLog {
  struct Event {
    let change: Int64
    let ticket: Int64?
    let kind: String
    let to: String?

    /// Whether it says in which status the ticket is then.
    var isPlacing: Bool {
      ["ticket.created", "ticket.moved", "change.undone", "change.redone"].contains(kind)
    }
  }

  let events: [Event]

  init(_ path: String) throws {
    events = try Database(path: path, access: .reading).query(
      """
      SELECT coalesce(change, sequence), ticket, kind, to_text FROM event ORDER BY sequence
      """
    ) { row in
      Event(
        change: row.int64(0), ticket: row.isNull(1) ? nil : row.int64(1), kind: row.text(2),
        to: row.isNull(3) ? nil : row.text(3))
    }
  }

  /// The numbers of all changes.
  var changes: Set<Int64> { Set(events.map(\.change)) }

  /// The changes of each ticket, in order: the first made version 1.
  var changesByTicket: [Int64: [Int64]] {
    var changes: [Int64: [Int64]] = [:]
    for event in events {
      guard let ticket = event.ticket, changes[ticket]?.last != event.change else { continue }
      changes[ticket, default: []].append(event.change)
    }
    return changes
  }

  /// The most tickets that each status held at any moment.
  var fullest: [String: Int] {
    var places: [Int64: String] = [:]
    var counts: [String: Int] = [:]
    var fullest: [String: Int] = [:]
    for event in events where event.isPlacing {
      guard let ticket = event.ticket else { continue }
      if let former = places[ticket] { counts[former, default: 0] -= 1 }
      places[ticket] = event.to
      guard let status = event.to else { continue }
      counts[status, default: 0] += 1
      fullest[status] = max(fullest[status] ?? 0, counts[status] ?? 0)
    }
    return fullest
  }
}
