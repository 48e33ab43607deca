import Drawing
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
    operands: [Operand("FILE", "the file; “-” is the standard input", .file)],
    options: [.map, .delimiter, .workflow, .open],
    notes: [
      """
      The first row holds the headings. A heading that is the name of an attribute needs no --map; the
      attributes are
        \(CSVMapping.Attribute.words.joined(separator: ", ")).
      Statuses are named as in the workflow; several labels stand in one cell, with commas between them.
      Priorities are urgent, high, medium and low, or P0 to P4. Blank rows are skipped.
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
    let mapping = try mapping(of: headings)
    let target = try importTickets(from: file, suggested: nil) { target in
      var maker = CSVImport(mapping: mapping, workflow: target.workflow, now: host.now())
      let items = maker.items(of: Array(rows.dropFirst()), headings: headings)
      return (items, maker.faults)
    }
    try openAfterImport(target)
  }

  /// The mapping, or the delimiter that the file seems to have if it does not fit.
  private func mapping(of headings: [String]) throws(Failure) -> CSVMapping {
    do {
      return try CSVMapping(invocation.all(.map), headings: headings)
    } catch {
      let known: [(text: String, name: String, option: String)] = [
        (";", "semicolons", "';'"), ("\t", "tabs", "tab"), (",", "commas", "','"),
        ("|", "bars", "'|'"),
      ]
      guard headings.count == 1, let found = known.first(where: { headings[0].contains($0.text) })
      else { throw error }
      let row = VisibleText.line(headings[0])
      throw .usage(
        "The first row has only one cell, “\(row)”; \(found.name) seem to divide it.",
        next: "sluice import csv \(invocation.operands[0].shellWord) --delimiter \(found.option)")
    }
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
