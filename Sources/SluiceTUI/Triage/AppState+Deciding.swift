import SluiceCore

/// Decisions of triage on their way to the engine and back.
extension AppState {
  /// Keeps a change among the decisions and shows the next ticket if it leads on.
  mutating func noteDecision(_ pending: PendingChange) {
    guard let triage, let key = pending.steps?.ticket else { return }
    let isCurrent = triage.current?.key == key
    let before = isCurrent ? triage.current : nil
    guard let decision = Decision(pending, before: before, in: currentGround?.workflow) else {
      return
    }
    updateTriage { triage in
      triage.trail.append(decision)
      if let change = pending.steps?.changes.first { triage.remember(change) }
    }
  }

  /// Leaves the ticket behind whose decision leads on, once it is shown what will become of it.
  mutating func leadOn(after pending: PendingChange) {
    guard let triage, let decision = triage.trail.decisions.last, decision.leadsOn,
      decision.number == pending.number, triage.current?.key == decision.ticket
    else { return }
    if case .ticket(let page) = layers.last, page.key == decision.ticket { pop() }
    updateTriage { $0.advance() }
  }

  /// Keeps what the engine answered to a decision; a refused one is offered again.
  mutating func noteOutcome(
    _ result: Result<Receipt, EngineError>, of decided: PendingChange?
  ) {
    guard let decided, let triage,
      let place = triage.trail.decisions.lastIndex(where: { $0.number == decided.number })
    else { return }
    switch result {
    case .success(let receipt) where receipt.change == nil:
      updateTriage { $0.nothingWasMade(at: place) }
    case .success(let receipt):
      updateTriage { triage in
        triage.trail.update(at: place) { decision in
          decision.change = receipt.change
          if decision.state != .returning { decision.state = .done }
        }
      }
    case .failure(let error): refuse(at: place, error)
    }
  }

  private mutating func refuse(at place: Int, _ error: EngineError) {
    guard let triage else { return }
    let decision = triage.trail.decisions[place]
    guard decision.state != .returning else {
      return updateTriage { $0.nothingWasMade(at: place) }
    }
    if let reason = whyLeftOut(after: error) {
      updateTriage { triage in
        triage.trail.update(at: place) { $0.state = .refused(reason) }
      }
      return
    }
    updateTriage { triage in
      triage.trail.update(at: place) { $0.state = .refused(Self.sentence(error)) }
      guard triage.current?.key != decision.ticket, var entry = decision.before else { return }
      if let current = error.current { entry.renew(current) }
      triage.queue.bringBack(entry, asCurrent: false)
    }
  }

  /// Why a ticket that could not be changed is not to be decided about again; `nil` if it is.
  private func whyLeftOut(after error: EngineError) -> String? {
    if error.code == .notFound { return "was deleted meanwhile" }
    guard let current = error.current, current.binding == nil, let triage,
      !triage.queue.columns.contains(current.status)
    else { return nil }
    return "was moved to \(board.workflow.statusName(current.status)) meanwhile"
  }
}

extension Triage {
  /// A decision changed nothing: where it was to be taken back, that is done.
  fileprivate mutating func nothingWasMade(at place: Int) {
    let decision = trail.decisions[place]
    guard decision.state == .returning else {
      return trail.update(at: place) { $0.state = .done }
    }
    trail.remove(at: place)
    queue.update(decision.ticket) { $0.isReturning = false }
  }
}

extension TriageEntry {
  /// Takes the ticket as it is now; the page that was read of it before is read again.
  fileprivate mutating func renew(_ ticket: Ticket) {
    if card.bound == nil {
      card = Card(ticket, in: ticket.status, met: card.metRequirements, bound: nil)
    }
    detail = nil
    isAsked = false
  }
}
