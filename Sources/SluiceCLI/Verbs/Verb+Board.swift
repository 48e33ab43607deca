extension Verb {
  static let board = Verb(
    words: [], summary: "Opens the board of the last used project.",
    examples: [
      "sluice                             # the board of the last used project",
      "sluice --project OPS               # that of another one",
      "sluice --db team.db --theme light  # that of another file, in other colours",
      "sluice --read-only                 # for a screen on the wall, where nobody changes anything",
    ],
    options: [.theme, .readOnly], run: { session throws(Failure) in try session.openBoard() })
}
