internal import SluiceAPI
internal import SluiceCore

/// One work item: reading, changing and deleting it.
///
/// Source: OpenIndex, “Work items”.
enum WorkItemEndpoints {
  static let all = browsing + [create, show, update, delete] + moving + remarks

  static let tag = "Work items"

  static let show = Endpoint(
    Route(
      "getWorkItem", .get, "/browse/{key}", "Shows a work item.", tag: tag, query: .domainOfKey,
      [Route.Success(200, .reference("WorkItem"))], dialect: .camel)
  ) { call throws(APIError) in
    let detail = try call.workItem()
    return .ok(detail.workItemJSON).tagged(detail.state.ticket.version)
  }

  /// A new status obeys transitions and gates.
  ///
  /// `workflowId` may be named and must be the one it has: it is immutable once assigned. Source: OpenIndex,
  /// “What a workflow is”.
  static let update = Endpoint(
    Route(
      "updateWorkItem", .patch, "/browse/{key}", "Changes a work item; what is left out stays.",
      tag: tag, query: .domainOfKey,
      body: .object(
        .init(
          [
            .optional("title", WorkItemSchemas.title),
            .optional("description", .nullable(WorkItemSchemas.description)),
            .optional("status", .text), .optional("priority", WorkItemSchemas.givenPriority),
            .optional("executionTarget", WorkItemSchemas.target),
            .optional("workflowId", .text), .optional("assignee", .nullable(.text)),
            .optional("dueDate", .nullable(.day)), .optional("addLabels", .array(.text)),
            .optional("removeLabels", .array(.text)), .agentID,
          ] + .expectations)),
      [Route.Success(200, .reference("WorkItem"))], dialect: .camel)
  ) { call throws(APIError) in
    let actor = try call.actor(as: call.text("agentId"))
    let edit = try call.workItemEdit()
    var expectation = try call.expectation()
    var warnings: [String] = []
    if edit != TicketEdit() || call.text("status") == nil {
      warnings += try call.changeItem(.edit(edit), as: actor, expecting: expectation).warnings
      // It holds of the item as it was before the request.
      expectation = .anything
    }
    if let status = call.text("status") {
      warnings += try call.changeItem(.move(to: status), as: actor, expecting: expectation).warnings
    }
    return try call.shown(warnings)
  }

  static let delete = Endpoint(
    Route(
      "deleteWorkItem", .delete, "/browse/{key}",
      "Deletes a work item without sub-tasks; its history stays.", tag: tag, query: .domainOfKey,
      [Route.Success(204)], dialect: .camel)
  ) { call throws(APIError) in
    _ = try call.changeItem(.delete, as: call.actor, expecting: call.expectation())
    return .noContent
  }
}

extension Call {
  /// The new values of attributes that the body names.
  fileprivate func workItemEdit() throws(APIError) -> TicketEdit {
    TicketEdit(
      title: text("title"), description: has("description") ? text("description") ?? "" : nil,
      priority: try priority(), assignee: try assignee(),
      due: has("dueDate") ? .init(text("dueDate").flatMap { CalendarDay($0) }) : nil,
      target: text("executionTarget").flatMap(ExecutionTarget.init(rawValue:)),
      workflow: text("workflowId").map { WorkflowReference($0) },
      addedLabels: texts("addLabels") ?? [], removedLabels: texts("removeLabels") ?? [])
  }
}
