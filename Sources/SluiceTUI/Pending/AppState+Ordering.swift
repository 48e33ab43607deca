import SluiceCore

extension AppState {
  /// Puts the changes among effects behind those that are under way, shows what they will make of the
  /// board, and sends the first of all if its turn has come.
  mutating func ordering(_ effects: [Effect]) -> [Effect] {
    var rest: [Effect] = []
    var place: Int?
    let former = board.focusedCard?.key
    for effect in effects {
      guard case .apply(let change, let purpose) = effect else {
        rest.append(effect)
        continue
      }
      place = place ?? rest.count
      order(change, purpose)
    }
    let sent = sendNext()
    rest.insert(contentsOf: sent, at: place ?? rest.count)
    // A file answers so soon that the ticket that has the focus now is read with the board.
    let isWaiting = link != nil && place != nil && board.focusedCard?.key != former
    return isWaiting ? rest + self.rest() : rest
  }

  private mutating func order(_ change: Change, _ purpose: Effect.ChangePurpose) {
    var form: TicketForm?
    if case .form(let open) = layers.last, purpose.closesForm { form = open }
    let added = pending.add(
      .make(change, purpose), isNext: purpose.goesOn, text: change.deed(in: board.ground?.workflow),
      form: form, at: now, restCount: restCount)
    guard let key = added.steps?.ticket else { return }
    noteDecision(added)
    remember(key)
    let former = currentKey
    reforecast()
    leadOn(after: added)
    // Its gate is not worked on any further once it has left for elsewhere.
    if case .gate = layers.last, currentKey != former { pop() }
    // What went on without the person does not take the focus along.
    guard added.isFollowed, !purpose.goesOn, triage == nil else { return }
    board.focusTicket(key)
    fitToSize()
  }

  /// Keeps what the engine last said of a ticket before a change of it is foretold.
  private mutating func remember(_ key: TicketKey) {
    guard pending.origins[key] == nil else { return }
    let detail = detail(of: key)
    let read = board.columns.lazy.compactMap { column in
      column.reading.cards.first { $0.key == key }
    }.max { $0.version < $1.version }
    let queued = triage?.queue.upcoming.first { $0.key == key }?.card
    guard let card = read ?? detail.flatMap({ Card($0, in: board.workflow) }) ?? queued else {
      return
    }
    var origin = Origin(card: card, detail: detail)
    origin.isListed =
      read != nil || queued != nil || (filter.words.isEmpty && verdict(on: card) == true)
    pending.origins[key] = origin
  }

  /// Sends the first change unless one is under way or the line is lost.
  ///
  /// Only one is under way at a time, so that the engine takes them in the order of the keys whatever
  /// becomes of each.
  mutating func sendNext() -> [Effect] {
    while let next = pending.next, canSend {
      switch next.order {
      case .make(let change, let purpose):
        pending.send()
        return [next.wasSent ? .applyAgain(change, purpose) : .apply(change, purpose)]
      // The change that it waits for has gone before it and told what it became.
      case .takeBackChange: _ = pending.takeFirst()
      case .takeBack(let direction):
        _ = pending.takeFirst()
        guard let effect = takingBack(direction) else { continue }
        guard case .apply(let change, let purpose) = effect else { return [effect] + sendNext() }
        pending.add(.make(change, purpose), isNext: true, at: now, restCount: next.restCount)
      }
    }
    return []
  }
}

extension Effect.ChangePurpose {
  /// Whether a form waits for the answer.
  var closesForm: Bool {
    switch self {
    case .closeForm, .created: true
    default: false
    }
  }

  /// Whether it goes on with what a key began, before anything that keys asked for since.
  fileprivate var goesOn: Bool {
    if case .walk(_, _, _, _?) = self { true } else { false }
  }
}
