internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension Call {
  /// The organization that the request is about, as others refer to it.
  var organizationID: JSONValue { .optional(scope?.organization.description) }

  /// A page of a list as Alloy's guide shows it.
  func print<Item>(_ page: Page<Item>, _ items: [JSONValue]) -> Answer {
    .ok(
      .object([
        "items": .array(items), "next_cursor": .optional(page.nextCursor),
        "has_more": .bool(page.nextCursor != nil), "limit": .integer(self.page.limit),
      ]))
  }

  func json(_ workflow: Workflow) -> JSONValue {
    workflow.json.adding(["org_id": organizationID])
  }

  func json(_ project: Project) -> JSONValue {
    project.json.adding(["org_id": organizationID])
  }

  /// What a change of workflow does to tickets, beside its subject.
  func members(of receipt: Receipt) -> [String: JSONValue] {
    var members: [String: JSONValue] = [:]
    if !receipt.shifts.isEmpty { members["shifts"] = .array(receipt.shifts.map(\.json)) }
    if query["dry_run"]?.first == .bool(true) { members["dry_run"] = .bool(true) }
    return members
  }

  /// The workflow that a project's tickets follow.
  func workflow(of project: ProjectReference) throws(APIError) -> Workflow {
    try ask { (engine) throws(EngineError) in try engine.followedWorkflow(in: project) }
  }

  /// Tickets of one project, each with the workflow that it is checked against.
  private func following(
    _ tickets: [Ticket], in project: Project.ID
  ) throws(APIError) -> [(Ticket, Workflow)] {
    guard !tickets.isEmpty else { return [] }
    let followed = try workflow(of: .id(project))
    var bound: [WorkflowRevision: Workflow] = [:]
    for ticket in tickets {
      guard let binding = ticket.binding, bound[binding] == nil else { continue }
      bound[binding] = try detail(.id(ticket.id)).workflow
    }
    return tickets.map { ticket in (ticket, ticket.binding.flatMap { bound[$0] } ?? followed) }
  }

  /// Tickets of one project as values.
  func json(_ tickets: [Ticket], in project: Project.ID) throws(APIError) -> [JSONValue] {
    let people = try people(tickets.flatMap { [$0.reporter, $0.assignee] })
    return try following(tickets, in: project).map { ticket, workflow in
      .object(ticket.json(in: project, workflow).merging(people.members(of: ticket)) { $1 })
    }
  }

  /// A page of tickets of one project.
  func print(_ page: Page<Ticket>, in project: Project.ID) throws(APIError) -> Answer {
    let request = self.page
    let people = try people(page.items.flatMap { [$0.reporter, $0.assignee] })
    var text = TicketBytes(project, people)
    text.raw(page.nextCursor == nil ? "{\"has_more\":false" : "{\"has_more\":true")
    text.raw(",\"items\":[")
    for (index, item) in try following(page.items, in: project).enumerated() {
      if index > 0 { text.raw(",") }
      text.write(item.0, item.1)
    }
    var json = text.json
    json.raw("],\"limit\":")
    json.write(request.limit)
    json.raw(",\"next_cursor\":")
    json.write(page.nextCursor)
    json.raw("}")
    return .written(json)
  }

  /// One ticket, and what rules in mode `warn` had to say of its change.
  ///
  /// Source: Alloy's workflow guide, §7.
  func print(_ ticket: Ticket, _ receipt: Receipt, status: Int = 200) throws(APIError) -> Answer {
    guard let project = scope?.project else { throw .unexpected }
    var text = TicketBytes(project, try people([ticket.reporter, ticket.assignee]))
    for (ticket, workflow) in try following([ticket], in: project) {
      text.write(ticket, workflow, warnings: receipt.warnings)
    }
    return .written(text.json, status: status).tagged(ticket.version)
  }
}
