extension Outcome {
  /// Takes the ticket for an agent and brings it to where it is worked on, both or neither.
  ///
  /// Source: rule 6.
  mutating func claim(
    by name: String, to target: String?, in workflow: Workflow, _ world: Circumstances
  ) throws(Rejection) {
    guard let agent = try TicketText.word(name, called: "agent") else {
      throw .invalidValue(attribute: "agent", message: "A claim needs the name of an agent.")
    }
    let ticket = state.ticket
    if let holder = ticket.agent, holder != agent {
      throw .claimed(ticket: ticket.key, holder: holder)
    }
    guard ticket.target != .human else { throw .notForAgents }
    guard !workflow.isTerminal(ticket.status) else {
      throw .resolved(status: workflow.statusName(ticket.status))
    }
    let place = try workflow.workplace(from: ticket.status, asked: target)
    if ticket.agent == nil {
      state.ticket.agent = agent
      events.append(Event.Draft(.ticketClaimed, to: agent))
    }
    try move(to: place, in: workflow, world)
  }

  /// Gives the ticket back; it stays where it is.
  mutating func release(by agent: String?) throws(Rejection) {
    if let agent, let holder = state.ticket.agent, agent != holder {
      throw .claimed(ticket: state.ticket.key, holder: holder)
    }
    letGo()
  }

  /// Takes the ticket off the board.
  mutating func delete(in workflow: Workflow) {
    letGo()
    let origin = state.ticket.status
    let step = EventTrace.Step(
      from: origin, to: .nowhere, entered: state.ticket.enteredAt, workflow: workflow.id)
    state.ticket.status = .nowhere
    events.append(
      Event.Draft(.ticketDeleted, from: workflow.statusName(origin), trace: .step(step)))
  }
}

extension Workflow {
  /// The status to which a claim leads: the one asked for, else the present one if work goes on there,
  /// else the first that can be reached.
  fileprivate func workplace(
    from origin: Status.ID, asked name: String?
  ) throws(Rejection) -> Status {
    let places = statuses.filter { $0.category == .inProgress }
    if let name {
      guard let target = status(meant: name) else {
        throw .unknownStatus(name: name, known: statuses.map(\.name))
      }
      guard places.contains(target) else {
        throw .notInProgress(status: target.name, known: places.map(\.name))
      }
      return target
    }
    if let here = places.first(where: { $0.id == origin }) { return here }
    let reached = exits(of: origin).first(where: places.contains)
    guard let place = reached ?? places.first else {
      throw .notInProgress(status: statusName(origin), known: [])
    }
    return place
  }
}
