import SluiceCore

/// The ticket that keys are about where none is open: the one that triage shows, else the focused one.
extension AppState {
  var currentCard: Card? {
    if let triage { return triage.current?.card }
    return board.focusedCard
  }

  var currentKey: TicketKey? { currentCard?.key }

  /// What the current ticket holds, if it is read.
  var currentDetail: TicketDetail? {
    if let triage { return triage.current?.detail }
    return board.focusedDetail
  }

  /// What decides about the current ticket; `nil` until it is known.
  var currentGround: Ground? {
    guard let triage else { return board.ground }
    return triage.current.flatMap { board.ground(of: $0.card, $0.detail) }
  }

  /// Asks for the current ticket to be read.
  func loadCurrent() -> [Effect] {
    currentKey.map { [.loadTicket($0)] } ?? []
  }
}
