import SQLite
import Testing

/// Reads a database file past the program and holds it against itself.
struct DatabaseAudit {
  private let database: Database

  init(_ path: String) throws {
    database = try Database(path: path)
  }

  /// Expects every invariant of the file to hold.
  func expectSound(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let integrity = try database.query("PRAGMA integrity_check") { $0.text(0) }
    #expect(integrity == ["ok"], sourceLocation: sourceLocation)
    for (what, sql) in DatabaseAudit.faults {
      let count = try database.number("SELECT count(*) FROM (\(sql))")
      #expect(count == 0, "\(what)", sourceLocation: sourceLocation)
    }
  }

  /// Queries that find nothing in a sound file.
  private static let faults = [
    ("a row that refers to none", "SELECT * FROM pragma_foreign_key_check"),
    (
      "a counter that a recount does not find",
      """
      SELECT project, status, n FROM counter WHERE n <> 0
      EXCEPT SELECT project, status, count(*) FROM ticket GROUP BY project, status
      """
    ),
    (
      "a status whose tickets were not counted",
      """
      SELECT project, status, count(*) FROM ticket GROUP BY project, status
      EXCEPT SELECT project, status, n FROM counter
      """
    ),
    (
      "a project whose tickets are not numbered without gaps",
      """
      SELECT project.id FROM project LEFT JOIN ticket ON ticket.project = project.id
      GROUP BY project.id
      HAVING count(ticket.id) <> ticket_counter OR max((ticket.id >> 10) & 0x3FFFFFFF) <> count(ticket.id)
      """
    ),
    (
      "a gap in history",
      "SELECT 1 FROM (SELECT max(sequence) AS last, count(*) AS n FROM event) WHERE last <> n"
    ),
    (
      "a ticket whose version is not the number of its changes",
      """
      SELECT ticket.id FROM ticket LEFT JOIN event ON event.ticket = ticket.id
      GROUP BY ticket.id HAVING count(sequence) <> version
      """
    ),
    (
      "a ticket that is not where its last move went",
      """
      SELECT ticket.id FROM ticket JOIN status ON status.number = ticket.status
      WHERE (SELECT to_text FROM event WHERE event.ticket = ticket.id ORDER BY sequence DESC LIMIT 1)
        <> status.name
      """
    ),
    (
      "a ticket that a search does not find",
      "SELECT id FROM ticket EXCEPT SELECT rowid FROM search WHERE search MATCH 'work*'"
    ),
    (
      "a search that finds what is no ticket",
      "SELECT rowid FROM search WHERE search MATCH 'work*' EXCEPT SELECT id FROM ticket"
    ),
  ]

  func count(_ sql: String) throws -> Int64 {
    try database.number(sql)
  }
}
