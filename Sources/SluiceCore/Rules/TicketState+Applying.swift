extension TicketState {
  /// The one place where a change to a ticket is decided: what it makes of the ticket, or why it is refused.
  ///
  /// Pure: the same values always give the same answer, and a refusal changes nothing. The ticket is
  /// checked against `workflow`.
  public func applying(
    _ change: TicketChange, in workflow: Workflow, _ world: Circumstances
  ) throws(Rejection) -> Outcome {
    try checkLock(against: change, by: world.actor)
    var outcome = Outcome(self)
    switch change {
    case .move(let name): try outcome.move(to: name, in: workflow, world)
    case .edit(let edit): try outcome.edit(edit)
    case .tick(let gate, let item, let isOn):
      try outcome.mark(gate, item: item, isOn: isOn, in: workflow, world)
    case .acknowledge(let gate, let isOn):
      try outcome.mark(gate, item: nil, isOn: isOn, in: workflow, world)
    case .setValue(let field, let text):
      try outcome.setValue(of: field, to: text, in: workflow, world)
    case .setValues(let values): try outcome.setValues(values, in: workflow, world)
    case .progress(let gate, let answers, let target):
      try outcome.progress(gate, answers, to: target, in: workflow, world)
    case .comment(let text): try outcome.comment(text, world)
    case .claim(let agent, let target):
      try outcome.claim(by: agent, to: target, in: workflow, world)
    case .release(let agent): try outcome.release(by: agent)
    case .delete: outcome.delete(in: workflow)
    }
    outcome.stamp(at: world.now)
    return outcome
  }

  /// A claimed ticket is locked against other agents; people may work on it, and all may comment.
  ///
  /// Source: OpenIndex, “Agent execution”.
  private func checkLock(against change: TicketChange, by actor: Actor) throws(Rejection) {
    if case .comment = change { return }
    if let lock = lock(against: actor) { throw lock }
  }

  /// Why an actor may not work on the ticket: another agent has claimed it.
  func lock(against actor: Actor) -> Rejection? {
    guard let holder = ticket.agent, let agent = actor.agent, agent != holder else { return nil }
    return .claimed(ticket: ticket.key, holder: holder)
  }
}
