import SluiceCore

/// What the engine last said of a ticket that changes under way are about.
struct Origin: Equatable {
  /// Its card; `nil` if it is deleted.
  var card: Card?
  /// Its page, if that was read.
  var detail: TicketDetail?
  /// The version that this is.
  var version: Int
  /// The column in whose count it is; `nil` if in none.
  var counted: Status.ID?
  /// Whether it is among those that the filter let through when they were counted.
  var isListed = false
  /// The place in history of the last change that was confirmed; a board of an earlier one lacks it.
  var confirmed: Int64?

  /// A ticket as its card and its page tell.
  init(card: Card?, detail: TicketDetail?) {
    self.card = card
    self.detail = detail
    version = max(card?.version ?? 0, detail?.state.ticket.version ?? 0)
    counted = card?.status
  }

  /// Takes a card that was read, unless it is older than what is known.
  mutating func take(_ read: Card) {
    guard read.version >= version else { return }
    card = read
    version = read.version
  }

  /// Takes a page that was read; `false` if it is older than what is known.
  mutating func take(_ read: TicketDetail, in workflow: Workflow) -> Bool {
    guard read.state.ticket.version >= version else { return false }
    detail = read
    version = read.state.ticket.version
    card = Card(read, in: workflow)
    return true
  }

  /// Whether a board that is true up to that place in history has all that is known here.
  func isKnown(at sequence: Int64) -> Bool {
    confirmed.map { $0 <= sequence } ?? true
  }
}

extension Card {
  /// The card of a ticket that is read, on the board of a workflow; `nil` for one that is deleted.
  init?(_ detail: TicketDetail, in workflow: Workflow) {
    let ticket = detail.state.ticket
    guard ticket.status != .nowhere else { return nil }
    let own = ticket.binding == nil ? workflow : detail.workflow
    var place: BoundPlace?
    var column = ticket.status
    if ticket.binding != nil, let status = own.status(ticket.status) {
      place = BoundPlace(
        workflow: own.name, status: status.name,
        requirements: own.gateAhead(of: status.id)?.requirementCount ?? 0)
      column = workflow.column(for: status, in: own)
    }
    self.init(ticket, in: column, met: own.metCount(of: detail.state), bound: place)
  }

  /// The card of a ticket in a column.
  init(_ ticket: Ticket, in column: Status.ID, met: Int, bound: BoundPlace?) {
    self.init(
      key: ticket.key, status: column, title: ticket.title, priority: ticket.priority,
      assignee: ticket.assignee, labels: ticket.labels, due: ticket.due,
      enteredAt: ticket.enteredAt, metRequirements: met, version: ticket.version,
      agent: ticket.agent, bound: bound)
  }
}
