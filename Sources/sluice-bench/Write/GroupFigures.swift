import SluiceCore
import SluiceEngine

/// What it saves to commit the moves of many requests together.
struct GroupFigures {
  let database: Database
  let rounds: Int

  /// How many requests come at once.
  private static let size = 64

  func figures() throws(BenchError) -> [Figure] {
    let reader = try BoardReader(database.path)
    let seed = UInt64(truncatingIfNeeded: Clock.now)
    var moves = try Moves(reader, count: 500, seed: seed)
    var (alone, together, work) = (Samples(), Samples(), Samples())
    for round in 0...rounds {
      let start = Clock.now
      for _ in 0..<Self.size { try reader.apply(moves.take().change) }
      let (middle, worked) = (Clock.now, Clock.ownProcessor)
      try reader.applyTogether((0..<Self.size).map { _ in moves.take().change })
      guard round > 0 else { continue }
      alone.add(Double(middle - start) / Double(Self.size))
      together.add(Double(Clock.now - middle) / Double(Self.size))
      work.add(Double(Clock.ownProcessor - worked) / Double(Self.size))
    }
    return [
      Figure(
        name: "moves, \(Self.size) requests in one commit", unit: .perSecond,
        value: 1e9 / together.median, baseline: ("one commit each", 1e9 / alone.median),
        target: .ratioAtLeast(4)),
      Figure(
        name: "a move of such a group, CPU", unit: .milliseconds, value: work.median / 1e6),
    ]
  }
}

extension BoardReader {
  /// Carries out changes as requests of one group.
  fileprivate func applyTogether(_ changes: [Change]) throws(BenchError) {
    var failure: EngineError?
    try asking { () throws(EngineError) in
      try engine.group {
        for change in changes {
          do throws(EngineError) {
            _ = try engine.transaction { () throws(EngineError) in
              try engine.apply(change, by: Actor(name: "ana"))
            }
          } catch {
            failure = error
          }
        }
      }
      if let failure { throw failure }
    }
  }
}
