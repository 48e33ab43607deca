/// What a decision in triage costs until the next ticket stands on the screen.
struct TriageFigures {
  let database: Database
  let rounds: Int

  func measure() throws(BenchError) -> Section {
    var section = Section(title: "Triage (\(database.sizeText) tickets, 120×40; medians)")
    let words = database.boardCommand(try Tools.board())
    let session = try TerminalSession([words[0], "triage"] + words.dropFirst())
    _ = try session.readUntilQuiet()
    // The first decision also takes down what stands there before any was made.
    _ = try decide("1", session)
    var moves = Decisions()
    var skips = Decisions()
    let count = min(100, max(10, rounds))
    for _ in 0..<count { moves.add(try decide("1", session)) }
    for _ in 0..<count { skips.add(try decide("s", session)) }
    // All is taken back, so that the database stays as it was.
    for _ in 0..<(2 * count + 1) { _ = try decide("u", session) }
    session.type("q")
    _ = try session.readUntilQuiet()
    try session.leave()
    section.figures =
      moves.figures("a move and the next ticket", milliseconds: 5)
      + skips.figures("a skip and the next ticket", milliseconds: 5)
    section.notes = [
      "CPU in all is what the program uses until it is quiet: the change, its disk and reading ahead too."
    ]
    return section
  }

  private struct Decision {
    let seen: Int64
    /// Until the next ticket stands there.
    let processor: Int64
    let processorInAll: Int64
    let bytes: Int
  }

  private func decide(_ key: String, _ session: TerminalSession) throws(BenchError) -> Decision {
    let before = Clock.processor(of: session.process) ?? 0
    let start = Clock.now
    session.type(key)
    var processor = before
    let burst = try session.readUntilQuiet { processor = Clock.processor(of: session.process) ?? 0 }
    return Decision(
      seen: burst.first - start, processor: processor - before,
      processorInAll: (Clock.processor(of: session.process) ?? 0) - before, bytes: burst.bytes)
  }

  /// What decisions of one kind cost.
  private struct Decisions {
    private var seen = Samples()
    private var processor = Samples()
    private var processorInAll = Samples()
    private var bytes = Samples()

    mutating func add(_ decision: Decision) {
      seen.add(decision.seen)
      processor.add(decision.processor)
      processorInAll.add(decision.processorInAll)
      bytes.add(Double(decision.bytes))
    }

    func figures(_ name: String, milliseconds: Double) -> [Figure] {
      [
        Figure(
          name: name + ", CPU", unit: .milliseconds, value: processor.median / 1e6,
          target: .valueAtMost(milliseconds)),
        Figure(
          name: name + ", CPU in all", unit: .milliseconds, value: processorInAll.median / 1e6,
          target: .valueAtMost(milliseconds)),
        Figure(name: name + ", seen", unit: .milliseconds, value: seen.median / 1e6),
        Figure(name: name + ", output", unit: .bytes, value: bytes.median),
      ]
    }
  }
}
