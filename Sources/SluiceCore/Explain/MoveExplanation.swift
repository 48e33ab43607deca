/// Why a ticket may or may not go to a status, and how it gets there.
///
/// Source: rule 11.
public struct MoveExplanation: Hashable, Sendable {
  /// The status asked for.
  public let target: Status
  /// What the rules say of going there in one step.
  public let verdict: MoveVerdict
  /// The shortest legal way there, each step with what its gates still ask for; `nil` if there is none.
  public let path: [PathStep]?

  /// One step of the way.
  public struct PathStep: Hashable, Sendable {
    /// The status entered.
    public let status: Status
    /// The gates on the step that are not satisfied yet.
    public let needs: [Rejection.GateNeed]
    /// What else would refuse the step as things are: a full status, or an assistant that is missing.
    public let obstacle: Rejection?
  }
}

extension TicketDetail {
  /// What the rules say of an actor's taking the ticket to a status.
  ///
  /// - Throws: `unknownStatus` if the workflow has no status of that name.
  public func explanation(
    ofMovingTo name: String, by actor: Actor
  ) throws(Rejection) -> MoveExplanation {
    guard let target = workflow.status(meant: name) else {
      throw .unknownStatus(name: name, known: workflow.statuses.map(\.name))
    }
    return MoveExplanation(
      target: target, verdict: verdict(to: target, by: actor), path: path(to: target))
  }

  /// What the rules say of an actor's taking the ticket to a status in one step.
  public func verdict(to target: Status, by actor: Actor) -> MoveVerdict {
    if let lock = state.lock(against: actor) { return .refused(lock) }
    return verdict(from: state.ticket.status, to: target.id, state.progress)
  }

  private func verdict(
    from: Status.ID, to: Status.ID, _ progress: GateProgress
  ) -> MoveVerdict {
    workflow.verdict(
      from: from, to: to, progress: progress, hasAssistant: hasAssistant,
      occupancy: { occupancy[$0] ?? 0 })
  }

  /// A gate is cleared when it is passed, so a later step through the same gate asks for all of it again.
  private func path(to target: Status) -> [MoveExplanation.PathStep]? {
    var progress = state.progress
    var here = state.ticket.status
    return workflow.path(from: here, to: target.id)?.compactMap { step in
      guard let status = workflow.status(step.to) else { return nil }
      let needs = workflow.needs(of: step.gates, given: progress)
      let obstacle = obstacle(from: here, to: step.to, progress)
      for gate in step.gates { progress.clear(gate) }
      here = step.to
      return MoveExplanation.PathStep(status: status, needs: needs, obstacle: obstacle)
    }
  }

  private func obstacle(
    from: Status.ID, to: Status.ID, _ progress: GateProgress
  ) -> Rejection? {
    switch verdict(from: from, to: to, progress) {
    case .refused(.gatesUnmet), .allowed, .unchanged: nil
    case .refused(let rejection): rejection
    }
  }
}
