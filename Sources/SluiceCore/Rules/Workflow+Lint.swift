extension Workflow {
  /// What is not wrong in a definition, but seldom meant.
  ///
  /// Source: rule 2.
  public enum Oddity: Hashable, Sendable {
    /// No way leads from the first status to this one.
    case unreachable(String, from: String)
    /// Nothing leads out of the status, and it is not terminal.
    case deadEnd(String)
    /// No transition meets the gate.
    case unmetGate(String)
    /// Nothing leads out of the stage, and none of its statuses is terminal.
    case stageWithoutExit(String)

    /// One sentence for a person.
    public var message: String {
      switch self {
      case .unreachable(let name, let first): "No way leads from “\(first)” to “\(name)”."
      case .deadEnd(let name):
        "Nothing leads out of “\(name)”, and it is neither done nor cancelled."
      case .unmetGate(let name): "No transition meets gate “\(name)”."
      case .stageWithoutExit(let name):
        "Nothing leads out of stage “\(name)”, and no work ends there."
      }
    }
  }

  /// The oddities of the definition: statuses, then gates, then stages, each in the workflow's order.
  ///
  /// There are none where enforcement lets every move pass. Source: rule 2.
  public var oddities: [Oddity] {
    guard enforcement != .none else { return [] }
    return unreachable + deadEnds + unmetGates + stagesWithoutExit
  }

  private var unreachable: [Oddity] {
    guard let first = initialStatus else { return [] }
    var reached: Set<Status.ID> = [first.id]
    var frontier = [first.id]
    while let here = frontier.popLast() {
      for exit in exits(of: here) where reached.insert(exit.id).inserted {
        frontier.append(exit.id)
      }
    }
    return statuses.filter { !reached.contains($0.id) }
      .map { .unreachable($0.name, from: first.name) }
  }

  private var deadEnds: [Oddity] {
    let left = Set(transitions.map(\.from))
    return statuses.filter { !$0.category.isTerminal && !left.contains($0.id) }
      .map { .deadEnd($0.name) }
  }

  private var unmetGates: [Oddity] {
    var met: Set<String> = []
    for step in transitions { met.formUnion(gates(from: step.from, to: step.to).map(\.key)) }
    return gates.filter { !met.contains($0.key) }.map { .unmetGate($0.name) }
  }

  private var stagesWithoutExit: [Oddity] {
    stages.filter { stage in
      !stage.statuses.contains(where: isTerminal)
        && !transitions.contains {
          stage.statuses.contains($0.from) && !stage.statuses.contains($0.to)
        }
    }.map { .stageWithoutExit($0.name) }
  }
}
