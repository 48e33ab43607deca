internal import SQLite
public import SluiceCore

extension Store {
  /// Remarks on a ticket, newest first, with their rows; from the one before `place` on.
  public func comments(
    on ticket: TicketRow, before place: (at: Timestamp, row: Int64)?, limit: Int
  ) throws(EngineError) -> [(row: Int64, comment: Comment)] {
    try query(
      """
      SELECT id, author, at, text FROM comment
      WHERE ticket = $1 AND (at, id) < ($2, $3) ORDER BY at DESC, id DESC LIMIT $4
      """,
      [
        .ticket(ticket), .integer(place?.at.milliseconds ?? .max),
        .integer(place?.row ?? .max), .int(limit),
      ]
    ) { ($0.int64(0), Comment(author: $0.text(1), at: $0.time(2), text: $0.text(3))) }
  }
}
