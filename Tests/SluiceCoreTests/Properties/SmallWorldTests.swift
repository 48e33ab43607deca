import Testing

@testable import SluiceCore

/// Every workflow of up to three statuses, two stages and one gate; every move; every mode.
@Suite struct SmallWorldTests {
  @Test(arguments: Enforcement.allCases, 1...3)
  func `the rules agree with the oracle on every move`(mode: Enforcement, statuses: Int) throws {
    var moves = 0
    var difference: String?
    try Self.eachWorld(mode, statuses) { world, workflow in
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
    #expect(moves == [1: 4, 2: 1_408, 3: 285_696][statuses])
  }

  /// What is confirmed, and which statuses are full.
  struct Situation {
    let confirmed: Set<String>
    let progress: GateProgress
    let full: Set<Int>

    init(isConfirmed: Bool, isFull: Bool) {
      confirmed = isConfirmed ? ["g0"] : []
      let stamp = GateProgress.Stamp(by: "ann", at: Given.noon)
      progress = GateProgress(
        marks: isConfirmed ? [GateProgress.Mark(gate: "g0", item: nil): stamp] : [:])
      full = isFull ? [0, 1, 2] : []
    }
  }

  /// A limit matters only if it is reached, and a confirmation only if there is a gate.
  private static func situations(_ world: World) -> [Situation] {
    let isFull = world.states.contains { $0.limit != nil }
    return (world.gates.isEmpty ? [false] : [false, true]).map {
      Situation(isConfirmed: $0, isFull: isFull)
    }
  }

  private static func answer(
    _ workflow: Workflow, from: Int, to: Int, _ situation: Situation
  ) -> Oracle.Answer {
    let verdict = workflow.verdict(
      from: Status.ID(from + 1), to: Status.ID(to + 1), progress: situation.progress,
      hasAssistant: true, occupancy: { situation.full.contains($0.number - 1) ? 1 : 0 })
    return Oracle.Answer(verdict)
  }

  private static func eachWorld(
    _ mode: Enforcement, _ statuses: Int, _ body: (World, Workflow) -> Void
  ) throws {
    for states in layouts(statuses) {
      let isSplit = states.contains { $0.stage == 1 }
      let gates: [[World.Checkpoint]] =
        isSplit ? [[], [.init(from: 0, to: 1)], [.init(from: 1, to: 0)]] : [[]]
      for choice in gates {
        var world = World(mode: mode, states: states, gates: choice)
        var workflow = try Given.workflow(world.draft)
        for steps in stepChoices(statuses) {
          world.steps = steps
          workflow.transitions = steps.map {
            Transition(from: Status.ID($0.from + 1), to: Status.ID($0.to + 1))
          }
          body(world, workflow)
        }
      }
    }
  }

  /// Every set of steps between so many statuses.
  private static func stepChoices(_ statuses: Int) -> [Set<World.Step>] {
    let pairs = (0..<statuses).flatMap { from in
      (0..<statuses).filter { $0 != from }.map { World.Step(from: from, to: $0) }
    }
    return (0..<(1 << pairs.count)).map { choice in
      Set(pairs.indices.filter { choice & (1 << $0) != 0 }.map { pairs[$0] })
    }
  }

  /// Every way to put statuses into one or two stages, cancelled or not, the last with a limit or not.
  private static func layouts(_ statuses: Int) -> [[World.State]] {
    var layouts: [[World.State]] = []
    let choices = 1 << statuses
    for stages in 0..<(choices - 1) {
      for cancelled in 0..<choices {
        var states = (0..<statuses).map { index in
          World.State(
            stage: (stages >> index) & 1, isCancelled: (cancelled >> index) & 1 == 1)
        }
        layouts.append(states)
        states[statuses - 1].limit = 1
        layouts.append(states)
      }
    }
    return layouts
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
