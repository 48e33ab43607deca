extension Workflow {
  /// What the rules say of moving a ticket from one status to another.
  ///
  /// Source: rules 3, 4 and 7.
  ///
  /// `progress` is what has been confirmed of the ticket's gates; `occupancy` tells how many tickets a
  /// status holds and is asked only if the target has a limit.
  public func verdict(
    from: Status.ID, to: Status.ID, progress: GateProgress, hasAssistant: Bool,
    occupancy: (Status.ID) -> Int
  ) -> MoveVerdict {
    guard let target = status(to) else {
      return .refused(.unknownStatus(name: statusName(to), known: statuses.map(\.name)))
    }
    guard from != to else { return .unchanged }
    var warnings: [String] = []
    if enforcement != .none {
      let broken = brokenRules(from: from, to: target, occupancy: occupancy)
      if enforcement == .strict, let first = broken.first { return .refused(first) }
      warnings = broken.map(\.warning)
    }
    if !hasAssistant {
      if let stage = stageToComplete(from: from, to: target) {
        return .refused(.assistantMissing(stage: stage.name))
      }
      warnings += assistantWarning(entering: to, hasAssistant: false, from: from)
    }
    let gates = gates(from: from, to: to)
    let needs = needs(of: gates, given: progress)
    guard needs.isEmpty else {
      return .refused(.gatesUnmet(from: statusName(from), to: target.name, gates: needs))
    }
    return .allowed(passing: gates, warnings: warnings)
  }

  /// The rules that enforcement decides about and that the move breaks: transition, then WIP limit.
  func brokenRules(
    from: Status.ID, to target: Status, occupancy: (Status.ID) -> Int
  ) -> [Rejection] {
    var broken: [Rejection] = []
    if !hasTransition(from: from, to: target.id) {
      let allowed = exits(of: from).map(\.name)
      broken.append(.noTransition(from: statusName(from), to: target.name, allowed: allowed))
    }
    if let limit = target.wipLimit {
      let count = occupancy(target.id)
      if count >= limit {
        broken.append(.wipLimit(status: target.name, limit: limit, count: count))
      }
    }
    return broken
  }

  /// The agent-required stage that a move would complete: one that it leaves for a later one.
  ///
  /// Giving work up completes nothing, so a move into a cancelled status is none of these. Source: rule 7.
  private func stageToComplete(from: Status.ID, to target: Status) -> Stage? {
    guard target.category != .cancelled, let start = stageIndex(of: from),
      stages[start].isAgentRequired, let end = stageIndex(of: target.id), end > start
    else { return nil }
    return stages[start]
  }

  /// What is to be said when a ticket comes into a stage that needs an assistant, and there is none.
  ///
  /// Source: rule 7.
  func assistantWarning(
    entering id: Status.ID, hasAssistant: Bool, from origin: Status.ID? = nil
  ) -> [String] {
    guard !hasAssistant, let stage = stage(of: id), stage.isAgentRequired,
      origin.map({ !stage.statuses.contains($0) }) ?? true
    else { return [] }
    return [Rejection.assistantMissing(stage: stage.name).message]
  }

  /// The statuses to which a transition leads from here, in the workflow's order.
  public func exits(of id: Status.ID) -> [Status] {
    let targets = Set(transitions.lazy.filter { $0.from == id }.map(\.to))
    return statuses.filter { targets.contains($0.id) }
  }

  /// The statuses offered as available from here: all others with enforcement `none`, else the exits.
  ///
  /// Source: Alloy's workflow guide, §6.
  public func available(from id: Status.ID) -> [Status] {
    enforcement == .none ? statuses.filter { $0.id != id } : exits(of: id)
  }
}

extension Rejection {
  /// The same finding where it only warns.
  var warning: String {
    switch self {
    case .noTransition(let from, let to, _): "\(from) has no transition to \(to)."
    case .wipLimit(let status, let limit, let count):
      "\(status) holds \(count) of at most \(limit) tickets."
    default: message
    }
  }
}
