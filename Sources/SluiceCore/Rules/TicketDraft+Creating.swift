extension TicketDraft {
  /// The ticket that the draft describes, or why it is refused.
  ///
  /// A ticket starts in the workflow's first status unless the draft names another; that is a place to
  /// start, not a move, so transitions and gates do not apply, but a WIP limit does. Source: rules 1 and 3d.
  ///
  /// `id` and `key` are given out by the store; `occupancy` tells how many tickets a status of the board
  /// holds and is asked only where there is a limit.
  public func creating(
    id: Ticket.ID, key: TicketKey, in workflow: Workflow, by actor: Actor, at now: Timestamp,
    occupancy: (Status.ID) -> Int
  ) throws(Rejection) -> Outcome {
    try checkParent()
    let start = try startingStatus(in: workflow)
    let warning = try wipWarning(entering: start, in: workflow, occupancy: occupancy)
    let labels = try Set(TicketText.labels(self.labels)).sorted()
    try TicketText.checkLabelCount(labels.count)
    let ticket = Ticket(
      id: id, key: key, kind: kind, title: try TicketText.title(title),
      description: try TicketText.body(description, called: "description"), status: start.id,
      priority: priority, assignee: try TicketText.word(assignee, called: "assignee"),
      reporter: try TicketText.word(reporter, called: "reporter") ?? actor.name, labels: labels,
      due: due, createdAt: now, updatedAt: now, enteredAt: now)
    var outcome = Outcome(TicketState(ticket: ticket))
    outcome.events = [
      Event.Draft(.ticketCreated, subject: ticket.title, to: start.name, warning: warning)
    ]
    return outcome
  }

  /// Source: OpenIndex, “Work items”: a sub-task must have a parent.
  private func checkParent() throws(Rejection) {
    if kind == .subTask, parent == nil {
      throw .invalidValue(
        attribute: "parent", message: "A sub-task needs the task that it is a part of.")
    }
    if kind != .subTask, parent != nil {
      throw .invalidValue(attribute: "parent", message: "Only a sub-task is a part of a task.")
    }
  }

  private func startingStatus(in workflow: Workflow) throws(Rejection) -> Status {
    let known = workflow.statuses.map(\.name)
    guard let name = status else {
      guard let first = workflow.initialStatus else {
        throw .unknownStatus(name: "", known: known)
      }
      return first
    }
    guard let start = workflow.status(meant: name) else {
      throw .unknownStatus(name: name, known: known)
    }
    return start
  }

  private func wipWarning(
    entering status: Status, in workflow: Workflow, occupancy: (Status.ID) -> Int
  ) throws(Rejection) -> String? {
    guard let limit = status.wipLimit, workflow.enforcement != .none else { return nil }
    let count = occupancy(status.id)
    guard count >= limit else { return nil }
    let rejection = Rejection.wipLimit(status: status.name, limit: limit, count: count)
    guard workflow.enforcement == .warn else { throw rejection }
    return rejection.warning
  }
}
