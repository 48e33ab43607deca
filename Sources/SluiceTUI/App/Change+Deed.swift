import SluiceCore

extension Change {
  /// What it does, to be read before “taken back”; `nil` where a few words do not tell.
  ///
  /// `workflow` gives items and fields the names that people know.
  func deed(in workflow: Workflow?) -> String? {
    switch self {
    case .createTicket: "creation"
    case .changeTicket(_, .move(let name), let expected):
      expected.status.map { "\($0) → \(name)" } ?? "→ \(name)"
    case .changeTicket(_, let change, _): change.deed(in: workflow)
    case .changeTickets(_, .move(let name), _, _): "→ \(name)"
    case .changeTickets(_, let change, _, _): change.deed(in: workflow)
    default: nil
    }
  }
}

extension TicketChange {
  fileprivate func deed(in workflow: Workflow?) -> String? {
    switch self {
    case .edit(let edit): return edit.deed
    case .tick(let gate, let item, let isOn):
      let text = workflow?.gate(gate)?.item(item)?.text ?? item
      return "\(isOn ? "tick" : "clearing") of “\(text)”"
    case .acknowledge(_, let isOn): return isOn ? "acceptance" : "withdrawal of the acceptance"
    case .setValue(let field, let text):
      let name = workflow?.field(field)?.name ?? field
      return text.map { "\(name): \($0)" } ?? "emptying of \(name)"
    case .comment: return "comment"
    case .delete: return "deletion"
    default: return nil
    }
  }
}

extension TicketEdit {
  fileprivate var deed: String? {
    var parts: [String] = []
    if title != nil { parts.append("title") }
    if description != nil { parts.append("description") }
    if let priority { parts.append("priority \(priority.name)") }
    if let assignee { parts.append("assignee \(assignee.value ?? "nobody")") }
    if let due { parts.append("due date \(due.value?.description ?? "none")") }
    parts += addedLabels.map { "label “\($0)”" }
    parts += removedLabels.map { "removal of label “\($0)”" }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
