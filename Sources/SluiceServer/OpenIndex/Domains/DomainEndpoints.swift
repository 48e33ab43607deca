internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

/// Domains, which are projects.
///
/// Source: OpenIndex, “Domains”.
enum DomainEndpoints {
  static let all = [list, create, show, update, assign] + deleting + members

  static let tag = "Domains"

  private static let list = Endpoint(
    Route(
      "listDomains", .get, "/domains", "Lists the domains that the caller sees, by key.",
      tag: tag, query: .camelPage, [Route.Success(200, .camelPage(.reference("Domain")))],
      dialect: .camel)
  ) { call throws(APIError) in
    let page = try call.visibleProjects(call.page)
    var items: [JSONValue] = []
    for found in page.items {
      items.append(try call.at(call.scope(of: found)).domainJSON(found.project))
    }
    return .ok(Page(items: items, nextCursor: page.nextCursor).camelJSON(\.self))
  }

  /// A key is the domain's in the whole server, as OpenIndex has it, and never changes.
  private static let create = Endpoint(
    Route(
      "createDomain", .post, "/domains",
      "Makes a domain in the caller's personal organization, or in another.", tag: tag,
      body: .object(
        .required("name", DomainSchemas.name), .required("key", .text),
        .optional("description", .nullable(.text(upTo: 10_000))),
        .optional("workflowId", .nullable(.text)), .optional("organizationId", .text)),
      [Route.Success(201, .reference("Domain"))], dialect: .camel)
  ) { call throws(APIError) in
    let key = call.text("key") ?? ""
    try call.checkIsFree(key)
    let draft = ProjectDraft(
      key: key, name: call.text("name") ?? "", description: call.text("description") ?? "",
      workflow: call.workflow("workflowId"))
    let receipt = try call.apply(.createProject(draft))
    guard case .project(let project) = receipt.subject else { throw .unexpected }
    return .created(try call.domainJSON(project))
  }

  private static let show = Endpoint(
    Route(
      "getDomain", .get, "/domains/{id}", "Shows a domain.", tag: tag,
      [Route.Success(200, .reference("Domain"))], dialect: .camel)
  ) { call throws(APIError) in
    .ok(try call.domainJSON(try call.domain()))
  }

  private static let update = Endpoint(
    Route(
      "updateDomain", .patch, "/domains/{id}", "Changes a domain's name or description.",
      tag: tag,
      body: .object(
        .optional("name", DomainSchemas.name),
        .optional("description", .nullable(.text(upTo: 10_000)))),
      [Route.Success(200, .reference("Domain"))], dialect: .camel)
  ) { call throws(APIError) in
    try call.edit(
      ProjectEdit(
        name: call.text("name"),
        description: call.has("description") ? call.text("description") ?? "" : nil))
  }

  /// Items that follow the domain are taken along; bound ones keep their workflow.
  ///
  /// One that would be left in a status that is no more needs a mapping. Source: rule 5.
  private static let assign = Endpoint(
    Route(
      "assignDomainWorkflow", .put, "/domains/{id}/workflow",
      "Attaches a workflow to a domain; its items follow it from then on.", tag: tag,
      body: .object(
        .required(
          "workflowId",
          .described(.nullable(.text), "Null goes back to the organization's Default.")),
        .optional(
          "mapping",
          .described(.map(.text), "Where items go: a status's former name to a new one.")),
        .optional("mapSuggested", .boolean)),
      [Route.Success(200, .reference("Domain"))], dialect: .camel)
  ) { call throws(APIError) in
    let workflow = call.workflow("workflowId")
    let mapping = StatusMapping(
      call.pairs("mapping"), takesSuggestions: call.flag("mapSuggested") ?? false)
    return try call.edit(
      ProjectEdit(workflow: workflow, clearsWorkflow: workflow == nil, mapping: mapping))
  }
}

extension Call {
  /// What the caller is in a domain of a list.
  fileprivate func scope(of found: PlacedProject) throws(APIError) -> Scope {
    let place = ProjectPlace(project: found.project.id, organization: found.organization)
    let admission = Admission(book: parts.book, now: now)
    let role = try admission.effectiveRole(of: try account().id, in: place)
    return Scope(
      organization: found.organization, project: found.project.id, role: role ?? .viewer)
  }

  fileprivate func checkIsFree(_ text: String) throws(APIError) {
    // A key that is none is refused by its rule.
    guard let key = ProjectKey(text.trimmingBlanks.uppercased()) else { return }
    let others = try translating { () throws(EngineError) in
      try directory.projects(withKey: key, limit: 1)
    }
    guard others.isEmpty else {
      throw APIError(
        EngineError(
          .conflict, "The key “\(key)” is taken on this server.", nextStep: "Choose another key."))
    }
  }

  fileprivate func edit(_ edit: ProjectEdit) throws(APIError) -> Answer {
    let receipt = try apply(.editProject(.id(try projectScope()), edit))
    guard case .project(let project) = receipt.subject else { throw .unexpected }
    return .ok(
      try domainJSON(project).adding(
        receipt.shifts.isEmpty ? [:] : ["moved": .array(receipt.shifts.map(\.json))]))
  }
}
