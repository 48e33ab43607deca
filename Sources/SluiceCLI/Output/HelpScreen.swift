/// The help of a verb, of a group of verbs, or of the whole program, made from the table of verbs.
enum HelpScreen {
  /// The help about some words; words that name nothing are a failure with the nearest that does.
  static func text(about words: [String], in table: VerbTable) throws(Failure) -> String {
    guard let noun = words.first, words != ["help"] else { return overview(table) }
    if let verb = table.verb(words) { return help(of: verb) }
    let members = table.group(noun)
    guard words.count == 1, !members.isEmpty else { throw table.unknown(words) }
    let examples = lines(members.flatMap { $0.examples.prefix(1) })
    return examples + "\n" + section("Verbs", rows(members)).dropLast()
  }

  private static func overview(_ table: VerbTable) -> String {
    let board = table.verb([])
    let opening =
      "Sluice: a keyboard-driven kanban board for the terminal.\n\n"
      + lines((board?.examples ?? []) + starters) + "\n"
    let width = columnWidth(table.groups.flatMap { rows($0.verbs) })
    let verbs = table.groups.map { section($0.noun.capitalized, rows($0.verbs), width: width) }
    return opening + verbs.joined()
      + section("Options", options((board?.options ?? []) + Option.global + [.version]))
      + section(
        "Exit codes", ExitCode.allCases.map { (String($0.rawValue), $0.meaning) })
      + "“sluice help VERB” says more about one of them, “sluice man” about all.\n"
  }

  /// What someone who sees the program for the first time may want to try.
  private static let starters = [
    "sluice demo                        # a board full of made-up tickets",
    "sluice import github issues.json   # a board from GitHub's issues",
    "sluice ticket list -p OPS --json   # tickets for a program",
  ]

  private static func lines(_ examples: [String]) -> String {
    examples.map { "  " + $0 + "\n" }.joined()
  }

  private static func help(of verb: Verb) -> String {
    var text = verb.summary + "\n\n" + lines(verb.examples)
    text += "\nUsage: " + verb.usage + "\n\n"
    text += section("Arguments", verb.operands.map { ($0.placeholder, $0.summary) })
    text += section("Options", options(verb.options))
    text += section("Options of every verb", options(verb.globalOptions))
    text += verb.notes.map { $0 + "\n\n" }.joined()
    return String(text.dropLast())
  }

  private static func rows(_ verbs: [Verb]) -> [(String, String)] {
    verbs.map { ($0.name, $0.summary) }
  }

  private static func options(_ options: [Option]) -> [(String, String)] {
    options.map { ($0.usage, $0.explanation) }
  }

  private static func section(
    _ heading: String, _ rows: [(String, String)], width: Int? = nil
  ) -> String {
    guard !rows.isEmpty else { return "" }
    let width = width ?? columnWidth(rows)
    let lines = rows.map { name, meaning in
      "  " + name + String(repeating: " ", count: width - name.count) + meaning + "\n"
    }
    return heading + ":\n" + lines.joined() + "\n"
  }

  private static func columnWidth(_ rows: [(String, String)]) -> Int {
    (rows.map(\.0.count).max() ?? 0) + 2
  }
}

extension String {
  fileprivate var capitalized: String {
    prefix(1).uppercased() + dropFirst()
  }
}
