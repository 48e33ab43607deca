internal import SluiceAPI
internal import SluiceCore

extension Event.Kind {
  /// What OpenIndex calls it: `work_item.status_changed`, `agent.claimed`.
  ///
  /// Source: OpenIndex, “Audit”; where it gives no name, its words for tickets and projects.
  var auditName: String {
    if self == .ticketMoved { return "work_item.status_changed" }
    let parts = rawValue.split(separator: ".", maxSplits: 1)
    let subject = parts.first.map { Self.words[String($0)] ?? String($0) } ?? ""
    return ([subject] + parts.dropFirst().map(String.init)).joined(separator: ".")
  }

  private static let words = [
    "ticket": "work_item", "project": "domain", "gate": "stage_gate", "field": "custom_field",
  ]

  static let auditNames = allCases.map(\.auditName)

  /// The kind that has a name.
  init?(auditName name: String) {
    guard let kind = Self.allCases.first(where: { $0.auditName == name }) else { return nil }
    self = kind
  }
}

extension Event {
  /// The event as OpenIndex's routes write it.
  func auditJSON(_ people: People) -> JSONValue {
    .object([
      "sequence": .number(Double(sequence)), "eventType": .string(body.kind.auditName),
      "at": .string(at.description), "user": .string(actor), "userId": people.id(actor),
      "agentId": .optional(agent), "domainKey": .optional(project?.text),
      "workItemKey": .optional(ticket?.description), "subject": .optional(body.subject),
      "from": .optional(body.from), "to": .optional(body.to), "warning": .optional(body.warning),
    ])
  }

  /// The columns of an exported table, in the order of `auditRow`.
  static let auditColumns = [
    "sequence", "eventType", "at", "user", "agentId", "domainKey", "workItemKey", "subject",
    "from", "to", "warning",
  ]

  var auditRow: [String] {
    [
      "\(sequence)", body.kind.auditName, at.description, actor, agent ?? "", project?.text ?? "",
      ticket?.description ?? "", body.subject ?? "", body.from ?? "", body.to ?? "",
      body.warning ?? "",
    ]
  }
}

extension Call {
  /// A page of history.
  func audit(_ page: Page<Event>) throws(APIError) -> Answer {
    let people = try people(page.items.map(\.actor))
    return .ok(page.camelJSON { $0.auditJSON(people) })
  }
}
