import SluiceCore

extension Event.Draft {
  /// What happened, to be read after the name of who did it.
  ///
  /// Gates, items and fields have the names that the workflow gives them now; the key stands for one that
  /// it has no longer.
  func story(in workflow: Workflow) -> String {
    let what = subject ?? ""
    switch kind {
    case .organizationRenamed: return changing("the organization's name")
    case .workflowCreated: return "made workflow \(what)"
    case .workflowEdited: return "changed workflow \(what): \(to ?? "")"
    case .workflowDeleted: return "deleted workflow \(what)"
    case .providerCreated: return "added provider \(what)"
    case .providerEdited: return "changed provider \(what): \(to ?? "")"
    case .providerDeleted: return "deleted provider \(what)"
    case .projectCreated: return "made project \(what)"
    case .projectDeleted: return "deleted project \(what)"
    case .projectEdited: return changing("the project's \(what)")
    case .ticketCreated: return "made the ticket in \(to ?? "")"
    case .ticketMoved: return "moved it: \(step)"
    case .ticketRemapped: return "took it along to workflow \(what): \(step)"
    case .ticketDeleted: return "deleted it"
    case .ticketImported: return "took over what changed at \(what)"
    case .ticketClaimed: return "claimed it for \(to ?? "")"
    case .ticketReleased: return "released it from \(from ?? "")"
    case .changeUndone: return reversing("took back a change")
    case .changeRedone: return reversing("made a change again")
    case .ticketEdited:
      if what == "description" { return "changed the description" }
      return changing(what == "due" ? "the due date" : "the \(what)")
    case .labelAdded: return "added label \(what)"
    case .labelRemoved: return "removed label \(what)"
    case .commented: return "commented: \((to ?? "").firstLine)"
    case .itemTicked: return "ticked “\(workflow.itemText(what))”"
    case .itemCleared: return "cleared “\(workflow.itemText(what))”"
    case .gateAcknowledged: return "accepted the text of gate “\(workflow.gateName(what))”"
    case .acknowledgmentWithdrawn:
      return "took back the acceptance of gate “\(workflow.gateName(what))”"
    case .gatePassed: return "passed gate “\(workflow.gateName(what))”"
    case .valueSet: return changing(workflow.field(what)?.name ?? what)
    }
  }

  private var step: String { "\(from ?? "") → \(to ?? "")" }

  private func reversing(_ text: String) -> String {
    from == to ? text : "\(text): \(from ?? "deleted") → \(to ?? "deleted")"
  }

  /// That something got another value, or one at all, or lost it.
  private func changing(_ name: String) -> String {
    switch (from, to) {
    case (_?, _?): "changed \(name): \(step)"
    case (nil, let to?): "set \(name) to \(to)"
    case (let from?, nil): "emptied \(name), which was \(from)"
    case (nil, nil): "changed \(name)"
    }
  }
}

extension Event {
  /// Who did it, with the agent that acted for that person.
  var authorText: String { agent.map { "\(actor) ⚙\($0)" } ?? actor }
}

extension Workflow {
  fileprivate func gateName(_ key: String) -> String {
    gate(key)?.name ?? key
  }

  /// The text of an item by its path, `gate/item`.
  func itemText(_ path: String) -> String {
    let parts = path.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return path }
    return gate(parts[0])?.item(parts[1])?.text ?? path
  }
}
