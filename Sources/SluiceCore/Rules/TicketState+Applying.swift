extension TicketState {
  /// The one place where a change to a ticket is decided: what it makes of the ticket, or why it is refused.
  ///
  /// Pure: the same values always give the same answer, and a refusal changes nothing.
  ///
  /// The ticket is checked against `workflow`; `occupancy` tells how many tickets a status of the board
  /// holds and is asked only where there is a limit.
  public func applying(
    _ change: TicketChange, in workflow: Workflow, by actor: Actor, at now: Timestamp,
    occupancy: (Status.ID) -> Int
  ) throws(Rejection) -> Outcome {
    var outcome = Outcome(self)
    switch change {
    case .move(let name):
      try outcome.move(to: name, in: workflow, at: now, occupancy: occupancy)
    case .edit(let edit):
      try outcome.edit(edit)
    case .tick(let gate, let item, let isOn):
      try outcome.mark(gate, item: item, isOn: isOn, in: workflow, by: actor, at: now)
    case .acknowledge(let gate, let isOn):
      try outcome.mark(gate, item: nil, isOn: isOn, in: workflow, by: actor, at: now)
    case .setValue(let field, let text):
      try outcome.setValue(of: field, to: text, in: workflow, by: actor, at: now)
    case .comment(let text):
      try outcome.comment(text)
    }
    outcome.stamp(at: now)
    return outcome
  }
}

extension Outcome {
  /// Counts the version and the time of the change once, if there was one.
  fileprivate mutating func stamp(at now: Timestamp) {
    guard !events.isEmpty else { return }
    state.ticket.version += 1
    state.ticket.updatedAt = now
  }
}
