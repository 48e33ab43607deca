extension Rejection {
  /// One sentence for a person: what was refused and why.
  public var message: String {
    switch self {
    case .unknownStatus(let name, let known):
      "“\(name)” is not a status of this workflow; it has \(listed(known))."
    case .noTransition(let from, let to, _):
      "\(from) has no transition to \(to), and the workflow is strict."
    case .gatesUnmet(let from, let to, let gates):
      "\(from) → \(to) waits for " + gates.map(\.sentence).joined(separator: "; ") + "."
    case .wipLimit(let status, let limit, let count):
      "\(status) holds \(count) of at most \(limit) tickets, and the workflow is strict."
    case .unknownGate(let key, let known):
      "“\(key)” is not a gate of this workflow; it has \(listed(known))."
    case .unknownItem(let gate, let key, let known):
      "Gate “\(gate)” has no item “\(key)”; it has \(listed(known))."
    case .nothingToAcknowledge(let gate):
      "Gate “\(gate)” has no text to accept."
    case .unknownField(let key, let known):
      "“\(key)” is not a field of this workflow; it has \(listed(known))."
    case .invalidValue(_, let message):
      message
    case .gateElsewhere(let gate, let from, let current):
      "Gate “\(gate)” leads out of stage \(from), and the ticket is in stage \(current)."
    case .targetNeeded(let gate, let candidates):
      "Behind gate “\(gate)” lie \(listed(candidates)); name the one to go to."
    case .assistantMissing(let stage):
      "Stage \(stage) is completed by an assistant, and none is configured and active."
    default: messageOfClaimOrUndo
    }
  }

  private var messageOfClaimOrUndo: String {
    switch self {
    case .claimed(let ticket, let holder):
      "\(ticket) is claimed by \(holder)."
    case .notForAgents:
      "The ticket is meant to be done by a person; no agent may claim it."
    case .resolved(let status):
      "The ticket is in \(status), where work is over; there is nothing to claim."
    case .notInProgress(let status, let known) where known.isEmpty:
      "A claim leads from \(status) to a status of category in_progress, and the workflow has none."
    case .notInProgress(let status, let known):
      "A claim leads to a status of category in_progress (\(listed(known))); \(status) is none."
    case .workflowFixed(let ticket, true):
      "\(ticket) is bound to its workflow, and that never changes."
    case .workflowFixed(let ticket, false):
      "\(ticket) follows its project's workflow; a ticket is bound to another when it is made."
    case .nothingToUndo(let isRedo, let count?):
      (isRedo ? "What you took back last" : "Your last change that still holds")
        + ", if there is any, lies behind \(count) events of others and is not looked for there."
    case .nothingToUndo(let isRedo, nil):
      isRedo ? "There is nothing to make again." : "There is nothing to take back."
    case .notYours(let ticket, let author):
      (ticket.map { "The last change of \($0)" } ?? "That change")
        + " was made by \(author); who made a change takes it back."
    case .touchedSince(let ticket):
      "Something else has happened to \(ticket) since."
    case .statusGone(let ticket, let status, let workflow):
      "\(ticket) was in \(status), and workflow “\(workflow)” has no status of that name or category."
    case .subTaskLeft(let task, let subTask):
      "\(task) cannot go while its sub-task \(subTask) stays."
    case .taskDeleted(let subTask, let task):
      "\(subTask) is a sub-task of \(task), which is deleted."
    case .reversalReversed(let isRedo):
      (isRedo ? "A making again" : "A taking back") + " cannot be taken back."
    case .notReversible(let what):
      "\(what) cannot be taken back."
    default: code
    }
  }
}

extension Rejection.GateNeed {
  fileprivate var sentence: String {
    "gate “\(gate.name)”: \(unmet.count) of \(gate.requirementCount) left"
  }
}

func listed(_ names: [String]) -> String {
  names.isEmpty ? "none" : names.joined(separator: ", ")
}
