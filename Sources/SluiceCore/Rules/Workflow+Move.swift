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
    do throws(Rejection) {
      var warnings = try warnings(from: from, to: target, occupancy)
      if !hasAssistant { warnings += try warningsWithoutAssistant(from: from, to: target) }
      let gates = try gatesPassed(from: from, to: target, given: progress)
      return .allowed(passing: gates, warnings: warnings)
    } catch {
      return .refused(error)
    }
  }

  /// What mode `warn` says of the rules that enforcement decides about: transition, then WIP limit.
  private func warnings(
    from: Status.ID, to target: Status, _ occupancy: (Status.ID) -> Int
  ) throws(Rejection) -> [String] {
    guard enforcement != .none else { return [] }
    var warnings: [String] = []
    if !hasTransition(from: from, to: target.id) {
      let rejection = noTransition(from: from, to: target)
      guard enforcement == .warn else { throw rejection }
      warnings.append(rejection.warning)
    }
    if let rejection = fullness(of: target, occupancy) {
      guard enforcement == .warn else { throw rejection }
      warnings.append(rejection.warning)
    }
    return warnings
  }

  /// The gates on the way, all of them satisfied.
  private func gatesPassed(
    from: Status.ID, to target: Status, given progress: GateProgress
  ) throws(Rejection) -> [Gate] {
    let gates = gatesOnWay(from: from, to: target.id)
    guard !gates.isEmpty else { return [] }
    let needs = gates.compactMap { $0.need(given: progress) }
    guard needs.isEmpty else {
      throw .gatesUnmet(from: statusName(from), to: target.name, gates: needs)
    }
    return gates.map(\.gate)
  }

  func noTransition(from: Status.ID, to target: Status) -> Rejection {
    let allowed = index.position(of: from).map { index.exitNames[$0] }
    return .noTransition(
      from: statusName(from), to: target.name, allowed: allowed ?? exits(of: from).map(\.name))
  }

  /// Why the status takes no more; `nil` if it does.
  private func fullness(of status: Status, _ occupancy: (Status.ID) -> Int) -> Rejection? {
    guard let limit = status.wipLimit else { return nil }
    let count = occupancy(status.id)
    guard count >= limit else { return nil }
    return .wipLimit(status: status.name, limit: limit, count: count)
  }

  /// The codes of the rules that a move breaks and that only `strict` would hold against it.
  func brokenRules(
    from: Status.ID, to target: Status, occupancy: (Status.ID) -> Int
  ) -> [String] {
    var broken: [Rejection] = []
    if !hasTransition(from: from, to: target.id) {
      broken.append(noTransition(from: from, to: target))
    }
    if let full = fullness(of: target, occupancy) { broken.append(full) }
    return broken.map(\.code)
  }

  /// The same of a ticket that starts in a status, which no transition leads to.
  func brokenRules(startingIn status: Status, occupancy: (Status.ID) -> Int) -> [String] {
    [fullness(of: status, occupancy)].compactMap { $0?.code }
  }

  private func warningsWithoutAssistant(
    from: Status.ID, to target: Status
  ) throws(Rejection) -> [String] {
    if let stage = stageToComplete(from: from, to: target) {
      throw .assistantMissing(stage: stage.name)
    }
    return assistantWarning(entering: target.id, hasAssistant: false, from: from)
  }

  /// The agent-required stage that a move would complete: one that it leaves for a later one, or one out of
  /// which it passes a gate, also where it jumps over the stage.
  ///
  /// Giving work up completes nothing, so a move into a cancelled status is none of these. Source: rule 7.
  private func stageToComplete(from: Status.ID, to target: Status) -> Stage? {
    guard target.category != .cancelled, let start = stageIndex(of: from),
      let end = stageIndex(of: target.id)
    else { return nil }
    if stages[start].isAgentRequired, end > start { return stages[start] }
    return gatesOnWay(from: from, to: target.id).lazy.map { stages[$0.left] }
      .first(where: \.isAgentRequired)
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
    statuses.filter { hasTransition(from: id, to: $0.id) }
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
