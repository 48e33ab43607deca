import Drawing
import SluiceCore

extension AppState {
  mutating func askDeletion(of key: TicketKey) {
    let ticket = subjectDetail?.state.ticket
    let card = currentKey == key ? currentCard : nil
    // One of the two may have been read before the ticket's last change.
    let version = [ticket?.version, card?.version].compactMap { $0 }.max()
    push(
      .question(
        Question(
          ticket: key, title: ticket?.title ?? card?.title ?? "", version: version)))
  }

  mutating func handleQuestion(_ key: Key, _ question: Question) -> [Effect] {
    switch key {
    case .character("y"), .character("Y"):
      pop()
      return [
        .apply(
          .changeTicket(
            .key(question.ticket), .delete, expecting: Expectation(version: question.version)),
          .deleted(question.ticket))
      ]
    case .character("n"), .character("N"), .character("q"), .escape, .control("c"): pop()
    default: break
    }
    return []
  }

  /// Leaves the page of a ticket that is no more because it was deleted there.
  mutating func leaveDeleted(_ key: TicketKey) {
    if case .ticket(let page) = layers.last, page.key == key { pop() }
    say("\(key) deleted; \(keymap.shown(.undo)) brings it back")
  }
}

extension CommandID {
  /// Whether it does something with a ticket, which must be there.
  var needsTicket: Bool {
    switch self {
    case .moveToNumber, .carryBack, .carryOn, .previewMove, .focusGate, .toggleRequirement,
      .fillRequirement, .clearRequirement, .changeItem, .editTicket, .editDescription, .comment,
      .assign, .labels, .unlabel, .due, .priority, .priorityUrgent, .priorityHigh, .priorityMedium,
      .priorityLow, .deleteTicket, .openTicket, .custom, .assignAgain, .labelAgain:
      true
    default: false
    }
  }
}
