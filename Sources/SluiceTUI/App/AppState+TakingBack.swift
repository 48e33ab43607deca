import SluiceCore

extension AppState {
  /// Takes back the last change made here, or makes again what was taken back last.
  ///
  /// While changes are under way it waits its turn: the last of them is what is meant.
  mutating func takeBack(_ direction: Past.Direction) -> [Effect] {
    guard pending.queue.isEmpty else {
      pending.add(.takeBack(direction), at: now, restCount: restCount)
      return []
    }
    return takingBack(direction).map { [$0] } ?? []
  }

  /// The change that takes back, or makes again, what is last now; `nil` if there is nothing.
  mutating func takingBack(_ direction: Past.Direction) -> Effect? {
    guard let deed = past.take(direction) else {
      notice = Notice(kind: .information, text: "There is nothing to make again.")
      return nil
    }
    return switch direction {
    case .undo: .apply(.undo(deed.subject), .takeBack(deed))
    case .redo: .apply(.redo(deed.subject), .makeAgain(deed))
    }
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
