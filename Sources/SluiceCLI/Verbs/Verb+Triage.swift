import SluiceCore

extension Verb {
  static let triage = Verb(
    words: ["triage"],
    summary: "Opens the board to decide about one ticket after the other.",
    examples: [
      "sluice triage                       # what stands in the first stage",
      "sluice triage assignee:none -p OPS  # what is unfinished and nobody's",
      "sluice triage \"login priority>=high\"  # what a filter lets through",
    ],
    operands: [
      Operand("FILTER", "what the filter of the board takes; words and conditions").optional
        .repeated
    ],
    options: [.theme],
    notes: [
      """
      One key decides about the ticket in sight and shows the next: a number moves it, s leaves it as it
      is. Priority, assignee, labels and comments leave it in sight. u takes back the last decision, U
      any of them.
      """
    ],
    run: { session throws(Failure) in try session.openBoard() })
}

extension Session {
  /// Refuses early to decide about tickets of a file that may only be read.
  func requireChanges(in engine: any Engine) throws(Failure) {
    guard invocation.verb.words == Verb.triage.words,
      let reason = engine.refusal(of: .changes)
    else { return }
    throw Failure(
      exit: .permission, code: EngineError.Code.permission.rawValue, message: reason,
      nextStep: "The board shows it all the same:", nextCommand: "sluice")
  }

  /// The filter of the tickets to be decided about on a board; `nil` where that was not asked for.
  func triageFilter(_ start: BoardOpening.Start) throws(Failure) -> String? {
    guard invocation.verb.words == Verb.triage.words else { return nil }
    let text = invocation.operands.joined(separator: " ")
    let typed = FilterReading(text)
    guard case .board(let engine, let board) = start else {
      try meaning(of: typed)
      return text
    }
    let views = typed.namesViews ? try ViewFile(folders).read() : SavedViews()
    try meaning(of: checked(typed, knowing: views, on: board, in: engine))
    return text
  }
}
