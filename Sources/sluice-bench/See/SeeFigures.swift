/// How soon the change of another process stands on the screen.
struct SeeFigures {
  let database: Database
  let rounds: Int

  private static let patience: Int64 = 5_000_000_000

  func measure() throws(BenchError) -> Section {
    let session = try TerminalSession(database.boardCommand(try Tools.board()))
    _ = try session.readUntilQuiet()
    let other = try Companion(MovingCompanion.words(database))
    guard try other.hear() == "ready" else { throw BenchError("The other process is not ready.") }
    var delays = Samples()
    for round in 0...rounds {
      // Not in step with whatever the program does at regular times.
      _ = session.read(nanoseconds: Int64(40_000_000 + round * 7_919 % 60 * 1_000_000))
      other.tell("go")
      let seen = session.readFirst(within: Self.patience)
      guard let changed = Int64(try other.hear()) else { throw BenchError("no time was told") }
      guard let seen else { throw BenchError("The change did not appear within 5 seconds.") }
      if round > 0 { delays.add(max(0, seen - changed)) }
    }
    try session.leave()
    var section = Section(title: "Seeing (\(database.sizeText) tickets)")
    section.figures = [
      Figure(
        name: "another process' change, median", unit: .milliseconds, value: delays.median / 1e6,
        target: .valueAtMost(20)),
      Figure(
        name: "another process' change, slowest of \(rounds)", unit: .milliseconds,
        value: delays.largest / 1e6),
    ]
    section.notes = ["From the moment the change is durable to the first byte of the new screen."]
    return section
  }
}
