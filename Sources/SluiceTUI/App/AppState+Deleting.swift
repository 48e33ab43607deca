import Drawing
import SluiceCore

extension AppState {
  mutating func askDeletion(of key: TicketKey) {
    let ticket = subjectDetail?.state.ticket
    let card = currentKey == key ? currentCard : nil
    // One of the two may have been read before the ticket's last change.
    let version = [ticket?.version, card?.version].compactMap { $0 }.max()
    push(
      .question(.deletion(of: key, title: ticket?.title ?? card?.title ?? "", version: version)))
  }

  mutating func handleQuestion(_ key: Key, _ question: Question) -> [Effect] {
    switch key {
    case .character("y"), .character("Y"):
      pop()
      return answerYes(to: question)
    case .character("n"), .character("N"), .character("q"), .escape, .control("c"): pop()
    default: break
    }
    return []
  }

  private func answerYes(to question: Question) -> [Effect] {
    switch question {
    case .deletion(let key, _, let version):
      [
        .apply(
          .changeTicket(.key(key), .delete, expecting: Expectation(version: version)),
          .deleted(key))
      ]
    case .takingBack(let deed): takeBack(deed)
    }
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
