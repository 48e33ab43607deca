import SluiceCore

/// Makes tickets of the rows of a CSV file, and notes every cell that says nothing a ticket can hold.
struct CSVImport {
  let mapping: CSVMapping
  let workflow: Workflow
  /// What stands in for dates that the file leaves out.
  let now: Timestamp
  private(set) var faults: [ImportFault] = []
  /// The line on which each source was first seen.
  private var firstLines: [String: Int] = [:]
  /// How often each row without an id has been seen.
  private var repetitions: [String: Int] = [:]

  init(mapping: CSVMapping, workflow: Workflow, now: Timestamp) {
    self.mapping = mapping
    self.workflow = workflow
    self.now = now
  }

  /// The tickets of the rows after the headings, blank ones left out.
  mutating func items(of rows: [CSVReader.Row], headings: [String]) -> [ImportItem] {
    rows.filter { !$0.isBlank }.compactMap { row in
      // With a cell too few or too many nothing is known to stand where it belongs.
      guard row.cells.count == headings.count else {
        fault(row, "", "Expected \(headings.count) cells, found \(row.cells.count).")
        return nil
      }
      return ImportItem(ticket: ticket(row), line: row.line, place: "")
    }
  }

  private mutating func ticket(_ row: CSVReader.Row) -> ImportedTicket {
    let created = moment(row, .created)
    let updated = moment(row, .updated)
    let known = created ?? updated ?? now
    return ImportedTicket(
      source: source(row),
      draft: TicketDraft(
        title: cell(row, .title) ?? "", description: cell(row, .description) ?? "",
        status: status(row), priority: priority(row) ?? .medium, assignee: cell(row, .assignee),
        reporter: cell(row, .reporter), labels: labels(row), due: due(row)),
      createdAt: known, updatedAt: updated ?? known, enteredAt: updated ?? known)
  }

  /// The cell of an attribute, unless it is empty or has no column.
  private func cell(_ row: CSVReader.Row, _ attribute: CSVMapping.Attribute) -> String? {
    guard let column = mapping.columns[attribute], column < row.cells.count else { return nil }
    let cell = row.cells[column]
    return cell.trimmingBlanks.isEmpty ? nil : cell
  }

  private mutating func fault(_ row: CSVReader.Row, _ place: String, _ message: String) {
    faults.append(ImportFault(line: row.line, place: place, message: message))
  }

  /// The id of the row, else a digest of it: without ids, a row that changes becomes a new ticket.
  private mutating func source(_ row: CSVReader.Row) -> String {
    if let id = cell(row, .id)?.trimmingBlanks {
      let source = "csv:" + id
      if let first = firstLines.updateValue(row.line, forKey: source) {
        fault(row, "id", "“\(id)” was already the id of line \(first).")
      }
      return source
    }
    let digest = "row:" + Digest.text(of: row.cells)
    let count = repetitions[digest, default: 0]
    repetitions[digest] = count + 1
    return count == 0 ? digest : "\(digest)#\(count + 1)"
  }

  private mutating func status(_ row: CSVReader.Row) -> String? {
    guard let name = cell(row, .status)?.trimmingBlanks else { return nil }
    if let status = workflow.status(meant: name) { return status.name }
    let rejection = Rejection.unknownStatus(name: name, known: workflow.statuses.map(\.name))
    fault(row, "status", "\(rejection.message) \(rejection.nextStep)")
    return nil
  }

  private mutating func priority(_ row: CSVReader.Row) -> Priority? {
    guard let text = cell(row, .priority)?.trimmingBlanks else { return nil }
    if let priority = Priority(text) ?? Priority(level: text) { return priority }
    fault(row, "priority", "Expected urgent, high, medium, low or P0 to P4, found “\(text)”.")
    return nil
  }

  private func labels(_ row: CSVReader.Row) -> [String] {
    (cell(row, .labels) ?? "").split { $0 == "," || $0 == ";" || $0 == "|" }.map(\.trimmingBlanks)
  }

  private mutating func moment(
    _ row: CSVReader.Row, _ attribute: CSVMapping.Attribute
  ) -> Timestamp? {
    guard let text = cell(row, attribute)?.trimmingBlanks else { return nil }
    if let moment = Timestamp(reading: text) { return moment }
    fault(row, attribute.rawValue, "Expected a date such as 2026-03-09, found “\(text)”.")
    return nil
  }

  private mutating func due(_ row: CSVReader.Row) -> CalendarDay? {
    moment(row, .due)?.day
  }
}
