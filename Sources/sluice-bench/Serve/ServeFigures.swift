import CBaseline
import SluiceStore

/// What the server costs and carries.
struct ServeFigures {
  let database: Database
  let rounds: Int
  let journalMode: JournalMode

  func measure() throws(BenchError) -> [Section] {
    try LoadRun.checkTool()
    let file = try ServedFile(copying: database, as: "served", tickets: 5_000, moves: 10_000)
    defer { file.remove() }
    let replies = try ReplyComparison(file: file, other: copy("compared")).difference()
    let drift = try ServeTrace(file: file).difference()
    var section = try RequestFigures(
      ours: file, theirs: copy("served-by-c"), rounds: max(3, rounds / 6)
    ).measure("Serving (\(database.sizeText) tickets; a request)")
    section.notes += [
      drift.isEmpty
        ? "C runs the statements of the server, one for one, as a trace of both requests shows."
        : "The server's statements are no longer those of C: \(drift.joined(separator: "; "))",
      replies.isEmpty
        ? "C answers with the same bytes, but for moments and the names of requests."
        : "C answers otherwise: \(replies.joined(separator: "; "))",
    ]
    return [
      section,
      try CommitFigures(
        grouped: copy("served-in-groups"), alone: copy("served-one-by-one"),
        rounds: max(3, rounds / 6)
      ).measure(),
      try StreamFigures(file: copy("followed")).measure(),
      try LiveFigures(file: copy("live"), rounds: rounds).measure(),
    ]
  }

  private func copy(_ name: String) throws(BenchError) -> ServedFile {
    try ServedFile(copying: database, as: name, tickets: 5_000, moves: 10_000)
  }
}
