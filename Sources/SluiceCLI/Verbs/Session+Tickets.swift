import SluiceCore

extension Session {
  /// The ticket that the first operand names, with all that its page shows.
  func detail() throws(Failure) -> TicketDetail {
    try ticket(try ticketReference(invocation.operands[0]), in: try engine())
  }

  /// A ticket with all that its page shows; of one that is not there, why it is not.
  func ticket(
    _ reference: TicketReference, in engine: any Engine
  ) throws(Failure) -> TicketDetail {
    do {
      return try engine.ticket(reference)
    } catch {
      throw absence(of: reference, error, in: engine)
    }
  }

  /// A page of a ticket's history, also of one that was deleted.
  func history(
    of reference: TicketReference, _ request: PageRequest, in engine: any Engine
  ) throws(Failure) -> Page<Event> {
    do {
      return try engine.history(of: reference, request)
    } catch {
      throw absence(of: reference, error, in: engine)
    }
  }

  /// What to say of a ticket that the engine does not find: history knows those that were deleted.
  func absence(
    of reference: TicketReference, _ error: EngineError, in engine: any Engine
  ) -> Failure {
    var failure = Failure(error)
    guard error.code == .notFound, error.missing == "ticket" else { return failure }
    if case .key(let key) = reference {
      let isKnown = (try? engine.project(.key(key.project))) != nil
      failure.nextCommand =
        isKnown ? "sluice ticket list --project \(key.project)" : "sluice project list"
    }
    guard let last = try? engine.history(of: reference, PageRequest(limit: 1)).items.first,
      let key = last.ticket
    else { return failure }
    failure = Failure(
      exit: .notFound, code: failure.code,
      message: "\(key) was deleted by \(last.actor), \(last.at).")
    failure.details = [
      "deleted": .bool(true), "deleted_by": .string(last.actor),
      "deleted_at": .string(last.at.description),
    ]
    // That it is not there may come of a deletion, or of taking back that it was made.
    let isUndone = last.body.kind == .changeUndone
    do {
      let subject = UndoSubject.ticket(reference)
      _ = try engine.preview(isUndone ? .redo(subject) : .undo(subject), by: actor)
      failure.nextStep = "It can be brought back."
      failure.nextCommand = "sluice \(isUndone ? "redo" : "undo") \(key)"
    } catch {
      failure.nextStep = error.message
      failure.nextCommand = "sluice ticket history \(key)"
    }
    return failure
  }
}
