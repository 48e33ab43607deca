import SluiceCore

/// What decides about a ticket's next steps: the workflow that it is checked against, its place there, and
/// what the rules need to know besides.
struct Ground: Equatable {
  let workflow: Workflow
  let status: Status.ID
  /// What has been confirmed; `nil` until it is read.
  let progress: GateProgress?
  /// How many requirements of the gate ahead the card says are met.
  let met: Int
  /// How many tickets each status of the workflow holds, in its order.
  let totals: [Int]
  let hasAssistant: Bool

  /// What a board says of all its tickets.
  struct Board {
    let workflow: Workflow
    /// How many tickets each status holds, in the workflow's order.
    var totals: [Int]
    let hasAssistant: Bool
  }

  var statusName: String { workflow.statusName(status) }

  /// The gate that the ticket meets next.
  var gateAhead: Gate? { workflow.gateAhead(of: status) }

  /// The status so many places further on in the workflow's order.
  func neighbour(_ distance: Int) -> Status? {
    guard let here = workflow.statuses.firstIndex(where: { $0.id == status }) else { return nil }
    let place = here + distance
    return workflow.statuses.indices.contains(place) ? workflow.statuses[place] : nil
  }
}

extension Ground {
  /// What decides about a ticket that follows the board's workflow, as far as its card tells.
  init(of card: Card, on board: Board, progress: GateProgress? = nil) {
    self.init(
      workflow: board.workflow, status: card.status, progress: progress, met: card.metRequirements,
      totals: board.totals, hasAssistant: board.hasAssistant)
  }
}

extension BoardState {
  /// What decides about the focused ticket.
  ///
  /// A card of a bound ticket does not say what it is bound to: there is nothing to decide by until the
  /// ticket is read, nor while what was read tells of another status than the card.
  var ground: Ground? {
    focusedCard.flatMap { ground(of: $0, focusedDetail) }
  }

  /// What decides about the ticket of a card, given its page once that is read.
  func ground(of card: Card, _ detail: TicketDetail?) -> Ground? {
    guard let place = card.bound else {
      let board = Ground.Board(
        workflow: workflow, totals: columns.map(\.total), hasAssistant: hasAssistant)
      return Ground(of: card, on: board, progress: detail?.state.progress)
    }
    guard let detail, detail.state.ticket.binding != nil else { return nil }
    let ground = ground(of: detail)
    return ground.statusName == place.status ? ground : nil
  }

  /// What decides about a ticket that is read.
  func ground(of detail: TicketDetail) -> Ground {
    let isBound = detail.state.ticket.binding != nil
    return Ground(
      workflow: isBound ? detail.workflow : workflow, status: detail.state.ticket.status,
      progress: detail.state.progress, met: 0,
      totals: isBound
        ? detail.workflow.statuses.map { detail.occupancy[$0.id] ?? 0 } : columns.map(\.total),
      hasAssistant: isBound ? detail.hasAssistant : hasAssistant)
  }

  /// Where the focused ticket can go, as far as it is known.
  var moveOptions: [MoveOption] { ground?.moveOptions ?? [] }
}
