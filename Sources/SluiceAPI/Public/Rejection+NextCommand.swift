public import SluiceCore

extension Rejection {
  /// The command line that shows what a person needs to know in order to go on with the ticket; `nil` where
  /// the sentence says it all.
  public func nextCommand(for ticket: TicketKey) -> String? {
    switch self {
    case .noTransition(_, let to, _):
      "sluice ticket explain \(ticket) --to-status \(to.shellWord)"
    case .gatesUnmet, .unknownGate, .unknownItem, .nothingToAcknowledge, .gateElsewhere:
      "sluice ticket show \(ticket)"
    case .unknownStatus, .targetNeeded, .resolved, .notInProgress:
      "sluice ticket transitions \(ticket)"
    case .unknownField: "sluice work-item custom-fields \(ticket)"
    case .wipLimit(let status, _, _):
      "sluice ticket list --project \(ticket.project) --status \(status.shellWord)"
    case .assistantMissing: "sluice provider list"
    case .claimed: "sluice queue list --project \(ticket.project)"
    case .notForAgents: "sluice ticket update \(ticket) --target either"
    case .subTaskLeft(_, let subTask): "sluice ticket show \(subTask)"
    case .taskDeleted(_, let task): "sluice undo \(task)"
    case .nothingToUndo, .notYours, .touchedSince: "sluice ticket history \(ticket)"
    default: nil
    }
  }
}

extension EngineError {
  /// The command line that helps with a ticket that was not changed.
  public func nextCommand(for ticket: TicketKey) -> String? {
    if current != nil, rejection == nil { return "sluice ticket show \(ticket)" }
    return rejection?.nextCommand(for: ticket)
  }

  /// The command line that shows what there is instead of what is missing, or what a user of what was to be
  /// removed might be given; `nil` where the sentence says it all.
  public var nextCommand: String? {
    missing.flatMap { Self.lists[$0] }
      ?? users.first.map { "sluice project update \($0) --workflow-id none --dry-run" }
  }

  /// What shows the things of a kind that there are.
  private static let lists = [
    "project": "sluice project list", "workflow": "sluice workflow list",
    "ticket": "sluice ticket list", "provider": "sluice provider list",
    "organization": "sluice organization list", "session": "sluice login",
  ]
}
