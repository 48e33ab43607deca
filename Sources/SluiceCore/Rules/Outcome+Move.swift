extension Outcome {
  mutating func move(
    to name: String, in workflow: Workflow, at now: Timestamp, occupancy: (Status.ID) -> Int
  ) throws(Rejection) {
    guard let target = workflow.status(meant: name) else {
      throw .unknownStatus(name: name, known: workflow.statuses.map(\.name))
    }
    let origin = state.ticket.status
    let verdict = workflow.verdict(
      from: origin, to: target.id, progress: state.progress, occupancy: occupancy)
    switch verdict {
    case .unchanged: return
    case .refused(let rejection): throw rejection
    case .allowed(let passing, let warnings):
      for gate in passing {
        state.progress.clear(gate)
        events.append(Event.Draft(.gatePassed, subject: gate.key))
      }
      state.ticket.status = target.id
      state.ticket.enteredAt = now
      events.append(
        Event.Draft(
          .ticketMoved, from: workflow.statusName(origin), to: target.name,
          warning: warnings.isEmpty ? nil : warnings.joined(separator: " ")))
    }
  }
}
