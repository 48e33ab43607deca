import Testing

@testable import SluiceCore

/// Every small workflow; every move; every mode; the gate met or not.
@Suite struct SmallWorldTests {
  @Test(arguments: Enforcement.allCases, 1...3)
  func `the rules agree with the oracle on every move`(mode: Enforcement, statuses: Int) throws {
    var moves = 0
    var difference: String?
    try SmallWorlds.each(mode, statuses: statuses) { world, workflow in
      let oracle = Oracle(world: world)
      for situation in Self.situations(world) {
        for from in 0..<statuses {
          for to in 0..<statuses where difference == nil {
            moves += 1
            let expected = oracle.answer(
              from: from, to: to, confirmed: situation.confirmed, full: situation.full)
            let actual = Self.answer(workflow, from: from, to: to, situation)
            if actual != expected { difference = "\(from)→\(to) in \(world): \(actual)" }
          }
        }
      }
    }
    #expect(difference == nil)
    #expect(moves == [1: 4, 2: 3_456, 3: 396_288][statuses])
  }

  /// What is confirmed, and which statuses are full.
  struct Situation {
    let confirmed: Set<String>
    let progress: GateProgress
    let full: Set<Int>

    /// Everything that a gate of any kind may ask for, or nothing.
    init(isConfirmed: Bool, isFull: Bool) {
      confirmed = isConfirmed ? ["g0", "g0/i0", "f0"] : []
      progress = isConfirmed ? Self.everything : GateProgress()
      full = isFull ? [0, 1, 2] : []
    }

    private static let everything: GateProgress = {
      let stamp = GateProgress.Stamp(by: "ann", at: Given.noon)
      return GateProgress(
        marks: [
          GateProgress.Mark(gate: "g0", item: nil): stamp,
          GateProgress.Mark(gate: "g0", item: "i0"): stamp,
        ], values: ["f0": .number(1)], valueStamps: ["f0": stamp])
    }()
  }

  /// A limit matters only if it is reached, and a confirmation only if there is a gate.
  private static func situations(_ world: World) -> [Situation] {
    let all = world.states.contains { $0.limit != nil } ? full : empty
    return world.gates.isEmpty ? [all[0]] : all
  }

  private static let empty = [false, true].map { Situation(isConfirmed: $0, isFull: false) }
  private static let full = [false, true].map { Situation(isConfirmed: $0, isFull: true) }

  private static func answer(
    _ workflow: Workflow, from: Int, to: Int, _ situation: Situation
  ) -> Oracle.Answer {
    let verdict = workflow.verdict(
      from: Status.ID(from + 1), to: Status.ID(to + 1), progress: situation.progress,
      hasAssistant: true, occupancy: { situation.full.contains($0.number - 1) ? 1 : 0 })
    return Oracle.Answer(verdict)
  }
}

extension Oracle.Answer {
  init(_ verdict: MoveVerdict) {
    switch verdict {
    case .unchanged: self = .stays
    case .refused(let rejection): self = .refused(rejection.code)
    case .allowed(let passing, let warnings):
      self = .moves(
        passing: passing.compactMap { Int($0.key.dropFirst()) }, warnings: warnings.count)
    }
  }
}
