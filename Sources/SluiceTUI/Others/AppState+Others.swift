import SluiceCore

/// What others do is marked where it happens, and told of the ticket that one looks at.
extension AppState {
  /// What differs on a board that is read anew.
  func changes(in new: Board) -> [Card] {
    zip(board.columns, new.columns).flatMap { changes(of: $0, in: $1.window) }
  }

  /// The same of one column.
  func changes(of column: ColumnState, in window: CardWindow) -> [Card] {
    column.changes(in: window, arrivals: !filter.whole.isOfTime)
  }

  /// Marks what others changed, and asks who did it where it is the ticket that has the focus, or had it.
  mutating func markForeign(_ cards: [Card], former: TicketKey?) -> [Effect] {
    let underWay = Set(pending.queue.flatMap(\.tickets))
    guard !isOwnUnknown, foreign.mark(cards.filter { !underWay.contains($0.key) }) else {
      return []
    }
    let asked = [board.focusedCard?.key, former].compactMap(\.self).first { foreign[$0] != nil }
    return [.fade(foreign.count)] + (asked.map { [.loadLatest($0)] } ?? [])
  }

  /// Whether a change is on its way from here of which nobody can tell yet what tickets it changes.
  private var isOwnUnknown: Bool {
    pending.queue.first.map { $0.phase != .waiting && $0.tickets.isEmpty } ?? false
  }

  mutating func fade(_ number: Int) -> [Effect] {
    foreign.fade(upTo: number)
    // On a wall nobody presses a key that would take it away.
    if let told = foreign.told, notice == Notice(kind: .information, text: news(told)) {
      notice = nil
    }
    return []
  }

  /// Takes what happened last to a ticket that is marked; it is said where no pane shows it.
  mutating func take(latest event: Event?, of key: TicketKey) -> [Effect] {
    guard let event, foreign[key] != nil else { return [] }
    foreign.told = event
    guard layers.isEmpty, notice == nil, !(showsTicketPane && board.focusedCard?.key == key) else {
      return []
    }
    say(news(event))
    return []
  }

  private var showsTicketPane: Bool {
    switch layout.shape {
    case .wide: true
    case .medium: board.drawer == .ticket
    case .narrow, .tooSmall: false
    }
  }

  /// Who did what to the ticket in focus, for the pane that shows it; `nil` if that is not known.
  func news(of card: Card) -> String? {
    foreign.told.flatMap { $0.ticket == card.key ? tale($0, of: "it") : nil }
  }

  /// The same with the ticket's name.
  private func news(_ event: Event) -> String {
    tale(event, of: event.ticket?.description ?? "it")
  }

  private func tale(_ event: Event, of name: String) -> String {
    let isHere = board.focusedCard?.key == event.ticket
    let deed = event.body.deed(of: name, isHere: isHere, in: board.workflow)
    return "\(event.authorText) \(deed), \(event.at.ago(at: now))"
  }
}

extension Event.Draft {
  /// What happened in a few words, to be read after the name of who did it.
  fileprivate func deed(of name: String, isHere: Bool, in workflow: Workflow) -> String {
    let what = subject ?? ""
    let of = name == "it" ? "" : " of \(name)"
    switch kind {
    case .ticketMoved, .ticketRemapped:
      return "moved \(name) " + (isHere ? "here" : "to \(to ?? "")")
    case .ticketCreated: return "made \(name)"
    case .ticketClaimed: return "claimed \(name) for \(to ?? "")"
    case .ticketReleased: return "released \(name)"
    case .ticketEdited: return "changed the \(what == "due" ? "due date" : what)\(of)"
    case .valueSet: return "changed \(workflow.field(what)?.name ?? what)\(of)"
    case .commented: return "commented on \(name)"
    default: return story(in: workflow) + (name == "it" ? "" : " (\(name))")
    }
  }
}

extension [Event] {
  /// What tells most of the last change, the newest event first: that it moved the ticket, where it did.
  var telling: Event? {
    guard let newest = first else { return nil }
    let together = prefix { $0.change == newest.change }
    return together.first { $0.body.kind == .ticketMoved } ?? newest
  }
}
