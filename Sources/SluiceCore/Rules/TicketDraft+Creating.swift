extension TicketDraft {
  /// The ticket that the draft describes, or why it is refused.
  ///
  /// A ticket starts in the workflow's first status unless the draft names another; that is a place to
  /// start, not a move, so transitions and gates do not apply, but a WIP limit does. Source: rules 1 and 3d.
  ///
  /// `id` and `key` are given out by the store; a ticket that names a workflow is bound to `workflow`.
  public func creating(
    id: Ticket.ID, key: TicketKey, in workflow: Workflow, _ world: Circumstances
  ) throws(Rejection) -> Outcome {
    try checkParent()
    let start = try startingStatus(in: workflow)
    let warnings =
      try [workflow.wipWarning(entering: start, world)].compactMap(\.self)
      + workflow.assistantWarning(entering: start.id, hasAssistant: world.hasAssistant)
    let labels = try Set(TicketText.labels(self.labels)).sorted()
    try TicketText.checkLabelCount(labels.count)
    let ticket = Ticket(
      id: id, key: key, kind: kind, title: try TicketText.title(title),
      description: try TicketText.body(description, called: "description"), status: start.id,
      priority: priority, assignee: try TicketText.word(assignee, called: "assignee"),
      reporter: try TicketText.word(reporter, called: "reporter") ?? world.actor.name,
      labels: labels, due: due, target: target,
      binding: self.workflow.map { _ in
        WorkflowRevision(workflow: workflow.id, revision: workflow.revision)
      }, createdAt: world.now, updatedAt: world.now, enteredAt: world.now)
    var outcome = Outcome(TicketState(ticket: ticket))
    outcome.events = [
      Event.Draft(
        .ticketCreated, subject: ticket.title, to: start.name,
        warning: warnings.isEmpty ? nil : warnings.joined(separator: " "),
        trace: .made(
          ticket, following: ticket.binding == nil ? workflow.id : nil,
          broken: workflow.brokenRules(startingIn: start, occupancy: world.occupancy)))
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
}
