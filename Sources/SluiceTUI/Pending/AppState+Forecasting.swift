import SluiceCore

extension AppState {
  /// Shows the board as it will be once the changes under way are made: what the engine said last, with
  /// them upon it.
  ///
  /// Nothing is ever taken off what is shown: a change that is refused is simply no longer among them.
  mutating func reforecast() {
    guard !pending.isIdle else { return }
    noteReadCards()
    var forecaster = Forecaster(pending.origins, on: readBoard, by: Actor(name: user))
    for change in pending.queue { forecaster.make(change) }
    for (key, forecast) in forecaster.forecasts { show(forecast.detail, of: key) }
    showInTriage(forecaster.forecasts)
    markCards()
    letGoOfSettled()
    forecaster.keep(only: pending.origins)
    show(forecaster)
    fitToSize()
  }

  private mutating func show(_ forecaster: Forecaster) {
    let filter = filter
    for index in board.columns.indices {
      board.columns[index].take(
        forecaster.patch(
          of: board.columns[index], project: board.project.key, filter: filter, filterContext))
    }
  }

  private mutating func noteReadCards() {
    let numbers = pending.numbers
    for column in board.columns {
      for card in column.reading.cards(numbered: numbers) {
        pending.origins[card.key]?.take(card)
      }
    }
  }

  private mutating func show(_ detail: TicketDetail?, of key: TicketKey) {
    guard let detail else { return }
    if board.detail?.state.ticket.key == key { board.detail = detail }
    updatePage(key) { $0.detail = detail }
  }

  private mutating func showInTriage(_ forecasts: [TicketKey: Forecast]) {
    guard triage != nil else { return }
    updateTriage { triage in
      for (key, forecast) in forecasts {
        triage.queue.update(key) { $0.take(forecast) }
        triage.queue.note(forecast.card, of: key)
      }
    }
  }

  private mutating func markCards() {
    pending.marks = [:]
    for change in pending.queue {
      for key in change.tickets {
        let isShown =
          change.number <= pending.lingering || pending.marks[key]?.isShown == true
        pending.marks[key] = PendingChanges.Mark(number: change.number, isShown: isShown)
      }
    }
  }

  /// Forgets tickets whose changes are decided and on the board that was read last.
  private mutating func letGoOfSettled() {
    for (key, origin) in pending.origins
    where pending.marks[key] == nil && origin.isKnown(at: board.sequence) {
      if origin.confirmed != nil { settle(key, origin) }
      pending.origins[key] = nil
    }
  }

  /// Puts what is known of a ticket among the cards read, for those of a column that is scrolled deep are
  /// read again only after the board.
  private mutating func settle(_ key: TicketKey, _ origin: Origin) {
    for index in board.columns.indices {
      let isHere = origin.isListed && origin.card?.status == board.columns[index].status
      board.columns[index].settle(key, isHere ? origin.card : nil, version: origin.version)
    }
  }
}

extension AppState {
  /// Notes with the tickets under way where a board that was just read counts them.
  mutating func noteCounts(of new: Board) {
    guard !pending.origins.isEmpty else { return }
    noteReadCards()
    let numbers = pending.numbers
    let listed = board.columns.flatMap { $0.reading.cards(numbered: numbers).map(\.key) }
    let filter = filter
    for (key, var origin) in pending.origins
    where key.project == new.project.key && origin.isKnown(at: new.sequence) {
      origin.counted = origin.card?.status
      let verdict = origin.card.flatMap(verdict(on:))
      origin.isListed = listed.contains(key) || (verdict == true && filter.words.isEmpty)
      pending.origins[key] = origin
    }
  }
}

extension PendingChanges {
  /// The numbers of the tickets under way.
  fileprivate var numbers: Set<Int> { Set(origins.keys.lazy.map(\.number)) }
}

extension ColumnState {
  /// Takes the card of a ticket as known: older ones go, and where the column is to be read again it comes
  /// to its place meanwhile.
  fileprivate mutating func settle(_ key: TicketKey, _ card: Card?, version: Int) {
    let isOutdated = isOutdated
    reread { reading in
      reading.cards.removeAll { $0.key == key && ($0.version < version || card == nil) }
      guard isOutdated, let card, reading.reaches(card.position),
        !reading.cards.contains(where: { $0.key == key })
      else { return }
      let place = reading.cards.firstIndex { card.position < $0.position }
      reading.cards.insert(card, at: place ?? reading.cards.count)
    }
  }
}

extension ColumnState.Reading {
  /// The cards with some numbers, which are few; all others are passed over without making copies of them.
  func cards(numbered numbers: Set<Int>) -> [Card] {
    cards.indices.compactMap { numbers.contains(cards[$0].key.number) ? cards[$0] : nil }
  }

  /// Whether a place lies among the cards read, not above or below them.
  fileprivate func reaches(_ position: CardPosition) -> Bool {
    (!hasEarlier || cards.first.map { $0.position < position } == true)
      && (!hasLater || cards.last.map { position < $0.position } == true)
  }
}
