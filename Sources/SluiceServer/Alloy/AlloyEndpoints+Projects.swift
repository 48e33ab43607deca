internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension AlloyEndpoints {
  static let projects = [
    createProject, listProjects, getProject, updateProject, deleteProject,
  ]

  private static let reply = Schema.reference("Project")

  private static let createProject = Endpoint(
    Route(
      "createProject", .post, "/api/v1/projects", "Makes a project in an organization.",
      tag: "Projects",
      body: .object(
        .required("org_id", .described(.text, "The id or the slug of the organization.")),
        .required("key", .text), .required("name", .text), .optional("description", .text),
        .optional("workflow_id", .nullable(.text))),
      [.init(201, reply)])
  ) { call throws(APIError) in
    let draft = ProjectDraft(
      key: call.text("key") ?? "", name: call.text("name") ?? "",
      description: call.text("description") ?? "", workflow: call.workflow("workflow_id"))
    let receipt = try call.apply(.createProject(draft))
    guard case .project(let project) = receipt.subject else { throw .unexpected }
    return .created(call.json(project))
  }

  private static let listProjects = Endpoint(
    Route(
      "listProjects", .get, "/api/v1/projects",
      "Lists the projects that the caller sees, by key: all, or those of an organization.",
      tag: "Projects",
      query: [QueryParameter("org_id", .text, "The id or the slug of an organization.")] + .page,
      [.init(200, .page(reply))])
  ) { call throws(APIError) in
    let page = try call.visibleProjects(call.page)
    return call.print(
      page, page.items.map { $0.project.json.adding(["org_id": .id($0.organization)]) })
  }

  private static let getProject = Endpoint(
    Route(
      "getProject", .get, "/api/v1/projects/{project}", "Gives a project.", tag: "Projects",
      [.init(200, reply)])
  ) { call throws(APIError) in
    let reference = try call.projectReference()
    let found = try call.ask { (engine) throws(EngineError) in try engine.project(reference) }
    return .ok(call.json(found))
  }

  private static let updateProject = Endpoint(
    Route(
      "updateProject", .patch, "/api/v1/projects/{project}",
      "Changes a project, or assigns it a workflow and takes its tickets along.", tag: "Projects",
      query: .dryRun,
      body: .object(
        .optional("name", .text), .optional("description", .text),
        .optional(
          "workflow_id", .described(.nullable(.text), "Null goes back to the Default workflow.")),
        .optional("mapping", .reference("StatusMapping")), .optional("map_suggested", .boolean)),
      [.init(200, reply)])
  ) { call throws(APIError) in
    let workflow = call.workflow("workflow_id")
    let edit = ProjectEdit(
      name: call.text("name"), description: call.text("description"), workflow: workflow,
      clearsWorkflow: call.has("workflow_id") && workflow == nil, mapping: call.statusMapping())
    let receipt = try call.apply(.editProject(call.projectReference(), edit))
    guard case .project(let project) = receipt.subject else { throw .unexpected }
    return .ok(call.json(project).adding(call.members(of: receipt)))
  }

  private static let deleteProject = Endpoint(
    Route(
      "deleteProject", .delete, "/api/v1/projects/{project}",
      "Removes a project that has no tickets.", tag: "Projects", [.init(204)])
  ) { call throws(APIError) in
    _ = try call.apply(.deleteProject(call.projectReference()))
    return .noContent
  }
}
