internal import SluiceCore

extension TicketDraft {
  /// The body that makes the ticket.
  ///
  /// Source: Alloy's workflow guide, §6.
  func alloyBody(reporter: String) throws(EngineError) -> [String: JSONValue] {
    if assignee != nil { throw .beyondAlloy(.assignees) }
    if !labels.isEmpty { throw .beyondAlloy(.labels) }
    if due != nil { throw .beyondAlloy(.dueDates) }
    if parent != nil || kind != .task { throw .beyondAlloy("kinds of tickets") }
    if status != nil { throw .beyondAlloy("way to make a ticket in another status than the first") }
    if workflow != nil { throw .beyondAlloy("tickets with a workflow of their own") }
    return [
      "title": .string(title), "description": .string(description),
      "priority": .string(priority.name), "reporter_id": .string(reporter),
    ]
  }
}

extension TicketEdit {
  /// The body that edits the ticket.
  func alloyBody() throws(EngineError) -> [String: JSONValue] {
    if assignee != nil { throw .beyondAlloy(.assignees) }
    if !addedLabels.isEmpty || !removedLabels.isEmpty { throw .beyondAlloy(.labels) }
    if due != nil { throw .beyondAlloy(.dueDates) }
    if reporter != nil { throw .beyondAlloy("way to change who reported a ticket") }
    if target != nil || workflow != nil {
      throw .beyondAlloy("tickets with a workflow of their own")
    }
    var body: [String: JSONValue] = [:]
    body["title"] = title.map(JSONValue.string)
    body["description"] = description.map(JSONValue.string)
    body["priority"] = priority.map { .string($0.name) }
    return body
  }
}
