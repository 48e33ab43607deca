import CBaseline
import SluiceCore
import SluiceStore

/// How fast tickets move, each move one durable transaction.
struct WriteFigures {
  let database: Database
  let rounds: Int
  let journalMode: JournalMode

  /// How many moves each side makes in one round.
  private static let batch = 40

  func measure() throws(BenchError) -> Section {
    var section = Section(title: "Writing (\(database.sizeText) tickets; moves in a second)")
    let drift = try StatementTrace(database.path).difference()
    section.figures = try alone()
    section.figures += try Crowd(database: database, rounds: max(3, rounds / 2)).figures()
    section.figures += try GroupFigures(database: database, rounds: rounds).figures()
    section.notes = [
      drift.isEmpty
        ? "C runs the statements of the store, one for one, as a trace of one move shows."
        : "The store's statements are no longer those of C: \(drift.joined(separator: "; "))"
    ]
    return section
  }

  /// One process, and C, in turns.
  private func alone() throws(BenchError) -> [Figure] {
    let reader = try BoardReader(database.path)
    let baseline = try StoreBaseline(database.path, journalMode)
    let project = ProjectRow(id: baseline.project(FillPlan.mainKey))
    let seed = UInt64(truncatingIfNeeded: Clock.now)
    var ours = try Moves(reader, count: rounds * Self.batch / 2, seed: seed, share: 0, of: 2)
    var theirs = try Moves(reader, count: rounds * Self.batch / 2, seed: seed, share: 1, of: 2)
    var (our, their) = (Batches(), Batches())
    for turn in 0..<(2 * rounds + 2) {
      // One and the other, the other and one: what comes second finds the other's pages in the cache.
      let isOurs = turn % 4 == 0 || turn % 4 == 3
      if isOurs {
        try our.time(Self.batch, turn > 1) { () throws(BenchError) in
          try reader.apply(ours.take().change)
        }
      } else {
        try their.time(Self.batch, turn > 1) { () throws(BenchError) in
          try theirs.take().run(baseline, project: project)
        }
      }
    }
    return [
      Figure(
        name: "moves", unit: .perSecond, value: our.rate, baseline: ("same in C", their.rate),
        target: .ratioAtLeast(0.8)),
      Figure(
        name: "a move, CPU", unit: .milliseconds, value: our.processor.median / 1e6,
        baseline: ("same in C", their.processor.median / 1e6)),
    ]
  }

  /// Times of moves in batches.
  private struct Batches {
    var wall = Samples()
    var processor = Samples()

    mutating func time(
      _ count: Int, _ isCounted: Bool, _ body: () throws(BenchError) -> Void
    ) throws(BenchError) {
      let (start, work) = (Clock.now, Clock.ownProcessor)
      for _ in 0..<count { try body() }
      guard isCounted else { return }
      wall.add(Double(Clock.now - start) / Double(count))
      processor.add(Double(Clock.ownProcessor - work) / Double(count))
    }

    var rate: Double { 1e9 / wall.median }
  }
}
