internal import SluiceCore
internal import SluiceStore

extension ChangeWriter {
  /// Takes a change back, or makes it again, on all tickets that it touched.
  ///
  /// What was done last is taken back first, for one ticket may have made room for another.
  ///
  /// Source: rule 9.
  func reverse(_ subject: UndoSubject, isRedo: Bool) throws(EngineError) -> Receipt {
    let change = try change(meant: subject, isRedo: isRedo)
    let parts = try parts(of: change, isRedo: isRedo)
    var reversed: [Reversed] = []
    for part in isRedo ? parts : parts.reversed() {
      reversed.append(try reverse(part, of: change, isRedo: isRedo))
      guard reversed.count % 1_000 != 0 || progress?(reversed.count, parts.count) ?? true else {
        throw .interrupted
      }
    }
    for one in reversed { try checkFamily(of: one) }
    if !isRedo { reversed.reverse() }
    if reversed.count == 1 {
      return try receipt(.ticket(reversed[0].ticket), warnings: reversed[0].result.warnings)
    }
    let results = reversed.map(\.result)
    return try receipt(.tickets(results), warnings: results.flatMap(\.warnings))
  }

  func nothing(_ isRedo: Bool) -> EngineError {
    EngineError(.nothingToUndo(isRedo: isRedo))
  }

  /// What a change did, if it is one that tickets can be rid of.
  private func parts(of change: Int64, isRedo: Bool) throws(EngineError) -> [ChangePart] {
    let parts = try store.parts(ofChange: change).besidesAdditions
    guard let first = parts.first?.events.first else { throw nothing(isRedo) }
    if first.body.kind == .changeUndone || first.body.kind == .changeRedone {
      let isSettled = parts.contains { $0.events.count > 1 }
      throw EngineError(
        isSettled
          ? .notReversible("A return into another status")
          : .reversalReversed(isRedo: first.body.kind == .changeRedone))
    }
    if !isRedo { try check(first.author, of: first.ticket) }
    guard parts.allSatisfy({ $0.ticket != nil }) else {
      throw EngineError(.notReversible("A change of a project or a workflow"))
    }
    return parts
  }

  private func check(_ author: Actor, of ticket: TicketKey?) throws(EngineError) {
    guard !actor.answers(for: author) else { return }
    throw EngineError(.notYours(ticket: ticket, author: author.shownName))
  }
}

extension [ChangePart] {
  /// The parts that are to be taken back: a workflow that was added for a ticket stays.
  fileprivate var besidesAdditions: [ChangePart] {
    let rest = filter {
      $0.ticket != nil || $0.events.contains { $0.body.kind != .workflowCreated }
    }
    return rest.isEmpty ? self : rest
  }
}

/// A ticket that is as it was.
private struct Reversed {
  let project: StoredProject
  let row: TicketRow
  let former: Ticket
  let ticket: Ticket
  let result: TicketResult
}

extension ChangeWriter {
  private func reverse(
    _ part: ChangePart, of change: Int64, isRedo: Bool
  ) throws(EngineError) -> Reversed {
    let found = try existing(part, isRedo: isRedo)
    let key = found.state.ticket.key
    let standing = try standing(of: found.row)
    guard (isRedo ? standing.redoable : standing.undoable) == change else {
      throw EngineError(.touchedSince(ticket: key))
    }
    if isRedo, let taker = standing.taker { try check(taker, of: key) }
    let workflow = try store.workflow(found.workflow)
    let world = try circumstances(found.workflow, in: found.project)
    let former = try definitionLeft(by: part, found, in: workflow)
    let outcome = try judging { () throws(Rejection) in
      try found.state.reversing(
        part.events, of: change, isRedo: isRedo, in: workflow, from: former, world)
    }
    try write(outcome, over: found, in: workflow)
    let ticket = outcome.state.ticket
    let status = ticket.status == .nowhere ? "" : workflow.statusName(ticket.status)
    return Reversed(
      project: found.project, row: found.row, former: found.state.ticket, ticket: ticket,
      result: TicketResult(
        key: key, ending: .changed, title: ticket.title, status: status,
        warnings: outcome.warnings))
  }

  /// The ticket of a part, by its row: its key may have become another's.
  private func existing(_ part: ChangePart, isRedo: Bool) throws(EngineError) -> StoredTicket {
    guard let row = part.ticket else { throw nothing(isRedo) }
    guard let project = try store.project(row.project) else {
      let name = part.events.first?.project?.text ?? ""
      throw EngineError(.notReversible("A change in project \(name), which is deleted,"))
    }
    guard let found = try store.storedTicketOrDeleted(row, in: project) else {
      throw nothing(isRedo)
    }
    return found
  }

  /// The definition under which a deleted ticket left the board, unless it can come back to where it was.
  private func definitionLeft(
    by part: ChangePart, _ found: StoredTicket, in workflow: Workflow
  ) throws(EngineError) -> Workflow? {
    guard found.state.ticket.status == .nowhere, let place = FormerPlace(part.events),
      !place.isPart(of: workflow), let id = place.workflow
    else { return nil }
    return try store.workflow(id, having: place.status)
  }

  /// Sees to it that no sub-task is without its task, once all tickets of the change are where they were.
  private func checkFamily(of one: Reversed) throws(EngineError) {
    let isGone = one.ticket.status == .nowhere
    guard isGone != (one.former.status == .nowhere) else { return }
    let key = one.ticket.key
    if isGone, let subTask = try store.firstSubTask(of: one.row) {
      let subTaskKey = TicketKey(
        project: key.project, number: subTask.number, ordinal: subTask.ordinal)
      throw EngineError(.subTaskLeft(task: key, subTask: subTaskKey))
    }
    guard !isGone, let row = one.row.task, try store.ticket(row, in: one.project) == nil else {
      return
    }
    let task = TicketKey(project: key.project, number: key.number)
    throw EngineError(.taskDeleted(subTask: key, task: task))
  }
}
