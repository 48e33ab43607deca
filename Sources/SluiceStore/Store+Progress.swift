internal import SQLite
public import SluiceCore

extension Store {
  /// What has been confirmed of a ticket's gates.
  public func progress(of ticket: TicketRow) throws(EngineError) -> GateProgress {
    var progress = GateProgress()
    try scan("SELECT gate, item, by, at FROM gate_mark WHERE ticket = $1", [.ticket(ticket)]) {
      row in
      progress.marks[Self.mark(row)] = GateProgress.Stamp(by: row.text(2), at: row.time(3))
      return true
    }
    try scan(
      "SELECT field, type, text, by, at FROM field_value WHERE ticket = $1", [.ticket(ticket)]
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
    let text = row.text(2)
    switch row.text(1) {
    case "text": return .text(text)
    case "select": return .option(text)
    case "number": if let number = Double(text) { return .number(number) }
    case "date": if let day = CalendarDay(text) { return .date(day) }
    default: break
    }
    throw .malformed("value of a field")
  }

  /// Writes the difference between two states of a ticket's gates.
  public func write(
    _ progress: GateProgress, over former: GateProgress, of ticket: TicketRow
  ) throws(EngineError) {
    guard progress != former else { return }
    for mark in former.marks.keys where progress.marks[mark] == nil {
      try run(
        "DELETE FROM gate_mark WHERE ticket = $1 AND gate = $2 AND item = $3",
        [.ticket(ticket), .text(mark.gate), .text(mark.item ?? "")])
    }
    for (mark, stamp) in progress.marks where former.marks[mark] != stamp {
      try insert(mark, stamp, of: ticket)
    }
    for field in former.values.keys where progress.values[field] == nil {
      try run(
        "DELETE FROM field_value WHERE ticket = $1 AND field = $2", [.ticket(ticket), .text(field)])
    }
    for (field, value) in progress.values where former.values[field] != value {
      try insert(value, of: field, progress.valueStamps[field], of: ticket)
    }
  }

  func insert(
    _ mark: GateProgress.Mark, _ stamp: GateProgress.Stamp, of ticket: TicketRow
  ) throws(EngineError) {
    try run(
      "INSERT OR REPLACE INTO gate_mark (ticket, gate, item, by, at) VALUES ($1, $2, $3, $4, $5)",
      [.ticket(ticket), .text(mark.gate), .text(mark.item ?? ""), .text(stamp.by), .time(stamp.at)])
  }

  func insert(
    _ value: FieldValue, of field: String, _ stamp: GateProgress.Stamp?, of ticket: TicketRow
  ) throws(EngineError) {
    try run(
      """
      INSERT OR REPLACE INTO field_value (ticket, field, type, text, by, at)
      VALUES ($1, $2, $3, $4, $5, $6)
      """,
      [
        .ticket(ticket), .text(field), .text(value.word), .text(value.text),
        .text(stamp?.by ?? ""), .integer(stamp?.at.milliseconds ?? 0),
      ])
  }
}

extension FieldValue {
  /// The word of the kind of field that accepts the value.
  fileprivate var word: String {
    switch self {
    case .text: "text"
    case .number: "number"
    case .option: "select"
    case .date: "date"
    }
  }
}
