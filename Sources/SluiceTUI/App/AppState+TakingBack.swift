import SluiceCore

extension AppState {
  /// Takes back the last change made here, or makes again what was taken back last.
  ///
  /// While changes are under way it waits: the last of them is what is meant.
  mutating func takeBack(_ direction: Past.Direction) -> [Effect] {
    guard !past.isUnderWay else {
      past.waiting.append(direction)
      return []
    }
    guard let deed = past.take(direction) else {
      notice = Notice(kind: .information, text: "There is nothing to make again.")
      return []
    }
    return switch direction {
    case .undo: [.apply(.undo(deed.subject), .takeBack(deed))]
    case .redo: [.apply(.redo(deed.subject), .makeAgain(deed))]
    }
  }

  /// Remembers what the changes do that have just been asked for.
  mutating func noteChanges(in effects: [Effect]) {
    for case .apply(let change, _) in effects {
      past.send(change.deed(in: board.ground?.workflow))
    }
  }

  mutating func tookBack(_ deed: Deed, _ receipt: Receipt, _ ending: String) {
    let tickets = receipt.tickets
    let name = tickets.count == 1 ? tickets[0].description : "\(tickets.count) tickets"
    say("\(name): \(deed.text ?? "last change") \(ending)", warnings: receipt.warnings)
    guard case .ticket(let ticket) = receipt.subject else { return }
    leaveGate(unlessOf: ticket)
    guard ticket.key.project == board.project.key, ticket.status != .nowhere else { return }
    wanted = ticket
  }

  /// Keys go on working through a gate only if it is the same as before.
  private mutating func leaveGate(unlessOf ticket: Ticket) {
    guard case .gate = layers.last else { return }
    if ticket.key != board.focusedCard?.key || ticket.status != board.ground?.status { pop() }
  }
}
