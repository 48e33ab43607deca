import SluiceCore

/// One setting of a ticket in words.
extension TicketEdit {
  /// What is said once a ticket has it.
  func sentence(of key: TicketKey) -> String {
    if let priority { return "\(key) is \(priority.name)" }
    if let assignee { return "\(key) → \(assignee.value ?? "nobody")" }
    if let due { return "\(key) is due on \(due.value?.description ?? "no day")" }
    if !addedLabels.isEmpty { return "Label \(Self.list(addedLabels)) added to \(key)" }
    return "Label \(Self.list(removedLabels)) removed from \(key)"
  }

  /// What is to be done with many tickets, which are named so: `20 tickets`.
  func heading(for tickets: String) -> String {
    if let priority { return "Set \(tickets) to priority \(priority.name)" }
    if let assignee { return "Assign \(tickets) to \(assignee.value ?? "nobody")" }
    if let due { return "Set \(tickets) due on \(due.value?.description ?? "no day")" }
    if !addedLabels.isEmpty { return "Label \(tickets) \(Self.list(addedLabels))" }
    return "Take label \(Self.list(removedLabels)) off \(tickets)"
  }

  private static func list(_ labels: [String]) -> String {
    labels.map { "“\($0)”" }.joined(separator: ", ")
  }
}
