public import SluiceCore

extension TicketDetail {
  /// The ticket as OpenIndex names its parts, camelCase.
  ///
  /// Source: OpenIndex, “How transitions work”.
  public var workItemJSON: JSONValue {
    let ticket = state.ticket
    return .object([
      "id": .string(ticket.id.description), "key": .string(ticket.key.description),
      "kind": .string(ticket.kind.rawValue), "parentKey": .optional(ticket.parentKey?.description),
      "title": .string(ticket.title), "description": .string(ticket.description),
      "domainId": .string(project.id.description),
      "workflowId": .string(workflow.id.description),
      "workflowRevision": .integer(workflow.revision),
      "workflowBound": .bool(ticket.binding != nil),
      "status": .string(workflow.statusName(ticket.status)),
      "stage": .optional(workflow.stage(of: ticket.status)?.key),
      "resolution": .string(workflow.resolution(of: ticket.status)),
      "priority": .string(ticket.priority.name.lowercased()),
      "executionTarget": .string(ticket.target.rawValue),
      "activeAgentId": .optional(ticket.agent), "assignee": .optional(ticket.assignee),
      "reporter": .optional(ticket.reporter), "labels": .texts(ticket.labels),
      "dueDate": .optional(ticket.due?.description),
      "customFields": .object(values.mapValues(\.json)),
      "version": .integer(ticket.version), "createdAt": .string(ticket.createdAt.description),
      "updatedAt": .string(ticket.updatedAt.description),
    ])
  }

  /// Where the item stands, where it may go, and the gates on the way.
  ///
  /// Both guides' words for the list are served. Source: OpenIndex, “Statuses”.
  public var transitionsJSON: JSONValue {
    let here = state.ticket.status
    let allowed = JSONValue.texts(workflow.available(from: here).map(\.name))
    return .object([
      "key": .string(state.ticket.key.description),
      "currentStatus": .string(workflow.statusName(here)),
      "currentStage": .optional(workflow.stage(of: here)?.key),
      "allowedTransitions": allowed, "availableTransitions": allowed,
      "terminalStatuses": .texts(workflow.statuses.filter(\.category.isTerminal).map(\.name)),
      "availableStageGates": .array(availableGates.map { json(ofStageGate: $0) }),
    ])
  }

  /// The gates that lead out of the present stage.
  private var availableGates: [Gate] {
    workflow.gates.filter { $0.from == workflow.stage(of: state.ticket.status)?.key }
  }

  private func json(ofStageGate gate: Gate) -> JSONValue {
    let progress = state.progress
    let unmet = progress.unmet(of: gate, in: workflow)
    return .object([
      "key": .string(gate.key), "name": .string(gate.name), "fromStage": .string(gate.from),
      "toStage": .string(gate.to), "acknowledgment": .optional(gate.acknowledgment),
      "acknowledged": .bool(
        gate.acknowledgment == nil || progress.meets(.acknowledgment, of: gate, in: workflow)),
      "checklist": .array(
        gate.checklist.map { item in
          .object([
            "key": .string(item.key), "text": .string(item.text),
            "done": .bool(progress.meets(.item(item.key), of: gate, in: workflow)),
          ])
        }),
      "requiredFields": .texts(gate.requiredFields),
      "missing": .array(
        unmet.map { $0.json(saying: workflow.text(of: $0, in: gate)) }),
      "satisfied": .bool(unmet.isEmpty),
    ])
  }

  /// All that an agent needs to know.
  public func agentContextJSON(for actor: Actor) -> JSONValue {
    let context = agentContext(for: actor)
    return .object([
      "key": .string(state.ticket.key.description), "title": .string(state.ticket.title),
      "status": .string(workflow.statusName(state.ticket.status)),
      "activeAgentId": .optional(state.ticket.agent),
      "executionTarget": .string(state.ticket.target.rawValue),
      "currentGoal": .string(context.currentGoal),
      "allowedExits": .array(context.allowedExits.map { json(of: $0) }),
      "blockedExits": .array(context.blockedExits.map { json(of: $0) }),
      "requiredFields": .array(context.requiredFields.map(\.json)),
    ])
  }

  private func json(of exit: AgentContext.AllowedExit) -> JSONValue {
    .object([
      "status": .string(exit.status.name), "category": .string(exit.status.category.rawValue),
      "stage": .optional(workflow.stage(of: exit.status.id)?.key),
      "stageGates": .texts(exit.gates.map(\.key)), "warnings": .texts(exit.warnings),
    ])
  }

  private func json(of exit: AgentContext.BlockedExit) -> JSONValue {
    .object([
      "status": .string(exit.status.name), "category": .string(exit.status.category.rawValue),
      "stage": .optional(workflow.stage(of: exit.status.id)?.key),
      "code": .string(exit.rejection.code), "reason": .string(exit.rejection.message),
      "nextStep": .string(exit.rejection.nextStep), "details": .object(exit.rejection.details),
    ])
  }
}

extension AgentContext.RequiredField {
  fileprivate var json: JSONValue {
    var options: [String] = []
    if case .select(let choices) = field.kind { options = choices }
    return .object([
      "key": .string(field.key), "name": .string(field.name), "type": .string(field.kind.word),
      "options": .texts(options), "required": .bool(true), "stageGates": .texts(gates),
      "value": value?.json ?? .null, "satisfied": .bool(isMet),
    ])
  }
}

extension FieldValue {
  /// A number as a number, all else as its text.
  public var json: JSONValue {
    if case .number(let number) = self { return .number(number) }
    return .string(text)
  }
}

extension Ticket {
  /// The key of the task of which it is a part.
  fileprivate var parentKey: TicketKey? {
    key.ordinal == 0 ? nil : TicketKey(project: key.project, number: key.number)
  }
}

extension Workflow {
  /// How work in a status has ended, if it has: derived, so that it cannot disagree with the status.
  ///
  /// Source: OpenIndex, “Work items”: terminal statuses resolve an item.
  fileprivate func resolution(of status: Status.ID) -> String {
    switch self.status(status)?.category {
    case .done?: "resolved"
    case .cancelled?: "cancelled"
    default: "unresolved"
    }
  }
}
