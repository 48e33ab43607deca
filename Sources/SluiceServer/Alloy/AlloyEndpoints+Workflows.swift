internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension AlloyEndpoints {
  static let workflows = [
    listWorkflows, createWorkflow, getWorkflow, updateWorkflow, deleteWorkflow,
  ]

  private static let reply = Schema.reference("Workflow")

  private static let listWorkflows = Endpoint(
    Route(
      "listWorkflows", .get, "/api/v1/orgs/{org}/workflows",
      "Lists the workflows of an organization, by name.", tag: "Workflows", query: .page,
      [.init(200, .page(reply))])
  ) { call throws(APIError) in
    let page = try call.ask { (engine) throws(EngineError) in try engine.workflows(call.page) }
    return call.print(page, page.items.map { call.json($0) })
  }

  private static let createWorkflow = Endpoint(
    Route(
      "createWorkflow", .post, "/api/v1/orgs/{org}/workflows", "Makes a workflow.",
      tag: "Workflows", body: .reference("WorkflowDefinition"), [.init(201, reply)])
  ) { call throws(APIError) in
    let draft: WorkflowDraft
    do throws(WorkflowFaults) {
      draft = try WorkflowDraft(reading: call.body)
    } catch {
      throw APIError(EngineError(error))
    }
    let receipt = try call.apply(.createWorkflow(draft))
    return try call.answer(receipt, status: 201)
  }

  private static let getWorkflow = Endpoint(
    Route(
      "getWorkflow", .get, "/api/v1/workflows/{workflow}", "Gives a workflow.", tag: "Workflows",
      [.init(200, reply)])
  ) { call throws(APIError) in
    let reference = try call.workflowReference()
    let found = try call.ask { (engine) throws(EngineError) in try engine.workflow(reference) }
    return .ok(call.json(found)).tagged(found.revision)
  }

  private static let updateWorkflow = Endpoint(
    Route(
      "updateWorkflow", .patch, "/api/v1/workflows/{workflow}",
      "Changes parts of a workflow, and takes along the tickets that follow it.",
      tag: "Workflows", query: .dryRun, body: .reference("WorkflowEdit"), [.init(200, reply)])
  ) { call throws(APIError) in
    let receipt = try call.apply(.editWorkflow(call.workflowReference(), call.workflowEdit()))
    return try call.answer(receipt)
  }

  private static let deleteWorkflow = Endpoint(
    Route(
      "deleteWorkflow", .delete, "/api/v1/workflows/{workflow}",
      "Removes a workflow that no project and no ticket uses.", tag: "Workflows", [.init(204)])
  ) { call throws(APIError) in
    _ = try call.apply(.deleteWorkflow(call.workflowReference()))
    return .noContent
  }
}

extension Call {
  /// The workflow as it is after a change.
  fileprivate func answer(_ receipt: Receipt, status: Int = 200) throws(APIError) -> Answer {
    guard case .workflow(let workflow) = receipt.subject else { throw .unexpected }
    let value = json(workflow).adding(members(of: receipt))
    return Answer(status: status, body: .json(value)).tagged(workflow.revision)
  }

  /// The members of a definition that should change, where tickets go, and what the caller has seen.
  fileprivate func workflowEdit() throws(APIError) -> WorkflowEdit {
    guard case .object(var members) = body else { throw .unexpected }
    for name in ["mapping", "map_suggested", "expected_revision"] { members[name] = nil }
    var edit: WorkflowEdit
    do throws(WorkflowFaults) {
      edit = try WorkflowEdit(reading: .object(members))
    } catch {
      throw APIError(EngineError(error))
    }
    edit.mapping = statusMapping()
    edit.expectedRevision = try expectedRevision()
    return edit
  }

  private func expectedRevision() throws(APIError) -> Int? {
    let told = number("expected_revision")
    let tagged = try expectation().version
    guard told == nil || tagged == nil || told == tagged else {
      throw .malformed("If-Match and the body expect different revisions.")
    }
    return told ?? tagged
  }
}
