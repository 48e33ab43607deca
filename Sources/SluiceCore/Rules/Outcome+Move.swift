extension Outcome {
  mutating func move(
    to name: String, in workflow: Workflow, _ world: Circumstances
  ) throws(Rejection) {
    guard let target = workflow.status(meant: name) else {
      throw .unknownStatus(name: name, known: workflow.statuses.map(\.name))
    }
    try move(to: target, in: workflow, world)
  }

  mutating func move(
    to target: Status, in workflow: Workflow, _ world: Circumstances
  ) throws(Rejection) {
    let origin = state.ticket.status
    let verdict = workflow.verdict(
      from: origin, to: target.id, progress: state.progress, hasAssistant: world.hasAssistant,
      occupancy: world.occupancy)
    switch verdict {
    case .unchanged: return
    case .refused(let rejection): throw rejection
    case .allowed(let passing, let warnings):
      for gate in passing { pass(gate) }
      let broken = workflow.brokenRules(from: origin, to: target, occupancy: world.occupancy)
      let step = EventTrace.Step(
        from: origin, to: target.id, entered: state.ticket.enteredAt, broken: broken)
      state.ticket.status = target.id
      state.ticket.enteredAt = world.now
      events.append(
        Event.Draft(
          .ticketMoved, from: workflow.statusName(origin), to: target.name,
          warning: warnings.isEmpty ? nil : warnings.joined(separator: " "), trace: .step(step)))
      if target.category.isTerminal { letGo() }
    }
  }

  /// Source: rule 4, last sentence.
  private mutating func pass(_ gate: Gate) {
    let cleared = state.progress.marks.filter { $0.key.gate == gate.key }
    state.progress.clear(gate)
    events.append(Event.Draft(.gatePassed, subject: gate.key, trace: .cleared(cleared)))
  }

  /// Ends a claim, if there is one, as coming to where work is over does.
  ///
  /// Source: rule 6, last sentence.
  public mutating func letGo() {
    guard let agent = state.ticket.agent else { return }
    state.ticket.agent = nil
    events.append(Event.Draft(.ticketReleased, from: agent))
  }
}
