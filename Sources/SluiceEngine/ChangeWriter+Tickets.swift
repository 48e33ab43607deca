internal import SluiceCore
internal import SluiceStore

extension ChangeWriter {
  func createTicket(
    _ reference: ProjectReference, _ draft: TicketDraft
  ) throws(EngineError) -> Receipt {
    let project = try store.existing(reference)
    let workflow = try store.workflow(project.workflow)
    let row = try place(draft, in: project)
    let key = TicketKey(project: project.project.key, number: row.number, ordinal: row.ordinal)
    let occupancy = try occupancy(of: workflow, in: project.row)
    let outcome = try judging { () throws(Rejection) in
      try draft.creating(
        id: makeID(), key: key, in: workflow, by: actor, at: signature.at,
        occupancy: { occupancy[$0] ?? 0 })
    }
    let ticket = outcome.state.ticket
    try store.insert(ticket, at: row, met: workflow.metCount(outcome.state))
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

  /// How many tickets the statuses with a limit hold.
  private func occupancy(
    of workflow: Workflow, in project: ProjectRow
  ) throws(EngineError) -> [Status.ID: Int] {
    guard workflow.statuses.contains(where: { $0.wipLimit != nil }) else { return [:] }
    return try store.counts(in: project)
  }

  func changeTicket(
    _ reference: TicketReference, _ change: TicketChange, _ expectation: Expectation
  ) throws(EngineError) -> Receipt {
    let found = try store.existing(reference)
    let workflow = try store.workflow(found.project.workflow)
    try check(expectation, of: found.state.ticket, in: workflow)
    let occupancy = try occupancy(of: workflow, in: found.project.row)
    let outcome = try judging { () throws(Rejection) in
      try found.state.applying(
        change, in: workflow, by: actor, at: signature.at, occupancy: { occupancy[$0] ?? 0 })
    }
    if !outcome.events.isEmpty { try write(outcome, over: found, in: workflow) }
    return try receipt(.ticket(outcome.state.ticket), warnings: outcome.warnings)
  }

  func write(
    _ outcome: Outcome, over found: StoredTicket, in workflow: Workflow
  ) throws(EngineError) {
    try store.write(
      outcome.state.ticket, over: found.state.ticket, at: found.row,
      met: workflow.metCount(outcome.state))
    try store.write(outcome.state.progress, over: found.state.progress, of: found.row)
    for text in outcome.comments {
      let comment = Comment(author: signature.actor, at: signature.at, text: text)
      try store.insert(comment, on: found.row)
    }
    try store.append(outcome.events, project: found.project.row, ticket: found.row, signature)
  }

  /// Source: rule 10.
  private func check(
    _ expectation: Expectation, of ticket: Ticket, in workflow: Workflow
  ) throws(EngineError) {
    let status = workflow.statusName(ticket.status)
    let hasVersion = expectation.version.map { $0 == ticket.version } ?? true
    let hasStatus =
      expectation.status.map { workflow.status(meant: $0)?.id == ticket.status } ?? true
    guard !hasVersion || !hasStatus else { return }
    let found = hasStatus ? "is at version \(ticket.version)" : "is in \(status)"
    let expected =
      hasStatus ? "version \(expectation.version ?? 0)" : expectation.status ?? ""
    throw EngineError(
      .conflict, "\(ticket.key) has changed meanwhile: it \(found), not \(expected).",
      nextStep: "Look at it again and repeat what still makes sense.", current: ticket)
  }
}

extension Workflow {
  /// How many requirements of the gate ahead a ticket meets.
  func metCount(_ state: TicketState) -> Int {
    gateAhead(of: state.ticket.status).map(state.progress.metCount(of:)) ?? 0
  }
}

extension EngineError {
  fileprivate static func invalidParent(_ message: String) -> EngineError {
    EngineError(.invalidValue(attribute: "parent", message: message))
  }
}
