extension TicketState {
  /// The ticket as history says that it was after its first events; `nil` before it was made.
  ///
  /// `events` are all events of the ticket from its making on, oldest first, up to the moment asked for.
  /// One that is deleted is in the status of number 0. Source: rule 8.
  public init?(rebuilding events: [Event]) {
    guard var history = TicketHistory(events) else { return nil }
    history.run()
    self = history.state
  }
}

/// A ticket on its way through its own history.
private struct TicketHistory {
  private(set) var state: TicketState
  /// The workflow that the ticket is checked against; `nil` if history does not tell.
  private var workflow: Workflow.ID?
  /// What was confirmed under other workflows, and is kept for when the ticket comes back to them.
  private var kept: [Workflow.ID: GateProgress] = [:]
  private let changes: [[Event]]
  private let parts: [Int64: [Event]]

  init?(_ events: [Event]) {
    guard let first = events.first, case .made(let ticket, let followed, _)? = first.body.trace
    else {
      return nil
    }
    state = TicketState(ticket: ticket)
    workflow = ticket.binding?.workflow ?? followed
    changes = Self.changes(events)
    parts = Dictionary(changes.map { ($0[0].change, $0) }) { first, _ in first }
  }

  private static func changes(_ events: [Event]) -> [[Event]] {
    var changes: [[Event]] = []
    for event in events {
      if changes.last?.first?.change == event.change {
        changes[changes.count - 1].append(event)
      } else {
        changes.append([event])
      }
    }
    return changes
  }

  mutating func run() {
    for change in changes.dropFirst() {
      var updated = change[0].at
      for event in change {
        apply(event)
        if case .updated(let time)? = event.body.trace { updated = time }
      }
      state.ticket.version += 1
      state.ticket.updatedAt = updated
    }
  }

  private mutating func apply(_ event: Event) {
    switch (event.body.kind, event.body.trace) {
    case (.changeUndone, .change(let change)?):
      for former in (parts[change] ?? []).reversed() { state.takeBack(former) }
    case (.changeRedone, .change(let change)?):
      for former in parts[change] ?? [] { state.replay(former) }
    case (.ticketRemapped, .step(let step)?):
      state.replay(event)
      if let workflow = step.workflow { enter(workflow) }
    default: state.replay(event)
    }
  }

  /// Marks and values are kept per ticket and workflow.
  ///
  /// Where history does not tell the former one, as earlier versions did not, it is taken for the same.
  private mutating func enter(_ next: Workflow.ID) {
    if let workflow, workflow != next {
      kept[workflow] = state.progress
      state.progress = kept.removeValue(forKey: next) ?? GateProgress()
    }
    workflow = next
  }
}
