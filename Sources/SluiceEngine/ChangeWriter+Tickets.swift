internal import SluiceCore
internal import SluiceStore

extension ChangeWriter {
  func createTicket(
    _ reference: ProjectReference, _ draft: TicketDraft
  ) throws(EngineError) -> Receipt {
    let project = try store.existing(reference)
    let key = try draft.workflow.map { (name) throws(EngineError) in try store.existing(name) }
    let workflow = try store.workflow(key ?? project.workflow)
    let row = try place(draft, in: project)
    let ticketKey = TicketKey(
      project: project.project.key, number: row.number, ordinal: row.ordinal)
    let world = try circumstances(key ?? project.workflow, in: project)
    let outcome = try judging { () throws(Rejection) in
      try draft.creating(id: makeID(), key: ticketKey, in: workflow, world)
    }
    let ticket = outcome.state.ticket
    try store.insert(
      ticket, at: row, try store.place(of: ticket, in: project),
      met: workflow.metCount(of: outcome.state))
    try store.append(outcome.events, project: project.row, ticket: row, signature)
    return try receipt(.ticket(ticket), warnings: outcome.warnings)
  }

  /// The row for a new ticket: the project's next number, or the next ordinal of its task.
  func place(
    _ draft: TicketDraft, in project: StoredProject
  ) throws(EngineError) -> TicketRow {
    guard draft.kind == .subTask else {
      guard draft.parent == nil else {
        throw .invalidParent("Only a sub-task is part of a task; this is a \(draft.kind.rawValue).")
      }
      let number = try store.takeNumbers(1, of: project.row)
      guard let row = TicketRow(project: project.row, number: number, ordinal: 0) else {
        throw EngineError(.refused, "Project \(project.project.key) holds no more tickets.")
      }
      return row
    }
    guard let reference = draft.parent else {
      throw .invalidParent("A sub-task needs the task of which it is a part.")
    }
    let parent = try store.existing(reference)
    guard parent.row.project == project.row, parent.state.ticket.kind == .task else {
      throw .invalidParent(
        "\(parent.state.ticket.key) is not a task of project \(project.project.key).")
    }
    guard let row = try store.nextSubTask(of: parent.row) else {
      throw .invalidParent("A task has at most \(TicketRow.maximumOrdinal) sub-tasks.")
    }
    return row
  }

  /// What the rules need to know around a ticket that is checked against a definition.
  func circumstances(
    _ key: WorkflowKey, in project: StoredProject
  ) throws(EngineError) -> Circumstances {
    let workflow = try store.workflow(key)
    let hasLimit = workflow.statuses.contains { $0.wipLimit != nil }
    let occupancy = hasLimit ? try store.occupancy(of: key, in: project) : [:]
    return Circumstances(
      by: actor, at: signature.at, hasAssistant: try store.hasAssistant(for: workflow),
      occupancy: { occupancy[$0] ?? 0 })
  }

  func changeTicket(
    _ reference: TicketReference, _ change: TicketChange, _ expectation: Expectation
  ) throws(EngineError) -> Receipt {
    let found = try store.existing(reference)
    let workflow = try store.workflow(found.workflow)
    try check(expectation, of: found.state.ticket, in: workflow)
    let outcome = try self.outcome(of: change, on: found, in: workflow)
    if !outcome.events.isEmpty { try write(outcome, over: found, in: workflow) }
    return try receipt(
      .ticket(outcome.state.ticket), warnings: outcome.warnings, needs: outcome.needs)
  }

  /// What the rules make of a change to a ticket, and what lies beyond one ticket.
  func outcome(
    of change: TicketChange, on found: StoredTicket, in workflow: Workflow
  ) throws(EngineError) -> Outcome {
    switch change {
    case .edit(let edit): try checkWorkflow(edit.workflow, of: found, in: workflow)
    case .delete: try checkSubTasks(of: found)
    default: break
    }
    let world = try circumstances(found.workflow, in: found.project)
    return try judging { () throws(Rejection) in
      try found.state.applying(change, in: workflow, world)
    }
  }

  /// Source: OpenIndex, “What a workflow is”: its id never changes once it is assigned.
  private func checkWorkflow(
    _ reference: WorkflowReference?, of found: StoredTicket, in workflow: Workflow
  ) throws(EngineError) {
    guard let reference, try store.existing(reference).row != found.workflow.row else { return }
    let ticket = found.state.ticket
    throw EngineError(.workflowFixed(ticket: ticket.key, isBound: ticket.binding != nil))
  }

  private func checkSubTasks(of found: StoredTicket) throws(EngineError) {
    guard found.state.ticket.kind == .task else { return }
    let count = try store.subTaskCount(of: found.row)
    guard count > 0 else { return }
    let key = found.state.ticket.key
    throw EngineError(
      .conflict, "\(key) has \(count) sub-task\(count == 1 ? "" : "s").",
      nextStep: "Delete \(count == 1 ? "it" : "them") first.")
  }

  func write(
    _ outcome: Outcome, over found: StoredTicket, in workflow: Workflow
  ) throws(EngineError) {
    let project = found.project
    try store.write(
      outcome.state.ticket, try store.place(of: outcome.state.ticket, in: project),
      over: found.state.ticket, try store.place(of: found.state.ticket, in: project),
      at: found.row, met: workflow.metCount(of: outcome.state))
    try store.write(
      outcome.state.progress, over: found.state.progress, of: found.row, in: found.workflow)
    for comment in outcome.comments { try store.insert(comment, on: found.row) }
    for comment in outcome.removedComments { try store.delete(comment, on: found.row) }
    try store.append(outcome.events, project: project.row, ticket: found.row, signature)
  }

  /// Source: rule 10.
  func check(
    _ expectation: Expectation, of ticket: Ticket, in workflow: Workflow
  ) throws(EngineError) {
    let status = workflow.statusName(ticket.status)
    let expectedStatus = try expectation.status.map { (name) throws(EngineError) in
      try workflow.existing(name)
    }
    let hasVersion = expectation.version.map { $0 == ticket.version } ?? true
    let hasStatus = expectedStatus.map { $0 == ticket.status } ?? true
    guard !hasVersion || !hasStatus else { return }
    let found = hasStatus ? "is at version \(ticket.version)" : "is in \(status)"
    let expected =
      hasStatus ? "version \(expectation.version ?? 0)" : expectation.status ?? ""
    throw EngineError(
      .conflict, "\(ticket.key) has changed meanwhile: it \(found), not \(expected).",
      nextStep: "Look at it again and repeat what still makes sense.", current: ticket)
  }
}

extension EngineError {
  fileprivate static func invalidParent(_ message: String) -> EngineError {
    EngineError(.invalidValue(attribute: "parent", message: message))
  }
}
