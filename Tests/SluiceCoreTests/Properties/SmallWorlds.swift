@testable import SluiceCore

/// Every workflow of up to three statuses, two stages and one gate of one requirement, with every set of steps.
enum SmallWorlds {
  /// Shows each world of a mode and a number of statuses to `body`.
  static func each(
    _ mode: Enforcement, statuses: Int, _ body: (World, Workflow) throws -> Void
  ) throws {
    let steps = stepChoices(statuses)
    for states in layouts(statuses) {
      for gates in gateChoices(states) {
        let hasField = gates.contains { !$0.fields.isEmpty }
        var world = World(mode: mode, states: states, gates: gates, fields: hasField ? 1 : 0)
        var workflow = try Given.workflow(world.draft)
        for choice in steps {
          world.steps = choice.steps
          workflow.transitions = choice.transitions
          try body(world, workflow)
        }
      }
    }
  }

  /// No gate, or one either way that asks for an acknowledgment, an item or a field.
  ///
  /// A limit and a gate meet in the worlds of two statuses; a third shows nothing new of them.
  private static func gateChoices(_ states: [World.State]) -> [[World.Checkpoint]] {
    guard states.contains(where: { $0.stage == 1 }) else { return [[]] }
    guard states.count < 3 || states.allSatisfy({ $0.limit == nil }) else { return [[]] }
    let gates = [(0, 1), (1, 0)].flatMap { from, to in
      [
        World.Checkpoint(from: from, to: to),
        World.Checkpoint(from: from, to: to, items: 1, hasText: false),
        World.Checkpoint(from: from, to: to, hasText: false, fields: [0]),
      ]
    }
    return [[]] + gates.map { [$0] }
  }

  /// Every set of steps between so many statuses.
  private static func stepChoices(
    _ statuses: Int
  ) -> [(steps: Set<World.Step>, transitions: [Transition])] {
    let pairs = (0..<statuses).flatMap { from in
      (0..<statuses).filter { $0 != from }.map { World.Step(from: from, to: $0) }
    }
    return (0..<(1 << pairs.count)).map { choice in
      let steps = pairs.indices.filter { choice & (1 << $0) != 0 }.map { pairs[$0] }
      return (
        Set(steps),
        steps.map { Transition(from: Status.ID($0.from + 1), to: Status.ID($0.to + 1)) }
      )
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
