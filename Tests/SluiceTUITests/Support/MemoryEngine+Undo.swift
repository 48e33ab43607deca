import SluiceCore

/// Taking back and making again, by the rules, on one ticket at a time.
extension MemoryEngine.Store {
  mutating func reverse(
    _ subject: UndoSubject, isRedo: Bool, by actor: Actor
  ) throws(EngineError) -> Receipt {
    let nothing = EngineError(.nothingToUndo(isRedo: isRedo))
    guard let key = ticket(meant: subject, by: actor), let state = tickets[key] else {
      throw nothing
    }
    let standing = standing(of: key)
    let possible = isRedo ? standing.redoable : standing.undoable
    var meant = possible
    if case .change(let number) = subject { meant = number }
    guard let meant else { throw nothing }
    let part = (events[key] ?? []).filter { $0.change == meant }
    guard let author = part.first?.author else { throw nothing }
    guard actor.answers(for: author) else {
      throw EngineError(.notYours(ticket: key, author: author.shownName))
    }
    guard possible == meant else { throw EngineError(.touchedSince(ticket: key)) }
    return try reverse(part, of: meant, on: state, isRedo: isRedo, by: actor)
  }

  private mutating func reverse(
    _ part: [Event], of change: Int64, on state: TicketState, isRedo: Bool, by actor: Actor
  ) throws(EngineError) -> Receipt {
    let counts = occupancy(in: state.ticket.key.project)
    do {
      let outcome = try state.reversing(
        part, of: change, isRedo: isRedo, in: workflow(of: state.ticket),
        Circumstances(
          by: actor, at: Sample.now, hasAssistant: false, occupancy: { counts[$0] ?? 0 }))
      return keep(outcome, by: actor)
    } catch {
      throw EngineError(error)
    }
  }

  private func ticket(meant subject: UndoSubject, by actor: Actor) -> TicketKey? {
    let all = events.values.joined()
    return switch subject {
    case .ticket(.key(let key)): key
    case .ticket: nil
    case .change(let number): all.first { $0.change == number }?.ticket
    case .mine:
      all.filter { $0.actor == actor.name }.max { $0.sequence < $1.sequence }?.ticket
    }
  }

  private func standing(of key: TicketKey) -> (undoable: Int64?, redoable: Int64?) {
    var redoable: Int64?
    var before = Int64.max
    for event in (events[key] ?? []).reversed() where event.sequence < before {
      switch (event.body.kind, event.body.trace) {
      case (.changeUndone, .change(let change)?):
        if before == .max { redoable = change }
        before = change
      case (.changeRedone, .change(let change)?): return (change, redoable)
      default: return (event.change, redoable)
      }
    }
    return (nil, redoable)
  }
}
