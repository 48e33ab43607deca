import SluiceCore

/// Tells of moves whether they were checked against a workflow.
///
/// Source: rule 5. A bound ticket is checked against the workflow that it is bound to; any other one against
/// what its project followed at that moment, which the ticket's own history tells.
struct AuditedWorkflow {
  /// From when on a ticket was checked against a workflow.
  struct Turn {
    /// The place in history.
    let sequence: Int64
    let workflow: Workflow.ID

    init(since sequence: Int64, _ workflow: Workflow.ID) {
      self.sequence = sequence
      self.workflow = workflow
    }

    /// The turn that an event brings; `nil` if it is none, or from a time when history did not tell.
    init?(_ event: Event) {
      switch event.body.trace {
      case .made(let ticket, let followed, _):
        guard let workflow = ticket.binding?.workflow ?? followed else { return nil }
        self.init(since: event.sequence, workflow)
      case .step(let step):
        guard event.body.kind == .ticketRemapped, let workflow = step.workflow else { return nil }
        self.init(since: event.sequence, workflow)
      default: return nil
      }
    }
  }

  private let workflow: Workflow.ID
  /// The turns of tickets that were met, newest first.
  private var turns: [TicketKey: [Turn]] = [:]

  init(_ workflow: Workflow.ID) {
    self.workflow = workflow
  }

  /// Whether an event that is judged was checked against the workflow; `lookup` finds the turns of a ticket,
  /// newest first.
  mutating func judged<Failure: Error>(
    _ event: Event, _ lookup: (TicketKey) throws(Failure) -> [Turn]
  ) throws(Failure) -> Bool {
    guard MoveAudit.judges(event), let ticket = event.ticket else { return false }
    if turns[ticket] == nil { turns[ticket] = try lookup(ticket) }
    return turns[ticket]?.first { $0.sequence <= event.sequence }?.workflow == workflow
  }
}
