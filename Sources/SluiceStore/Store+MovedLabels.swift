internal import SQLite
internal import SluiceCore

/// A ticket that carries labels, and where it stands.
struct LabelledRow {
  let row: TicketRow
  let column: Status.ID
  let priority: Int64
  let entered: Int64
  let labels: [String]
}

extension Store {
  /// The tickets with labels that a condition names.
  func labelled(_ condition: String, _ values: [Value]) throws(EngineError) -> [LabelledRow] {
    try query(
      """
      SELECT id, status, priority, entered_at, labels FROM ticket
      WHERE \(condition) AND labels <> ''
      """, values
    ) { row in
      LabelledRow(
        row: TicketRow(id: row.int64(0)), column: row.status(1), priority: row.int64(2),
        entered: row.int64(3), labels: row.labels(4))
    }
  }

  /// Lets the labels of a ticket lead to another column.
  ///
  /// Each by its whole key, for nothing else leads to it but a look at all labels of the project.
  func moveLabels(of ticket: LabelledRow, to column: Status.ID) throws(EngineError) {
    guard column != ticket.column else { return }
    for label in ticket.labels {
      try run(
        """
        UPDATE label SET status = $7 WHERE project = $1 AND label = $2 AND status = $3
          AND priority = $4 AND entered_at = $5 AND ticket = $6
        """,
        [
          .project(ticket.row.project), .text(label), .status(ticket.column),
          .integer(ticket.priority), .integer(ticket.entered), .ticket(ticket.row),
          .status(column),
        ])
    }
  }
}
