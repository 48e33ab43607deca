import SluiceCore

extension AppState {
  /// Takes what the engine answered to a change as what it says of the ticket, so that the card stays where
  /// it is now known to be until a board that has the change is read.
  mutating func confirm(_ receipt: Receipt, of decided: PendingChange?) {
    var ticket: Ticket?
    if case .ticket(let changed) = receipt.subject { ticket = changed }
    guard let key = ticket?.key ?? decided?.steps?.ticket else { return }
    guard var origin = pending.origins[key] ?? decided?.origin(of: ticket) else { return }
    var forecaster = Forecaster([key: origin], on: readBoard, by: Actor(name: user))
    if let decided { forecaster.make(decided, onlyFirst: true) }
    let forecast = forecaster.forecasts[key] ?? Forecast()
    origin.confirm(ticket, forecast, at: receipt.sequence, in: board.workflow)
    pending.origins[key] = origin
  }

  /// What was read of the board that decides about moves.
  var readBoard: Ground.Board {
    Ground.Board(
      workflow: board.workflow, totals: board.columns.map(\.reading.total),
      hasAssistant: board.hasAssistant)
  }
}

extension PendingChange {
  /// A ticket that the change made, of which nothing was known before.
  fileprivate func origin(of ticket: Ticket?) -> Origin? {
    guard ticket != nil, case .make(.createTicket, _) = order else { return nil }
    return Origin(card: nil, detail: nil)
  }
}

extension Origin {
  /// Takes what the engine made of the ticket; what a receipt does not tell is as it was foretold.
  fileprivate mutating func confirm(
    _ ticket: Ticket?, _ forecast: Forecast, at sequence: Int64, in workflow: Workflow
  ) {
    confirmed = sequence
    detail = forecast.detail ?? detail
    guard let ticket else {
      card = forecast.card
      version = max(version, card?.version ?? version + 1)
      return
    }
    // Others may have changed it since, and that was read already.
    guard ticket.version >= version else { return }
    version = ticket.version
    guard ticket.status != .nowhere else {
      card = nil
      return
    }
    if detail != nil, detail?.state.ticket.key == ticket.key {
      detail?.state.ticket = ticket
      card = detail.flatMap { Card($0, in: workflow) }
    } else {
      let foretold = forecast.card
      card = Card(
        ticket, in: foretold?.bound == nil ? ticket.status : foretold?.status ?? ticket.status,
        met: foretold?.metRequirements ?? 0, bound: foretold?.bound)
    }
  }
}
