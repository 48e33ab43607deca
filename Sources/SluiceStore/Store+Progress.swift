internal import SQLite
public import SluiceCore

extension Store {
  /// What has been confirmed of a ticket's gates in a workflow.
  public func progress(
    of ticket: TicketRow, in workflow: WorkflowKey
  ) throws(EngineError) -> GateProgress {
    let key: [Value] = [.ticket(ticket), .integer(workflow.row)]
    var progress = GateProgress()
    try scan(
      "SELECT gate, item, by, at FROM gate_mark WHERE ticket = $1 AND workflow = $2", key
    ) { row in
      progress.marks[Self.mark(row)] = GateProgress.Stamp(by: row.text(2), at: row.time(3))
      return true
    }
    try scan(
      "SELECT field, type, text, by, at FROM field_value WHERE ticket = $1 AND workflow = $2", key
    ) { (row) throws(SQLiteError) in
      progress.values[row.text(0)] = try Self.value(row)
      progress.valueStamps[row.text(0)] = GateProgress.Stamp(by: row.text(3), at: row.time(4))
      return true
    }
    return progress
  }

  /// An acknowledgment is a mark without an item; keys of items are never empty.
  private static func mark(_ row: Row) -> GateProgress.Mark {
    let item = row.text(1)
    return GateProgress.Mark(gate: row.text(0), item: item.isEmpty ? nil : item)
  }

  private static func value(_ row: Row) throws(SQLiteError) -> FieldValue {
    guard let value = FieldValue(word: row.text(1), text: row.text(2)) else {
      throw .malformed("value of a field")
    }
    return value
  }

  /// Writes the difference between two states of a ticket's gates.
  public func write(
    _ progress: GateProgress, over former: GateProgress, of ticket: TicketRow,
    in workflow: WorkflowKey
  ) throws(EngineError) {
    guard progress != former else { return }
    for mark in former.marks.keys where progress.marks[mark] == nil {
      try run(
        "DELETE FROM gate_mark WHERE ticket = $1 AND workflow = $2 AND gate = $3 AND item = $4",
        [.ticket(ticket), .integer(workflow.row), .text(mark.gate), .text(mark.item ?? "")])
    }
    for (mark, stamp) in progress.marks where former.marks[mark] != stamp {
      try insert(mark, stamp, of: ticket, in: workflow)
    }
    for field in former.values.keys where progress.values[field] == nil {
      try run(
        "DELETE FROM field_value WHERE ticket = $1 AND workflow = $2 AND field = $3",
        [.ticket(ticket), .integer(workflow.row), .text(field)])
    }
    for (field, value) in progress.values
    where former.values[field] != value || former.valueStamps[field] != progress.valueStamps[field]
    {
      try insert(value, of: field, progress.valueStamps[field], of: ticket, in: workflow)
    }
  }

  func insert(
    _ mark: GateProgress.Mark, _ stamp: GateProgress.Stamp, of ticket: TicketRow,
    in workflow: WorkflowKey
  ) throws(EngineError) {
    try run(
      """
      INSERT OR REPLACE INTO gate_mark (ticket, workflow, gate, item, by, at)
      VALUES ($1, $2, $3, $4, $5, $6)
      """,
      [
        .ticket(ticket), .integer(workflow.row), .text(mark.gate), .text(mark.item ?? ""),
        .text(stamp.by), .time(stamp.at),
      ])
  }

  func insert(
    _ value: FieldValue, of field: String, _ stamp: GateProgress.Stamp?, of ticket: TicketRow,
    in workflow: WorkflowKey
  ) throws(EngineError) {
    try run(
      """
      INSERT OR REPLACE INTO field_value (ticket, workflow, field, type, text, by, at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """,
      [
        .ticket(ticket), .integer(workflow.row), .text(field), .text(value.word), .text(value.text),
        .text(stamp?.by ?? ""), .integer(stamp?.at.milliseconds ?? 0),
      ])
  }
}
