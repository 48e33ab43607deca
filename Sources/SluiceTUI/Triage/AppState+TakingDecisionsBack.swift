import SluiceCore

extension AppState {
  /// Takes the last decision back and shows its ticket again.
  mutating func takeBackDecision() -> [Effect] {
    guard let place = triage?.trail.lastStanding else {
      notice = Notice(kind: .information, text: "Nothing was decided here that can be taken back.")
      return []
    }
    return takeBackDecision(at: place)
  }

  /// Takes one of the decisions back, the last one or another, and shows its ticket again.
  mutating func takeBackDecision(at place: Int) -> [Effect] {
    guard let triage, triage.trail.decisions.indices.contains(place) else { return [] }
    let decision = triage.trail.decisions[place]
    if case .gate = layers.last { pop() }
    let before = decision.before ?? triage.trail.entry(of: decision.ticket, before: place)
    let isUnmade = decision.change == nil && decision.state == .done
    updateTriage { triage in
      // What changed nothing is merely forgotten.
      if isUnmade {
        triage.trail.remove(at: place)
      } else {
        triage.trail.update(at: place) { $0.state = .returning }
      }
      guard triage.trail.isLast(place, of: decision.ticket),
        triage.current?.key != decision.ticket || !isUnmade
      else { return }
      triage.show(before, isReturning: !isUnmade)
    }
    if isUnmade { return [] }
    guard let change = decision.change else {
      if let number = decision.number {
        pending.add(.takeBackChange(number), at: now, restCount: restCount)
      }
      return []
    }
    let deed = Deed(subject: .change(change), text: decision.text)
    return [.apply(.undo(deed.subject), .takeBack(deed))]
  }

  /// Keeps what became of a decision that was to be taken back, whoever asked for that.
  mutating func noteTakenBack(_ deed: Deed, _ result: Result<Receipt, EngineError>) {
    guard case .change(let number) = deed.subject, let triage,
      let place = triage.trail.place(ofChange: number)
    else { return }
    let key = triage.trail.decisions[place].ticket
    let workflow = board.workflow
    updateTriage { triage in
      triage.queue.update(key) { $0.isReturning = false }
      switch result {
      case .success(let receipt):
        triage.trail.remove(at: place)
        guard case .ticket(let ticket) = receipt.subject else { return }
        triage.queue.update(key) { $0.take(ticket, in: workflow) }
      case .failure(let error):
        let isFinal = error.rejection != nil || error.code == .conflict || error.code == .notFound
        triage.trail.update(at: place) { decision in
          decision.state =
            isFinal ? .refused("cannot be taken back: " + Self.sentence(error)) : .done
        }
        triage.queue.update(key) { $0.forget() }
      }
    }
  }

  /// Lists the decisions, the newest first, for one of them to be taken back.
  mutating func showDecisions() -> [Effect] {
    let decisions = triage?.trail.decisions ?? []
    guard !decisions.isEmpty else {
      notice = Notice(kind: .information, text: "Nothing was decided yet.")
      return []
    }
    let items = decisions.reversed().map { decision in
      Picker.Item(
        value: String(decision.id), text: "\(decision.ticket) \(decision.told)",
        detail: decision.stands || decision.state == .returning ? "" : "stays")
    }
    push(.picker(Picker(.decision, "Take back a decision", items: items)))
    return []
  }

  mutating func takeBackDecision(chosen value: String) -> [Effect] {
    guard let id = Int(value), let triage, let place = triage.trail.place(of: id) else {
      return []
    }
    let decision = triage.trail.decisions[place]
    switch decision.state {
    case .refused(let reason):
      notice = Notice(kind: .information, text: "\(decision.ticket): \(reason)")
    case .returning:
      notice = Notice(kind: .information, text: "\(decision.ticket) is being taken back already.")
    case .underWay where place != triage.trail.lastStanding:
      notice = Notice(
        kind: .information,
        text: "\(decision.ticket) is still being saved; take it back once it is.")
    case .done where decision.kind == .absence:
      notice = Notice(kind: .information, text: "\(decision.ticket) \(decision.text).")
    case .underWay, .done: return takeBackDecision(at: place)
    }
    return []
  }
}

extension Triage {
  /// Shows a ticket as it was before a decision.
  fileprivate mutating func show(_ before: TriageEntry?, isReturning: Bool) {
    guard var entry = before else { return }
    entry.isReturning = isReturning
    entry.isAsked = false
    queue.bringBack(entry, asCurrent: true)
    top = 0
  }
}

extension Trail {
  /// Whether no later decision about the ticket stands.
  fileprivate func isLast(_ place: Int, of key: TicketKey) -> Bool {
    !decisions.dropFirst(place + 1).contains { $0.ticket == key && $0.stands }
  }

  /// A ticket as it was before the first of the decisions that are known of it.
  fileprivate func entry(of key: TicketKey, before place: Int) -> TriageEntry? {
    decisions.prefix(place).last { $0.ticket == key && $0.before != nil }?.before
  }
}

extension TriageEntry {
  /// Takes what a receipt says of the ticket; its page is read again, for ticks come back with it.
  fileprivate mutating func take(_ ticket: Ticket, in workflow: Workflow) {
    guard ticket.status != .nowhere else { return }
    detail?.state.ticket = ticket
    if let detail, let new = Card(detail, in: workflow) {
      card = new
    } else if card.bound == nil {
      card = Card(ticket, in: ticket.status, met: card.metRequirements, bound: nil)
    }
    (isAsked, isOutdated) = (false, true)
  }

  /// Has the page read again.
  fileprivate mutating func forget() {
    detail = nil
    isAsked = false
  }
}
