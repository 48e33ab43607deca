import SluiceCore

/// The sixth and the seventh section of the guide.
extension AlloyGuide {
  mutating func create(_ body: [String: JSONValue]) -> Answer {
    let known: Set = ["title", "description", "priority", "reporter_id"]
    guard let title = body["title"]?.text, known.isSuperset(of: body.keys) else {
      return .error(422, "VALIDATION_ERROR", "A ticket has a title, and no such members.")
    }
    let ticket = Ticket(
      number: tickets.count + 1, title: title, description: body["description"]?.text ?? "",
      status: workflow.statuses[0].name, priority: body["priority"]?.text ?? "Medium")
    tickets.append(ticket)
    return Answer(status: 201, json: json(ticket))
  }

  mutating func answer(
    _ method: String, _ path: [String], _ body: [String: JSONValue]
  ) -> Answer {
    guard let place = tickets.firstIndex(where: { Self.id(of: $0) == path[1] }) else {
      return Self.notFound
    }
    switch (method, path.count, path.last) {
    case ("PATCH", 2, _): return edit(place, body)
    case ("POST", 3, "transition"): return transition(place, to: body["to_status"]?.text ?? "")
    case ("GET", 3, "transitions"): return .ok(transitions(tickets[place]))
    // How a single ticket is read is not in the guide.
    default: return .nothing
    }
  }

  private mutating func edit(_ place: Int, _ body: [String: JSONValue]) -> Answer {
    guard Set(["title", "description", "priority"]).isSuperset(of: body.keys) else {
      return .error(422, "VALIDATION_ERROR", "There are no such members.")
    }
    if let title = body["title"]?.text { tickets[place].title = title }
    if let text = body["description"]?.text { tickets[place].description = text }
    if let priority = body["priority"]?.text { tickets[place].priority = priority }
    return .ok(json(tickets[place]))
  }

  private mutating func transition(_ place: Int, to name: String) -> Answer {
    let from = tickets[place].status
    let isDefined =
      workflow.enforcement == "none" || workflow.transitions.contains { $0 == (from, name) }
    guard workflow.statuses.contains(where: { $0.name == name }),
      isDefined || workflow.enforcement == "warn"
    else {
      return .error(422, "VALIDATION_ERROR", "Transition from \(from) to \(name) is not allowed")
    }
    tickets[place].status = name
    var members = json(tickets[place]).members ?? [:]
    for name in ["description", "reporter_id"] { members[name] = nil }
    if !isDefined { members["warning"] = .string("\(from) to \(name) is not a transition") }
    return .ok(.object(members))
  }

  private func transitions(_ ticket: Ticket) -> JSONValue {
    let reached = workflow.statuses.filter { status in
      workflow.enforcement == "none"
        || workflow.transitions.contains { $0 == (ticket.status, status.name) }
    }
    return .object([
      "current_status": .string(ticket.status), "available": .array(reached.map(\.json)),
    ])
  }

  func json(_ ticket: Ticket) -> JSONValue {
    .object([
      "id": .string(Self.id(of: ticket)), "project_id": .string(Self.project),
      "ticket_number": .number(Double(ticket.number)), "title": .string(ticket.title),
      "description": .string(ticket.description), "status": .string(ticket.status),
      "priority": .string(ticket.priority), "reporter_id": .string(Self.user),
    ])
  }

  private static func id(of ticket: Ticket) -> String {
    let digits = String(ticket.number, radix: 16)
    return "0000000d-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }
}

/// A workflow as the guide prints it.
struct AlloyGuideWorkflow {
  struct Status {
    let name: String
    let category: String

    var json: JSONValue {
      .object(["name": .string(name), "category": .string(category)])
    }
  }

  let id: String
  let name: String
  let statuses: [Status]
  let transitions: [(String, String)]
  var enforcement: String

  private static let categories = [
    "backlog", "todo", "in_progress", "in_review", "done", "cancelled",
  ]

  private static func statuses(_ names: [String]) -> [Status] {
    zip(names, categories).map { Status(name: $0, category: $1) }
  }

  static let standard = AlloyGuideWorkflow(
    id: "0000000e-0000-4000-8000-000000000001", name: "Default",
    statuses: statuses(["Backlog", "Todo", "InProgress", "InReview", "Done", "Cancelled"]),
    transitions: [], enforcement: "none")

  static let bugTriage = AlloyGuideWorkflow(
    id: "0000000e-0000-4000-8000-000000000002", name: "Bug Triage",
    statuses: statuses(["New", "Triaged", "Fixing", "Verifying", "Closed", "WontFix"]),
    transitions: [
      ("New", "Triaged"), ("New", "WontFix"), ("Triaged", "Fixing"), ("Triaged", "WontFix"),
      ("Fixing", "Verifying"), ("Fixing", "Triaged"), ("Verifying", "Closed"),
      ("Verifying", "Fixing"),
    ], enforcement: "strict")

  var json: JSONValue {
    .object([
      "id": .string(id), "org_id": .string(AlloyGuide.organization), "name": .string(name),
      "statuses": .array(statuses.map(\.json)),
      "transitions": .array(
        transitions.map { .object(["from": .string($0.0), "to": .string($0.1)]) }),
      "enforcement": .string(enforcement), "created_at": .string("2026-03-02T09:00:00Z"),
      "updated_at": .string("2026-03-02T09:00:00Z"),
    ])
  }
}
