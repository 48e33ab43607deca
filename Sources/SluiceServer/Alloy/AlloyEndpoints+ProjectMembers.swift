internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension AlloyEndpoints {
  static let projectMembers = [
    listProjectMembers, addProjectMember, updateProjectMember, removeProjectMember, leaveProject,
  ]

  private static let reply = Schema.reference("Member")
  private static let path = "/api/v1/projects/{project}/members"

  private static let listProjectMembers = Endpoint(
    Route(
      "listProjectMembers", .get, path,
      "Lists the members of a project alone, beside those of its organization.", tag: "Members",
      query: .page, [.init(200, .page(reply))])
  ) { call throws(APIError) in
    let id = try call.projectScope()
    let page = try translating { () throws(EngineError) in
      try call.directory.projectMembers(of: id, call.page)
    }
    return call.print(page, page.items.map(\.json))
  }

  private static let addProjectMember = Endpoint(
    Route(
      "addProjectMember", .post, path, "Makes an account a member of a project.", tag: "Members",
      body: .reference("MemberDraft"), [.init(201, reply)])
  ) { call throws(APIError) in
    let account = try call.newMember()
    let former = try call.role(inProject: account.id)
    guard former == nil else {
      throw APIError(
        EngineError(
          .conflict, "\(account.handle) is a member of the project already.",
          nextStep: "Give another role with PATCH."))
    }
    return .created(try call.setProjectRole(of: account, from: nil))
  }

  private static let updateProjectMember = Endpoint(
    Route(
      "updateProjectMember", .patch, path + "/{account}",
      "Gives a member of a project another role there.", tag: "Members",
      body: .object(.required("role", .role)), [.init(200, reply)])
  ) { call throws(APIError) in
    let account = try call.member()
    let former = try call.existingRole(inProject: account)
    return .ok(try call.setProjectRole(of: account, from: former))
  }

  private static let removeProjectMember = Endpoint(
    Route(
      "removeProjectMember", .delete, path + "/{account}", "Removes a member from a project.",
      tag: "Members", [.init(204)])
  ) { call throws(APIError) in
    let account = try call.member()
    try call.checkReach(try call.existingRole(inProject: account), of: account)
    return try call.removeFromProject(account.id)
  }

  private static let leaveProject = Endpoint(
    Route(
      "leaveProject", .delete, path + "/me", "Ends the caller's own membership of a project.",
      tag: "Members", [.init(204)])
  ) { call throws(APIError) in
    try call.requireWholeToken()
    return try call.removeFromProject(try call.account().id)
  }
}

extension Call {
  fileprivate func role(inProject account: Account.ID) throws(APIError) -> Role? {
    try parts.book.role(of: account, inProject: try projectScope())
  }

  fileprivate func existingRole(inProject account: Account) throws(APIError) -> Role {
    guard let role = try role(inProject: account.id) else {
      throw .notFound("member", account.handle)
    }
    return role
  }

  fileprivate func setProjectRole(
    of account: Account, from former: Role?
  ) throws(APIError) -> JSONValue {
    let role = try roleToGive(to: account, from: former)
    let id = try projectScope()
    try translating { () throws(EngineError) in
      try directory.setProjectRole(role, of: account.id, in: id)
    }
    return Membership(account: account, role: role).json
  }

  fileprivate func removeFromProject(_ account: Account.ID) throws(APIError) -> Answer {
    let id = try projectScope()
    try translating { () throws(EngineError) in
      try directory.removeProjectMember(account, from: id)
    }
    return .noContent
  }
}
