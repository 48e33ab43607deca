/// The manual of the program, made from the table of verbs, in the language mdoc.
struct ManualPage {
  private let table: VerbTable
  private var lines: [String] = []

  /// The source of the page for `man`.
  static func text(of table: VerbTable) -> String {
    var page = ManualPage(table: table)
    page.write()
    return page.lines.joined(separator: "\n") + "\n"
  }

  private init(table: VerbTable) {
    self.table = table
  }

  private mutating func write() {
    writeHead()
    writeVerbs()
    writeOptions()
    list("ENVIRONMENT", "Ev", ManualText.environment)
    list("FILES", "Pa", ManualText.files)
    writeExitCodes()
    writeExamples()
  }

  private mutating func writeHead() {
    lines += [
      ".Dd \(Program.date)", ".Dt SLUICE 1", ".Os \"Sluice \(Program.version)\"",
      ".Sh NAME", ".Nm sluice", ".Nd keyboard-driven kanban board for the terminal",
      ".Sh SYNOPSIS", ".Nm", ".Op Ar options", ".Nm", ".Ar verb", ".Op Ar operands",
      ".Op Ar options", ".Nm", ".Cm help", ".Op Ar verb", ".Sh DESCRIPTION",
    ]
    paragraphs(ManualText.description)
  }

  private mutating func writeVerbs() {
    lines.append(".Sh COMMANDS")
    for group in table.groups {
      lines += [".Ss \(Roff.argument(group.noun))", ".Bl -tag -width Ds"]
      for verb in group.verbs { write(verb) }
      lines.append(".El")
    }
  }

  private mutating func write(_ verb: Verb) {
    let words = verb.words.map { "Cm " + Roff.argument($0) }
    let operands = verb.operands.map(Self.macro)
    let required = verb.options.filter(\.isRequired).map(Self.macro)
    lines.append(([".It"] + words + operands + required).joined(separator: " "))
    lines += Roff.lines(verb.summary)
    if !verb.aliases.isEmpty {
      lines += Roff.lines("Also called \(verb.aliases.joined(separator: ", ")).")
    }
    let arguments =
      verb.operands.map { (Self.macro($0), $0.summary) }
      + verb.options.map { (Self.macro($0), $0.explanation) }
    if !arguments.isEmpty { items(arguments) }
    for note in verb.notes {
      lines.append(".Pp")
      self.note(note)
    }
  }

  private mutating func writeOptions() {
    lines += [".Sh OPTIONS", "Every verb that can use them understands these:"]
    let board = table.verb([])?.options ?? []
    items((Option.global + board + [.version]).map { (Self.macro($0), $0.explanation) })
  }

  private mutating func writeExitCodes() {
    lines += [".Sh EXIT STATUS", ".Bl -tag -width Ds"]
    for code in ExitCode.allCases {
      lines += [".It \(code.rawValue)"] + Roff.lines(code.meaning)
    }
    lines.append(".El")
  }

  private mutating func writeExamples() {
    lines.append(".Sh EXAMPLES")
    for verb in table.shown {
      lines += Roff.lines(verb.summary) + [".Bd -literal -offset indent"]
      lines += verb.examples.map(Roff.literal) + [".Ed", ".Pp"]
    }
    lines.removeLast()
  }
}

extension ManualPage {
  private static func macro(_ operand: Operand) -> String {
    let name = "Ar " + Roff.argument(operand.placeholder) + (operand.isRepeated ? " ..." : "")
    return operand.isRequired ? name : "Op " + name
  }

  private static func macro(_ option: Option) -> String {
    "Fl " + Roff.argument("-" + option.name)
      + (option.placeholder.map { " Ar " + Roff.argument($0) } ?? "")
  }

  private mutating func list(_ section: String, _ macro: String, _ rows: [(String, String)]) {
    lines.append(".Sh \(section)")
    items(rows.map { (macro + " " + Roff.argument($0), $1) })
  }

  private mutating func items(_ rows: [(macro: String, meaning: String)]) {
    lines.append(".Bl -tag -width Ds")
    for (macro, meaning) in rows { lines += [".It \(macro)"] + Roff.lines(meaning) }
    lines.append(".El")
  }

  private mutating func paragraphs(_ texts: [String]) {
    for (index, text) in texts.enumerated() {
      if index > 0 { lines.append(".Pp") }
      note(text)
    }
  }

  /// Text in which lines that begin with a blank are kept as they are, and an empty one ends a paragraph.
  private mutating func note(_ text: String) {
    var isLiteral = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(" ") != isLiteral {
        lines.append(isLiteral ? ".Ed" : ".Bd -literal -offset indent -compact")
        isLiteral.toggle()
      }
      if isLiteral {
        lines.append(Roff.literal(String(line)))
      } else {
        lines += line.isEmpty ? [".Pp"] : Roff.lines(String(line))
      }
    }
    if isLiteral { lines.append(".Ed") }
  }
}
