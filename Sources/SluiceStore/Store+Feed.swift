internal import SQLite
public import SluiceCore

extension Store {
  /// The events of all organizations after a place in history, oldest first.
  public func feed(after sequence: Int64, limit: Int) throws(EngineError) -> [FeedItem] {
    try query(
      """
      SELECT \(Self.eventColumns), o.uuid, p.uuid, t.uuid FROM event e
      LEFT JOIN project p ON p.id = e.project LEFT JOIN ticket t ON t.id = e.ticket
      JOIN organization o ON o.id = coalesce(p.organization, e.organization, $3)
      WHERE e.sequence > $1 ORDER BY e.sequence LIMIT $2
      """, [.integer(sequence), .int(limit), .integer(home.row)]
    ) { (row) throws(SQLiteError) in
      FeedItem(
        organization: try row.id(14), project: row.isNull(15) ? nil : try row.id(15),
        ticket: row.isNull(16) ? nil : try row.id(16), event: try Self.event(row))
    }
  }
}
