internal import SQLite
public import SluiceCore

/// A ticket as its source had it at the last import, to tell what has changed there since.
public struct ImportBase: Hashable, Sendable {
  /// The title.
  public var title: String
  /// Tells descriptions apart without keeping them twice.
  public var descriptionHash: Int64
  /// The name of the status; `nil` if the source named none.
  public var status: String?
  /// How urgent it was.
  public var priority: Priority
  /// Who worked on it.
  public var assignee: String?
  /// Sorted.
  public var labels: [String]

  /// What is kept of a ticket as it came, `status` being what the source named.
  public init(_ ticket: Ticket, status: String?) {
    title = ticket.title
    descriptionHash = Self.hash(ticket.description)
    self.status = status
    priority = ticket.priority
    assignee = ticket.assignee
    labels = ticket.labels
  }

  /// FNV-1a of 64 bits, which gives the same number on every machine.
  static func hash(_ text: String) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int64(bitPattern: hash)
  }

  init(_ row: Row) throws(SQLiteError) {
    title = row.text(1)
    descriptionHash = row.int64(2)
    status = row.optionalText(3)
    priority = try row.priority(4)
    assignee = row.optionalText(5)
    labels = row.labels(6)
  }
}

extension Store {
  /// What an earlier import knows of a source.
  public func importBase(
    of source: String, in project: ProjectRow
  ) throws(EngineError) -> (row: TicketRow, base: ImportBase)? {
    try first(
      """
      SELECT ticket, title, description_hash, status, priority, assignee, labels FROM import_source
      WHERE project = $1 AND source = $2
      """, [.project(project), .text(source)]
    ) { (row) throws(SQLiteError) in (TicketRow(id: row.int64(0)), try ImportBase(row)) }
  }

  /// Remembers what a source said.
  public func setImportBase(
    _ base: ImportBase, of source: String, ticket: TicketRow
  ) throws(EngineError) {
    try run(
      """
      INSERT OR REPLACE INTO import_source (project, source, ticket, title, description_hash,
        status, priority, assignee, labels) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """,
      [
        .project(ticket.project), .text(source), .ticket(ticket), .text(base.title),
        .integer(base.descriptionHash), .optional(base.status), .int(base.priority.rawValue),
        .optional(base.assignee), .labels(base.labels),
      ])
  }

  /// Adds a ticket as `insert` does, but leaves search to `index(from:)`.
  public func insertUnindexed(
    _ ticket: Ticket, at row: TicketRow, _ place: TicketPlace, met: Int
  ) throws(EngineError) {
    try insertRow(of: ticket, at: row, place, met: met)
    try count(1, into: place, in: row.project)
  }

  /// Makes the tickets from a row to the end of its project searchable, ten times as fast as one by one.
  ///
  /// None of them may be searchable yet.
  public func index(from row: TicketRow) throws(EngineError) {
    try indexTickets(from: row)
  }

  /// Makes one ticket searchable.
  public func index(_ ticket: Ticket, at row: TicketRow) throws(EngineError) {
    try index(SearchText(ticket), of: row)
  }

  /// How many remarks on a ticket each wrote, and when.
  public func commentStamps(on row: TicketRow) throws(EngineError) -> [Signature: Int] {
    let stamps = try query("SELECT author, at FROM comment WHERE ticket = $1", [.ticket(row)]) {
      Signature(actor: $0.text(0), at: $0.time(1))
    }
    return Dictionary(stamps.map { ($0, 1) }, uniquingKeysWith: +)
  }
}
