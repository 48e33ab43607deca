import SluiceCore

extension Verb {
  static let importCSV = Verb(
    words: ["import", "csv"],
    summary: "Imports the rows of a CSV file, or brings imported ones up to date.",
    examples: [
      "sluice import csv tickets.csv --project WEB",
      "sluice import csv jira.csv --project WEB "
        + "--map id=Key,title=Summary,status=State,assignee=Owner",
      "sluice import csv umsatz.csv --project WEB --delimiter ';' --map title=Titel",
    ],
    operands: [Operand("FILE", "the file; “-” is the standard input")],
    options: [.map, .delimiter, .workflow, .open],
    notes: [
      """
      The first row holds the headings. A heading that is the name of an attribute needs no --map; the
      attributes are
        \(CSVMapping.Attribute.words.joined(separator: ", ")).
      Statuses are named as in the workflow; several labels stand in one cell, with commas between them.
      With an id, importing again updates; without, a row that has changed becomes a new ticket.
      Nothing is imported if anything in the file is wrong.
      """, templateNote,
    ],
    run: { session throws(Failure) in try session.importCSV() })
}

extension Session {
  fileprivate func importCSV() throws(Failure) {
    let file = invocation.operands[0]
    let delimiter = try delimiter()
    try requireTerminalToOpen()
    let rows = try rows(of: SourceText(try Files.read(file)), in: file, delimiter: delimiter)
    guard let headings = rows.first?.cells else {
      throw .malformed(file, [ImportFault(line: 1, place: "", message: "The file is empty.")])
    }
    let mapping = try CSVMapping(invocation.all(.map), headings: headings)
    let target = try importTickets(from: file, suggested: nil) { (target) throws(Failure) in
      var maker = CSVImport(mapping: mapping, workflow: target.workflow, now: host.now())
      let items = maker.items(of: Array(rows.dropFirst()), headings: headings)
      guard maker.faults.isEmpty else { throw .malformed(file, maker.faults) }
      return items
    }
    try openAfterImport(target)
  }

  private func rows(
    of source: SourceText, in file: String, delimiter: UInt8
  ) throws(Failure) -> [CSVReader.Row] {
    do {
      return try CSVReader.read(source, delimiter: delimiter)
    } catch {
      throw .malformed(file, [ImportFault(line: error.line, place: "", message: error.message)])
    }
  }

  private func delimiter() throws(Failure) -> UInt8 {
    guard let text = invocation[.delimiter] else { return UInt8(ascii: ",") }
    if text == "tab" || text == "\\t" { return UInt8(ascii: "\t") }
    guard text.utf8.count == 1, let byte = text.utf8.first, byte != UInt8(ascii: "\"") else {
      throw .usage(
        "--delimiter needs one character or “tab”, not “\(text)”.",
        next: "sluice import csv --help")
    }
    return byte
  }
}

extension Option {
  fileprivate static let map = Option(
    "map", "ATTRIBUTE=COLUMN,…", "which columns hold what; may be repeated")
  fileprivate static let delimiter = Option(
    "delimiter", "CHARACTER", "what stands between cells; a comma by default, or “tab”")
}
