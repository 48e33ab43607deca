internal import SluiceAPI
internal import SluiceCore

extension WorkItemEndpoints {
  /// The item is bound to the revision that a `workflowId` has now; without one it follows its domain's.
  ///
  /// A sub-task stands in its task's domain, which need not be named.
  ///
  /// Source: OpenIndex, “Work items”; rule 5.
  static let create = Endpoint(
    Route(
      "createWorkItem", .post, "/browse", "Makes a work item.", tag: tag,
      body: .object(
        .init([
          .required("kind", WorkItemSchemas.kind), .required("title", WorkItemSchemas.title),
          .optional(
            "domainId",
            .described(
              .text, "The domain's id or key, or ME; a sub_task's is that of its task.")),
          .optional(
            "parentKey", .described(.nullable(.text), "The task, which a sub_task must have.")),
          .optional("workflowId", .nullable(.text)),
          .optional("description", .nullable(WorkItemSchemas.description)),
          .optional("status", .nullable(.text)),
          .optional("priority", .nullable(WorkItemSchemas.givenPriority)),
          .optional("executionTarget", .nullable(WorkItemSchemas.target)),
          .optional("assignee", .nullable(.text)), .optional("labels", .array(.text)),
          .optional("dueDate", .nullable(.day)), .agentID,
        ])),
      [Route.Success(201, .reference("WorkItem"))], dialect: .camel)
  ) { call throws(APIError) in
    let call = try call.atDomainOfNewItem()
    let change = Change.createTicket(.id(try call.projectScope()), try call.workItemDraft())
    for need in change.needs { try call.require(need.role, "To make this work item") }
    let receipt = try call.apply(change, as: call.actor(as: call.text("agentId")))
    guard case .ticket(let ticket) = receipt.subject else { throw .unexpected }
    let detail = try call.detail(.id(ticket.id))
    return .created(detail.workItemJSON.adding(["warnings": .texts(receipt.warnings)]))
      .tagged(detail.state.ticket.version)
  }
}

extension Call {
  /// The call as one about where the item is to be made: the domain that is named, else that of its task.
  fileprivate func atDomainOfNewItem() throws(APIError) -> Call {
    if let domain = text("domainId") {
      return try at(.project("domainId"), domain, needing: .viewer)
    }
    guard text("kind") == TicketKind.subTask.rawValue, let task = text("parentKey") else {
      throw .malformed("domainId is missing; only a sub_task with a parentKey needs none.")
    }
    return try at(.ticket("parentKey"), task, needing: .viewer)
  }

  fileprivate func workItemDraft() throws(APIError) -> TicketDraft {
    TicketDraft(
      title: text("title") ?? "", kind: text("kind").flatMap(TicketKind.init(rawValue:)) ?? .task,
      parent: try text("parentKey").map { (key) throws(APIError) in
        guard let reference = TicketReference(key) else { throw .notFound("work item", key) }
        return reference
      },
      description: text("description") ?? "", status: text("status"),
      priority: try priority() ?? .medium, assignee: try assignee()?.value,
      labels: texts("labels") ?? [], due: text("dueDate").flatMap { CalendarDay($0) },
      target: text("executionTarget").flatMap(ExecutionTarget.init(rawValue:)) ?? .either,
      workflow: workflow("workflowId"))
  }
}
