extension Verb {
  static let triage = Verb(
    words: ["triage"],
    summary: "Opens the board to decide about one ticket after the other.",
    examples: [
      "sluice triage                       # what stands in the first stage",
      "sluice triage assignee:none -p OPS  # what is unfinished and nobody's",
      "sluice triage login \"prio>=high\"  # what a filter of the board lets through",
    ],
    operands: [
      Operand("FILTER", "what the filter of the board takes; words and conditions").optional
        .repeated
    ],
    options: [.theme],
    notes: [
      """
      One key decides about the ticket in sight and shows the next: a number moves it, s leaves it as it is. \
      Priority, assignee, labels and comments leave it in sight. u takes back the last decision, U any of them.
      """
    ],
    run: { session throws(Failure) in try session.openBoard() })
}

extension Session {
  /// The filter of the tickets to be decided about; `nil` where that was not asked for.
  var triageFilter: String? {
    guard invocation.verb.words == Verb.triage.words else { return nil }
    return invocation.operands.map(Self.quoted).joined(separator: " ")
  }

  /// An argument as one part of a filter, with the quotes that the shell took off.
  private static func quoted(_ argument: String) -> String {
    guard argument.contains(where: \.isWhitespace), !argument.contains("\""),
      let sign = argument.firstIndex(where: { ":<>=".contains($0) }),
      !argument[..<sign].contains(where: \.isWhitespace)
    else { return argument }
    return "\(argument[...sign])\"\(argument[argument.index(after: sign)...])\""
  }
}
