import SluiceCore

extension Event.Draft {
  /// What happened, to be read after the name of who did it.
  var story: String {
    let what = subject ?? ""
    switch kind {
    case .workflowCreated: return "made workflow \(what)"
    case .projectCreated: return "made project \(what)"
    case .projectEdited: return "changed the project's \(what)\(step)"
    case .ticketCreated: return "made the ticket in \(to ?? "")"
    case .ticketMoved: return "moved it\(step)"
    case .ticketEdited:
      return what == "description" ? "changed the description" : "changed the \(what)\(step)"
    case .labelAdded: return "added label \(what)"
    case .labelRemoved: return "removed label \(what)"
    case .commented: return "commented: \(to ?? "")"
    case .itemTicked: return "ticked \(what)"
    case .itemCleared: return "cleared \(what)"
    case .gateAcknowledged: return "accepted gate \(what)"
    case .acknowledgmentWithdrawn: return "took back the acceptance of gate \(what)"
    case .gatePassed: return "passed gate \(what)"
    case .valueSet: return "set \(what)\(step)"
    }
  }

  private var step: String {
    switch (from, to) {
    case (let from?, let to?): ": \(from) → \(to)"
    case (nil, let to?): " to \(to)"
    case (let from?, nil): ", was \(from)"
    case (nil, nil): ""
    }
  }
}
