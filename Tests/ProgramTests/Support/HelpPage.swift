/// A page of the program's help, as it is printed.
struct HelpPage {
  /// The words of the verb; empty for the overview.
  let verb: String
  let text: String

  /// The overview, then the page of each verb that it lists.
  static func all(at place: Workplace) throws -> [HelpPage] {
    let overview = try place.shell("sluice help").output
    let verbs = overview.matches(of: /(?m)^  sluice ((?:[a-z][a-z-]* )+) *[A-Z]/).map {
      String($0.output.1.dropLast())
    }
    return try [HelpPage(verb: "", text: overview)]
      + verbs.map { HelpPage(verb: $0, text: try place.shell("sluice help \($0)").output) }
  }

  /// What stands above the usage, or above the list of verbs.
  var examples: [String] {
    let above = text.split(separator: "\n").prefix { line in
      !line.hasPrefix("Usage:") && line != "Program:"
    }
    return above.filter { $0.hasPrefix("  ") }.map { String($0.dropFirst(2)) }
  }

  /// The options as they are listed: `--project KEY`.
  var options: [String] {
    text.matches(of: /(?m)^  (--[^ ]+(?: [^ ]+)?)[ ]{2}/).map { String($0.output.1) }
  }
}
