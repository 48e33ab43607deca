internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension AlloyEndpoints {
  static let organizations = [
    createOrganization, listOrganizations, getOrganization, updateOrganization,
  ]

  private static let reply = Schema.reference("Organization")
  private static let name = Schema.text(upTo: 1_000)

  private static let createOrganization = Endpoint(
    Route(
      "createOrganization", .post, "/api/v1/orgs", "Makes an organization that the caller owns.",
      tag: "Organizations",
      body: .object(.required("name", name), .optional("slug", name)), [.init(201, reply)])
  ) { call throws(APIError) in
    try call.requireWholeToken()
    let owner = try call.account()
    let made = try translating { () throws(EngineError) in
      try call.directory.createOrganization(
        name: call.text("name") ?? "", slug: call.text("slug"), owner: owner.id)
    }
    return .created(made.json(.owner))
  }

  private static let listOrganizations = Endpoint(
    Route(
      "listOrganizations", .get, "/api/v1/orgs", "Lists the organizations of the caller, by slug.",
      tag: "Organizations", query: .page, [.init(200, .page(reply))])
  ) { call throws(APIError) in
    let account = try call.account()
    let page = try translating { () throws(EngineError) in
      try call.directory.organizations(of: account.id, call.page)
    }
    return call.print(page, page.items.map { $0.organization.json($0.role) })
  }

  private static let getOrganization = Endpoint(
    Route(
      "getOrganization", .get, "/api/v1/orgs/{org}", "Gives an organization.",
      tag: "Organizations", [.init(200, reply)])
  ) { call throws(APIError) in
    let found = try call.ask { (engine) throws(EngineError) in try engine.organization() }
    return .ok(found.json(call.scope?.role))
  }

  private static let updateOrganization = Endpoint(
    Route(
      "updateOrganization", .patch, "/api/v1/orgs/{org}",
      "Gives an organization another name or slug.", tag: "Organizations",
      body: .object(.optional("name", name), .optional("slug", name)), [.init(200, reply)])
  ) { call throws(APIError) in
    let id = try call.organizationScope()
    let updated = try translating { () throws(EngineError) in
      try call.directory.update(
        id, name: call.text("name"), slug: call.text("slug"), by: call.actor)
    }
    return .ok(updated.json(call.scope?.role))
  }
}

extension Organization {
  /// The organization, and what the caller may do there.
  fileprivate func json(_ role: Role?) -> JSONValue {
    json.adding(["role": .optional(role?.name)])
  }
}
