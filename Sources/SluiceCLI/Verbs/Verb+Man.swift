extension Verb {
  static let man = Verb(
    words: ["man"], summary: "Prints the manual as a page for man.",
    examples: [
      "sluice man | man -l -",
      "sluice man > ~/.local/share/man/man1/sluice.1",
    ],
    unoffered: [.database, .project, .json] + Option.remote,
    run: { session throws(Failure) in
      try session.host.output.write(ManualPage.text(of: session.table))
    })
}
