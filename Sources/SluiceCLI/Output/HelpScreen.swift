/// The help of a verb, of a group of verbs, or of the whole program, made from the table of verbs.
enum HelpScreen {
  /// The help about some words; words that name nothing are a failure with the nearest that does.
  static func text(about words: [String], in table: VerbTable) throws(Failure) -> String {
    guard let noun = words.first else { return overview(table) }
    if let verb = table.verb(words) { return help(of: verb) }
    let members = table.group(noun)
    guard words.count == 1, !members.isEmpty else { throw table.unknown(words) }
    let examples = members.map { "  " + $0.examples[0] + "\n" }.joined()
    return examples + "\n" + section("Verbs", members.map { ($0.name, $0.summary) }).dropLast()
  }

  private static func overview(_ table: VerbTable) -> String {
    let board = table.verb([])
    let opening = """
      Sluice: a keyboard-driven kanban board for the terminal.

        sluice                                the board of the last used project
        sluice demo                           a board full of made-up tickets
        sluice import github issues.json      a board from GitHub's issues
        sluice ticket list --project OPS --json


      """
    let verbs = table.verbs.filter { !$0.words.isEmpty }.map { ($0.name, $0.summary) }
    return opening + section("Verbs", verbs)
      + section("Options", options((board?.options ?? []) + Option.global + [version]))
      + section(
        "Exit codes", ExitCode.allCases.map { (String($0.rawValue), $0.meaning) })
      + "“sluice help VERB” says more about one of them.\n"
  }

  private static let version = Option("version", "print the version")

  private static func help(of verb: Verb) -> String {
    let usage = [verb.name] + verb.operands.map(\.usage) + ["[options]"]
    var text = verb.summary + "\n\n" + verb.examples.map { "  " + $0 + "\n" }.joined()
    text += "\nUsage: " + usage.joined(separator: " ") + "\n\n"
    text += section("Arguments", verb.operands.map { ($0.placeholder, $0.summary) })
    text += section("Options", options(verb.options))
    text += section("Options of every verb", options(verb.globalOptions))
    text += verb.notes.map { $0 + "\n\n" }.joined()
    return String(text.dropLast())
  }

  private static func options(_ options: [Option]) -> [(String, String)] {
    options.map { ($0.usage, $0.summary) }
  }

  private static func section(_ heading: String, _ rows: [(String, String)]) -> String {
    guard !rows.isEmpty else { return "" }
    let width = (rows.map(\.0.count).max() ?? 0) + 2
    let lines = rows.map { name, meaning in
      "  " + name + String(repeating: " ", count: width - name.count) + meaning + "\n"
    }
    return heading + ":\n" + lines.joined() + "\n"
  }
}
