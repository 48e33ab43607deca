internal import HTTPServer
internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

/// Workflows, in camelCase.
///
/// Source: OpenIndex, “What a workflow is” and “Managing workflows”.
enum WorkflowEndpoints {
  static let all = [list, create, show, update, delete] + fields

  static let tag = "Workflows of domains"
  private static let reply = Schema.reference("WorkItemWorkflow")

  /// By name within an organization; the caller's organizations come one after another.
  private static let list = Endpoint(
    Route(
      "listDomainWorkflows", .get, "/workflows",
      "Lists the workflows that a domain can have, or all that the caller sees.", tag: tag,
      query: [QueryParameter("domainId", .text, "A domain: its id or key, or ME.")] + .camelPage,
      [Route.Success(200, .camelPage(reply))], dialect: .camel)
  ) { call throws(APIError) in
    let page = try call.gathered(from: try call.workflowPlaces(), \.organization.description) {
      (place, request) throws(APIError) in
      try translating { () throws(EngineError) in
        let page = try place.engine.workflows(request)
        let id = JSONValue.id(place.organization)
        return Page(
          items: page.items.map { $0.camelJSON.adding(["organizationId": id]) },
          nextCursor: page.nextCursor)
      }
    }
    return .ok(page.camelJSON(\.self))
  }

  /// Enforcement left out means strict; statuses left out are those that the page names.
  ///
  /// Source: rule 1.
  private static let create = Endpoint(
    Route(
      "createDomainWorkflow", .post, "/workflows",
      "Makes a workflow in the organization of a domain, which may then be given it.", tag: tag,
      body: .object(
        .init(
          [
            .required("name", .text),
            .optional(
              "description", .described(.nullable(.text), "Not kept; a warning says so.")),
            .optional(
              "domain", .described(.text, "The domain's id or key; the personal one by default.")),
          ] + DefinitionSchemas.draft)), [Route.Success(201, reply)], dialect: .camel)
  ) { call throws(APIError) in
    let place = try call.at(
      .project("domain", orPersonal: true), call.text("domain"), needing: .viewer)
    // What many domains may use is not for the admin of one of them alone.
    let call = try place.at(
      .organization("domain", admittingGuests: true),
      try place.organizationScope().description, needing: .admin)
    let draft = try call.workflowDraft()
    let receipt = try camelFaults { () throws(APIError) in
      try call.apply(.createWorkflow(draft))
    }
    var warnings: [String] = []
    if call.text("description")?.isEmpty == false {
      warnings = ["A workflow keeps no description; what was sent is not stored."]
    }
    return try call.answer(receipt, status: 201, ["warnings": .texts(warnings)])
  }

  private static let show = Endpoint(
    Route(
      "getDomainWorkflow", .get, "/workflows/{id}", "Shows a workflow.", tag: tag,
      [Route.Success(200, reply)], dialect: .camel)
  ) { call throws(APIError) in
    let workflow = try call.workflowOfPath()
    return .ok(try call.camelJSON(workflow)).tagged(workflow.revision)
  }

  /// Makes a new revision; items that are bound to a former one keep it.
  ///
  /// Source: OpenIndex, “How transitions work”, last note; rule 5.
  private static let update = Endpoint(
    Route(
      "updateDomainWorkflow", .patch, "/workflows/{id}",
      "Changes parts of a workflow; a list replaces the former one.", tag: tag,
      body: .object(.init(DefinitionSchemas.edit)), [Route.Success(200, reply)], dialect: .camel)
  ) { call throws(APIError) in
    let id = try call.workflowOfPath().id
    let edit = try call.workflowEdit()
    return try call.answer(
      try camelFaults { () throws(APIError) in try call.apply(.editWorkflow(.id(id), edit)) })
  }

  private static let delete = Endpoint(
    Route(
      "deleteDomainWorkflow", .delete, "/workflows/{id}",
      "Removes a workflow that no domain and no work item uses.", tag: tag,
      [Route.Success(204)], dialect: .camel)
  ) { call throws(APIError) in
    _ = try call.apply(.deleteWorkflow(.id(try call.workflowOfPath().id)))
    return .noContent
  }
}

/// Tells the faults of a definition with the places that their writer knows.
func camelFaults<Value>(_ body: () throws(APIError) -> Value) throws(APIError) -> Value {
  do {
    return try body()
  } catch {
    guard let cause = error.engine, !cause.faults.isEmpty else { throw error }
    throw APIError(
      EngineError(
        cause.code, cause.message, nextStep: cause.nextStep, faults: cause.faults.map(\.camel)))
  }
}

extension Call {
  /// The organizations whose workflows are asked for, each once.
  fileprivate func workflowPlaces() throws(APIError) -> [WorkPlace] {
    var seen: Set<Organization.ID> = []
    return try workPlaces().filter { seen.insert($0.organization).inserted }
  }

  /// The workflow of the path.
  func workflowOfPath() throws(APIError) -> Workflow {
    guard let id = Workflow.ID(parameter("id")) else {
      throw .notFound("workflow", parameter("id"))
    }
    return try ask { (engine) throws(EngineError) in try engine.workflow(.id(id)) }
  }

  func camelJSON(_ workflow: Workflow) throws(APIError) -> JSONValue {
    workflow.camelJSON.adding(["organizationId": .id(try organizationScope())])
  }

  /// The workflow as it is after a change.
  fileprivate func answer(
    _ receipt: Receipt, status: Int = 200, _ more: [String: JSONValue] = [:]
  ) throws(APIError) -> Answer {
    guard case .workflow(let workflow) = receipt.subject else { throw .unexpected }
    var more = more
    if !receipt.shifts.isEmpty { more["moved"] = .array(receipt.shifts.map(\.json)) }
    return Answer(status: status, body: .json(try camelJSON(workflow).adding(more)))
      .tagged(workflow.revision)
  }

  fileprivate func workflowDraft() throws(APIError) -> WorkflowDraft {
    guard case .object(var members) = body else { throw .unexpected }
    members["description"] = nil
    members["domain"] = nil
    let beginning = WorkflowDraft.beginning(named: text("name") ?? "")
    if member("statuses") == nil {
      members["statuses"] = beginning.json["statuses"]
      if member("transitions") == nil { members["transitions"] = beginning.json["transitions"] }
    }
    var draft = try definition { () throws(WorkflowFaults) in
      try WorkflowDraft(reading: JSONValue.object(members).snakeDefinition)
    }
    draft.enforcement = draft.enforcement ?? Enforcement.strict.rawValue
    return draft
  }

  fileprivate func workflowEdit() throws(APIError) -> WorkflowEdit {
    guard case .object(var members) = body else { throw .unexpected }
    for name in ["mapping", "mapSuggested", "expectedRevision"] { members[name] = nil }
    var edit = try definition { () throws(WorkflowFaults) in
      try WorkflowEdit(reading: JSONValue.object(members).snakeDefinition)
    }
    edit.mapping = StatusMapping(
      pairs("mapping"), takesSuggestions: flag("mapSuggested") ?? false)
    let tagged = try expectation().version
    edit.expectedRevision = number("expectedRevision") ?? tagged
    return edit
  }

  private func definition<Value>(
    _ read: () throws(WorkflowFaults) -> Value
  ) throws(APIError) -> Value {
    do {
      return try read()
    } catch {
      throw APIError(EngineError(WorkflowFaults(error.faults.map(\.camel))))
    }
  }
}
