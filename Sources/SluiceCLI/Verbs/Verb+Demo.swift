extension Verb {
  static let demo = Verb(
    words: ["demo"],
    summary: "Opens a board of made-up tickets, which is thrown away at the end.",
    examples: ["sluice demo", "sluice demo --project WEB --theme light"],
    options: [.theme], unoffered: [.database] + Option.remote,
    run: { session throws(Failure) in try session.runDemo() })
}
