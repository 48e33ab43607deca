internal import SluiceCore
internal import SluiceStore

extension ChangeWriter {
  /// Takes a change back, or makes it again, on all tickets that it touched.
  ///
  /// Source: rule 9.
  func reverse(_ subject: UndoSubject, isRedo: Bool) throws(EngineError) -> Receipt {
    let change = try change(meant: subject, isRedo: isRedo)
    let events = try store.events(ofChange: change)
    guard let author = events.first?.actor else { throw nothing(isRedo) }
    guard author == actor.name else {
      throw EngineError(.notYours(ticket: events.first?.ticket, author: author))
    }
    let parts = try ticketParts(events)
    var results: [TicketResult] = []
    var last: Ticket?
    for (key, part) in parts {
      let (result, ticket) = try reverse(part, of: change, on: key, isRedo: isRedo)
      results.append(result)
      last = ticket
      guard results.count % 1_000 != 0 || progress?(results.count, parts.count) ?? true else {
        throw .interrupted
      }
    }
    if parts.count == 1, let last {
      return try receipt(.ticket(last), warnings: results[0].warnings)
    }
    return try receipt(.tickets(results), warnings: results.flatMap(\.warnings))
  }

  private func nothing(_ isRedo: Bool) -> EngineError {
    EngineError(.nothingToUndo(isRedo: isRedo))
  }

  /// The events by ticket, in the order of the change.
  private func ticketParts(
    _ events: [Event]
  ) throws(EngineError) -> [(key: TicketKey, events: [Event])] {
    var parts: [(key: TicketKey, events: [Event])] = []
    var places: [TicketKey: Int] = [:]
    for event in events {
      guard let key = event.ticket else {
        throw EngineError(.notReversible("A change of a project or a workflow"))
      }
      if let place = places[key] {
        parts[place].events.append(event)
      } else {
        places[key] = parts.count
        parts.append((key, [event]))
      }
    }
    return parts
  }

  private func reverse(
    _ events: [Event], of change: Int64, on key: TicketKey, isRedo: Bool
  ) throws(EngineError) -> (TicketResult, Ticket) {
    guard let (row, project) = try store.locate(.key(key)),
      let found = try store.storedTicketOrDeleted(row, in: project)
    else { throw nothing(isRedo) }
    let standing = try standing(of: row)
    guard (isRedo ? standing.redoable : standing.undoable) == change else {
      throw EngineError(.touchedSince(ticket: key))
    }
    let workflow = try store.workflow(found.workflow)
    let world = try circumstances(found.workflow, in: project)
    let outcome = try judging { () throws(Rejection) in
      try found.state.reversing(events, of: change, isRedo: isRedo, in: workflow, world)
    }
    try write(outcome, over: found, in: workflow)
    let ticket = outcome.state.ticket
    let status = ticket.status == .nowhere ? "" : workflow.statusName(ticket.status)
    let result = TicketResult(
      key: key, ending: .changed, status: status, warnings: outcome.warnings)
    return (result, ticket)
  }
}

extension ChangeWriter {
  /// What can be taken back or made again on a ticket now.
  private struct Standing {
    var undoable: Int64?
    var redoable: Int64?

    init(redoable: Int64?) {
      self.redoable = redoable
    }
  }

  /// Goes back over what was taken back and made again to the last change that holds.
  private func standing(of row: TicketRow) throws(EngineError) -> Standing {
    var before = Int64.max
    let undone = try takenBack(on: row, &before)
    var standing = Standing(redoable: undone.last)
    while let event = try store.events(of: row, before: before, limit: 1).first {
      switch (event.body.kind, event.body.trace) {
      case (.changeUndone, .change(let change)?): before = change
      case (.changeRedone, .change(let change)?): before = change
      default: before = event.change
      }
      guard event.body.kind != .changeUndone, !undone.contains(before) else { continue }
      standing.undoable = before
      return standing
    }
    return standing
  }

  /// The changes that have been taken back and not made again since the last other one, oldest first.
  ///
  /// `place` is moved before all that was looked at.
  private func takenBack(
    on row: TicketRow, _ place: inout Int64
  ) throws(EngineError) -> [Int64] {
    var steps: [(change: Int64, isRedo: Bool)] = []
    while let event = try store.events(of: row, before: place, limit: 1).first {
      guard case .change(let change)? = event.body.trace else { break }
      steps.append((change, event.body.kind == .changeRedone))
      place = event.sequence
    }
    var undone: [Int64] = []
    for step in steps.reversed() {
      if step.isRedo { undone.removeAll { $0 == step.change } } else { undone.append(step.change) }
    }
    return undone
  }

  /// The number of the change that is to be taken back or made again.
  private func change(meant subject: UndoSubject, isRedo: Bool) throws(EngineError) -> Int64 {
    switch subject {
    case .change(let change): return change
    case .ticket(let reference):
      guard let (row, _) = try store.locate(reference),
        let change = try change(on: row, isRedo: isRedo)
      else { throw nothing(isRedo) }
      return change
    case .mine:
      let recent = try store.recentEvents(of: actor.name, limit: 1)
      guard let last = recent.first else { throw nothing(isRedo) }
      guard let key = last.ticket, let (row, _) = try store.locate(.key(key)) else {
        throw EngineError(.notReversible("A change of a project or a workflow"))
      }
      guard let change = try change(on: row, isRedo: isRedo) else { throw nothing(isRedo) }
      return change
    }
  }

  private func change(on row: TicketRow, isRedo: Bool) throws(EngineError) -> Int64? {
    let standing = try standing(of: row)
    return isRedo ? standing.redoable : standing.undoable
  }
}
