import SluiceCore

extension AppState {
  /// Takes back the last change made here, or makes again what was taken back last; before anything is
  /// taken back that was not made here, it is looked up and asked about.
  ///
  /// While changes are under way it waits its turn: the last of them is what is meant.
  mutating func takeBack(_ direction: Past.Direction) -> [Effect] {
    guard pending.queue.isEmpty else {
      pending.add(.takeBack(direction), at: now, restCount: restCount)
      return []
    }
    return takingBack(direction).map { [$0] } ?? []
  }

  /// What takes back, or makes again, what is last now; `nil` if there is nothing.
  mutating func takingBack(_ direction: Past.Direction) -> Effect? {
    guard let deed = past.take(direction) else {
      if direction == .undo { return .loadEarlierDeed }
      notice = Notice(kind: .information, text: "There is nothing to make again.")
      return nil
    }
    return switch direction {
    case .undo: .apply(.undo(deed.subject), .takeBack(deed))
    case .redo: .apply(.redo(deed.subject), .makeAgain(deed))
    }
  }

  /// Asks whether a change is meant that was not made here; if the person has gone on meanwhile, it is only told.
  mutating func take(earlier result: Result<EarlierDeed, EngineError>) -> [Effect] {
    switch result {
    case .failure(let error): fail(error)
    case .success(let deed) where context == nil || context == .move:
      guard layers.last != .question(.takingBack(deed)) else { break }
      say("\(keymap.shown(.undo)) would take back an earlier change: \(deed.subject)")
    case .success(let deed): push(.question(.takingBack(deed)))
    }
    return []
  }

  /// The workflow that names the items of what a change did, where it is the board's.
  func workflow(of deed: EarlierDeed) -> Workflow? {
    deed.tickets[0].project == board.project.key ? board.workflow : nil
  }

  /// Takes back what was asked about, and nothing else.
  func takeBack(_ earlier: EarlierDeed) -> [Effect] {
    let deed = Deed(
      subject: .change(earlier.change), text: earlier.text(in: workflow(of: earlier)))
    return [.apply(.undo(deed.subject), .takeBack(deed))]
  }

  mutating func tookBack(_ deed: Deed, _ receipt: Receipt, _ ending: String) {
    let tickets = receipt.tickets
    let name = tickets.count == 1 ? tickets[0].description : "\(tickets.count) tickets"
    say("\(name): \(deed.text ?? "last change") \(ending)", warnings: receipt.warnings)
    guard case .ticket(let ticket) = receipt.subject else { return }
    leaveGate(unlessOf: ticket)
    guard triage == nil, ticket.key.project == board.project.key, ticket.status != .nowhere else {
      return
    }
    wanted = ticket
  }

  /// Keys go on working through a gate only if it is the same as before.
  private mutating func leaveGate(unlessOf ticket: Ticket) {
    guard case .gate = layers.last else { return }
    if ticket.key != currentKey || ticket.status != currentGround?.status { pop() }
  }
}
