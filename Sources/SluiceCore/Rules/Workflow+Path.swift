extension Workflow {
  /// One step of a way through the workflow, with the gates that stand in it.
  public struct Step: Hashable, Sendable {
    /// The status entered.
    public let to: Status.ID
    /// The gates to satisfy on the way.
    public let gates: [Gate]
  }

  /// The shortest legal way between two statuses; empty if they are equal, `nil` if there is none.
  ///
  /// Legal is what enforcement lets pass: any move unless the workflow is strict. Gates do not lengthen
  /// a way, for they can be satisfied. Reads the transitions once per status. Source: rule 11.
  public func path(from start: Status.ID, to goal: Status.ID) -> [Step]? {
    guard start != goal else { return [] }
    guard status(goal) != nil else { return nil }
    guard enforcement == .strict else { return [step(from: start, to: goal)] }
    var cameFrom: [Status.ID: Status.ID] = [:]
    var frontier = [start]
    while !frontier.isEmpty, cameFrom[goal] == nil {
      var next: [Status.ID] = []
      for here in frontier {
        for exit in exits(of: here) where exit.id != start && cameFrom[exit.id] == nil {
          cameFrom[exit.id] = here
          next.append(exit.id)
        }
      }
      frontier = next
    }
    return steps(to: goal, from: start, cameFrom)
  }

  private func steps(
    to goal: Status.ID, from start: Status.ID, _ cameFrom: [Status.ID: Status.ID]
  ) -> [Step]? {
    var steps: [Step] = []
    var here = goal
    while here != start {
      guard let previous = cameFrom[here] else { return nil }
      steps.append(step(from: previous, to: here))
      here = previous
    }
    return steps.reversed()
  }

  private func step(from: Status.ID, to: Status.ID) -> Step {
    Step(to: to, gates: gates(from: from, to: to))
  }
}
