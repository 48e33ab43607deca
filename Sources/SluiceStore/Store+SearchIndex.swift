internal import SQLite
internal import SluiceCore

/// What of a ticket is searched.
struct SearchText: Hashable {
  let title: String
  let description: String

  init(_ ticket: Ticket) {
    title = ticket.title
    description = ticket.description
  }
}

extension Store {
  func index(_ text: SearchText, of row: TicketRow) throws(EngineError) {
    try run(
      "INSERT INTO search (rowid, title, description) VALUES ($1, $2, $3)",
      [.ticket(row), .text(text.title), .text(text.description)])
  }

  /// The index keeps no texts, so it has to be told what it was given.
  func unindex(_ text: SearchText, of row: TicketRow) throws(EngineError) {
    try run(
      "INSERT INTO search (search, rowid, title, description) VALUES ('delete', $1, $2, $3)",
      [.ticket(row), .text(text.title), .text(text.description)])
  }

  /// Indexes all tickets of a project from a row on, ten times as fast as one by one.
  ///
  /// A statement of its own per ticket would flush what the index gathers in memory.
  func indexTickets(from row: TicketRow) throws(EngineError) {
    try run(
      """
      INSERT INTO search (rowid, title, description)
      SELECT t.id, t.title, coalesce(b.text, '') FROM ticket t
      LEFT JOIN ticket_body b ON b.ticket = t.id WHERE t.id BETWEEN $1 AND $2
      """,
      [.ticket(row), .integer(row.project.tickets.upperBound)])
  }
}
