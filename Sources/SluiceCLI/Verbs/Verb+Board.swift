extension Verb {
  static let board = Verb(
    words: [], summary: "Opens the board of the last used project.",
    examples: ["sluice", "sluice --project OPS", "sluice --db team.db --theme light"],
    options: [.theme], run: { session throws(Failure) in try session.openBoard() })
}
