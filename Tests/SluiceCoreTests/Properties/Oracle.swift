@testable import SluiceCore

/// The rules once more, written as plainly as they are worded, to hold the real ones against.
struct Oracle {
  enum Answer: Equatable {
    case stays
    case refused(String)
    case moves(passing: [Int], warnings: Int)
  }

  let world: World

  /// Rule 3.
  func answer(from: Int, to: Int, confirmed: Set<String>, full: Set<Int> = []) -> Answer {
    if from == to { return .stays }
    let isTransition = world.steps.contains(World.Step(from: from, to: to))
    let isFull = world.states[to].limit != nil && full.contains(to)
    if world.mode == .strict {
      if !isTransition { return .refused("NO_TRANSITION") }
      if isFull { return .refused("WIP_LIMIT") }
    }
    let gates = gatesOn(from: from, to: to)
    for gate in gates where !world.asks(gate).isSubset(of: confirmed) {
      return .refused("GATE_UNMET")
    }
    let warnings = (isTransition ? 0 : 1) + (isFull ? 1 : 0)
    return .moves(passing: gates, warnings: world.mode == .warn ? warnings : 0)
  }

  /// Rule 4, sentence by sentence.
  func gatesOn(from: Int, to: Int) -> [Int] {
    let start = world.states[from].stage
    let end = world.states[to].stage
    if start == end { return [] }
    var found: [Int] = []
    for (index, gate) in world.gates.enumerated() {
      if end < start {
        // A backward move meets only gates that name exactly its two stages.
        if gate.from == start, gate.to == end { found.append(index) }
        continue
      }
      // A forward move must satisfy every gate that lies within the stages it crosses.
      let crossed = Array(start...end)
      guard let leaves = crossed.firstIndex(of: gate.from),
        let enters = crossed.firstIndex(of: gate.to), leaves < enters
      else { continue }
      // A move into a cancelled status meets only gates that lead to that status's stage.
      if world.states[to].isCancelled, gate.to != end { continue }
      found.append(index)
    }
    return found
  }
}
