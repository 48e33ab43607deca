public import SluiceCore

extension Ticket {
  /// The ticket as Alloy's guide prints it, and what Sluice knows besides.
  ///
  /// Source: Alloy's workflow guide, §6.
  public func json(in project: Project, _ workflow: Workflow) -> [String: JSONValue] {
    json(in: project.id, workflow)
  }

  /// The same, where of the project only the id is known.
  public func json(in project: Project.ID, _ workflow: Workflow) -> [String: JSONValue] {
    [
      "id": .string(id.description), "project_id": .string(project.description),
      "ticket_number": .integer(key.number), "key": .string(key.description),
      "kind": .string(kind.rawValue), "title": .string(title),
      "description": .string(description), "status": .string(workflow.statusName(status)),
      "category": .optional(workflow.status(status)?.category.rawValue),
      "priority": .string(priority.name), "assignee": .optional(assignee),
      "reporter": .optional(reporter), "labels": .texts(labels),
      "due": .optional(due?.description), "created_at": .string(createdAt.description),
      "updated_at": .string(updatedAt.description), "entered_at": .string(enteredAt.description),
      "version": .integer(version), "execution_target": .string(target.rawValue),
      "active_agent_id": .optional(agent), "workflow_id": .string(workflow.id.description),
      "workflow_revision": .integer(workflow.revision), "bound": .bool(binding != nil),
    ]
  }
}

extension TicketDetail {
  /// The values of fields that the workflow has; one that lost a field keeps the values out of sight.
  public var values: [String: FieldValue] {
    // The parts alone, for a closure with the whole would hold on to all of it each time.
    let workflow = workflow
    return state.progress.values.filter { workflow.field($0.key) != nil }
  }

  /// The ticket with its gates, values, remarks and where it may go.
  public var json: [String: JSONValue] {
    var members = state.ticket.json(in: project, workflow)
    members["comments"] = .array(comments.map(\.json))
    members["fields"] = .object(values.mapValues { .string($0.text) })
    members["gates"] = gatesJSON
    members["available"] = .array(
      workflow.available(from: state.ticket.status).map {
        .object(["name": .string($0.name), "category": .string($0.category.rawValue)])
      })
    return members
  }

  /// The gates of the workflow, and how far the ticket has come with each.
  public var gatesJSON: JSONValue {
    .array(workflow.gates.map { json(of: $0) })
  }

  private func json(of gate: Gate) -> JSONValue {
    let unmet = state.progress.unmet(of: gate, in: workflow)
    return .object([
      "key": .string(gate.key), "name": .string(gate.name), "from": .string(gate.from),
      "to": .string(gate.to), "required": .integer(gate.requirementCount),
      "met": .integer(gate.requirementCount - unmet.count),
      "unmet": .array(unmet.map { $0.json(saying: workflow.text(of: $0, in: gate)) }),
    ])
  }
}

extension Comment {
  /// The remark with its author and moment.
  public var json: JSONValue {
    .object([
      "author": .string(author), "created_at": .string(at.description), "text": .string(text),
    ])
  }
}
