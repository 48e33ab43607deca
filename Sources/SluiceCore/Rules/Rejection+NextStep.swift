extension Rejection {
  /// The next step that would help, as a sentence.
  public var nextStep: String {
    switch self {
    case .unknownStatus(let name, let known):
      choice(of: name, among: known)
    case .noTransition(let from, _, let allowed):
      allowed.isEmpty
        ? "Nothing leads out of \(from)." : "From \(from) you can go to \(listed(allowed))."
    case .gatesUnmet(_, _, let gates):
      "Still to do: " + gates.flatMap(\.texts).joined(separator: "; ") + "."
    case .wipLimit(let status, _, _):
      "Move a ticket out of \(status) first."
    case .unknownGate(let key, let known), .unknownItem(_, let key, let known),
      .unknownField(let key, let known):
      choice(of: key, among: known)
    case .nothingToAcknowledge:
      "Tick its items or give its fields instead."
    case .invalidValue:
      "Correct the value and try again; nothing was changed."
    case .gateElsewhere(_, let from, _):
      "Bring the ticket into stage \(from) first, or progress the gate of its own stage."
    case .targetNeeded(_, let candidates):
      "Repeat it with one of \(listed(candidates)); nothing was changed."
    case .assistantMissing:
      "Add an assistant provider, or activate one: sluice provider create."
    default: nextStepOfClaimOrUndo
    }
  }

  private var nextStepOfClaimOrUndo: String {
    switch self {
    case .claimed(let ticket, let holder):
      "Take another ticket, or have \(holder) release \(ticket)."
    case .notForAgents:
      "Set its target to either or agent first, if an agent should do it."
    case .resolved:
      "Move it back to where work goes on first."
    case .notInProgress(_, let known):
      known.isEmpty
        ? "Give the workflow a status of category in_progress." : "Name one of \(listed(known))."
    case .workflowFixed:
      "Make a new ticket with that workflow, or leave the workflow out."
    case .nothingToUndo(let isRedo, .some):
      "Name the ticket: sluice \(isRedo ? "redo" : "undo") KEY."
    case .nothingToUndo:
      "History shows what has happened."
    case .notYours(_, let author):
      "Ask \(author), or change it as you want it to be."
    case .touchedSince(let ticket):
      "Look at the history of \(ticket), and change it as you want it to be."
    case .statusGone(_, let status, _):
      "Give the workflow a status \(status) first."
    case .subTaskLeft(_, let subTask):
      "Delete \(subTask) first."
    case .taskDeleted(_, let task):
      "Bring \(task) back first."
    case .reversalReversed(let isRedo):
      isRedo
        ? "Take back what was made again: sluice undo."
        : "Make again what was taken back: sluice redo."
    case .notReversible:
      "Change it as you want it to be."
    default: ""
    }
  }
}

/// What to name instead of a name that is not known.
private func choice(of name: String, among known: [String]) -> String {
  if let near = nearest(to: name, among: known) { return "Did you mean “\(near)”?" }
  return known.isEmpty ? "There is none to name." : "Name one of them."
}
