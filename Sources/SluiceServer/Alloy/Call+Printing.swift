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
    try ask { (engine) throws(EngineError) in try engine.workflow(followedBy: project) }
  }

  /// Tickets of one project.
  func json(_ tickets: [Ticket], in project: Project.ID) throws(APIError) -> [JSONValue] {
    guard !tickets.isEmpty else { return [] }
    let followed = try ask { (engine) throws(EngineError) in
      try engine.followedWorkflow(in: .id(project))
    }
    let people = try people(tickets.flatMap { [$0.reporter, $0.assignee] })
    var bound: [WorkflowRevision: Workflow] = [:]
    var values: [JSONValue] = []
    for ticket in tickets {
      if let binding = ticket.binding, bound[binding] == nil {
        bound[binding] = try detail(.id(ticket.id)).workflow
      }
      let workflow = ticket.binding.flatMap { bound[$0] } ?? followed
      values.append(
        .object(ticket.json(in: project, workflow).merging(people.members(of: ticket)) { $1 }))
    }
    return values
  }

  /// One ticket, and what rules in mode `warn` had to say of its change.
  ///
  /// Source: Alloy's workflow guide, §7.
  func json(_ ticket: Ticket, _ receipt: Receipt) throws(APIError) -> JSONValue {
    guard let project = scope?.project else { throw .unexpected }
    let value = try json([ticket], in: project).first ?? .null
    guard !receipt.warnings.isEmpty else { return value }
    return value.adding([
      "warning": .string(receipt.warnings.joined(separator: " ")),
      "warnings": .texts(receipt.warnings),
    ])
  }
}
