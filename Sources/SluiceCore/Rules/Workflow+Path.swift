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
    guard let end = index.position(of: goal) else { return nil }
    guard enforcement == .strict else { return [step(from: start, to: goal)] }
    guard let origin = index.position(of: start) else { return nil }
    return way(from: origin, to: end)
  }

  /// The same between places, nearest first.
  private func way(from origin: Int, to end: Int) -> [Step]? {
    var cameFrom = [Int](repeating: -1, count: statuses.count)
    var reached = [origin]
    var next = 0
    while next < reached.count, cameFrom[end] < 0 {
      let here = reached[next]
      next += 1
      for exit in statuses.indices
      where exit != origin && cameFrom[exit] < 0 && index.hasStep(from: here, to: exit) {
        cameFrom[exit] = here
        reached.append(exit)
      }
    }
    guard cameFrom[end] >= 0 else { return nil }
    var steps: [Step] = []
    var here = end
    while here != origin {
      steps.append(step(from: statuses[cameFrom[here]].id, to: statuses[here].id))
      here = cameFrom[here]
    }
    return steps.reversed()
  }

  private func step(from: Status.ID, to: Status.ID) -> Step {
    Step(to: to, gates: gates(from: from, to: to))
  }
}
