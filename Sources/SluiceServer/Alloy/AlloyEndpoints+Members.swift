internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension AlloyEndpoints {
  static let organizationMembers = [
    listMembers, addMember, updateMember, removeMember, leaveOrganization,
  ]

  private static let reply = Schema.reference("Member")
  private static let path = "/api/v1/orgs/{org}/members"

  private static let listMembers = Endpoint(
    Route(
      "listMembers", .get, path, "Lists the members of an organization.", tag: "Members",
      query: .page, [.init(200, .page(reply))])
  ) { call throws(APIError) in
    let id = try call.organizationScope()
    let page = try translating { () throws(EngineError) in
      try call.directory.members(of: id, call.page)
    }
    return call.print(page, page.items.map(\.json))
  }

  private static let addMember = Endpoint(
    Route(
      "addMember", .post, path, "Makes an account a member of an organization.", tag: "Members",
      body: .reference("MemberDraft"), [.init(201, reply)])
  ) { call throws(APIError) in
    let account = try call.newMember()
    let former = try call.role(ofMember: account.id)
    guard former == nil else {
      throw APIError(
        EngineError(
          .conflict, "\(account.handle) is a member of the organization already.",
          nextStep: "Give another role with PATCH."))
    }
    return .created(try call.setRole(of: account, from: nil))
  }

  private static let updateMember = Endpoint(
    Route(
      "updateMember", .patch, path + "/{account}", "Gives a member another role.", tag: "Members",
      body: .object(.required("role", .role)), [.init(200, reply)])
  ) { call throws(APIError) in
    let account = try call.member()
    return .ok(try call.setRole(of: account, from: try call.existingRole(ofMember: account)))
  }

  private static let removeMember = Endpoint(
    Route(
      "removeMember", .delete, path + "/{account}", "Removes a member from an organization.",
      tag: "Members", [.init(204)])
  ) { call throws(APIError) in
    let account = try call.member()
    try call.checkReach(try call.existingRole(ofMember: account), of: account)
    return try call.remove(account.id)
  }

  private static let leaveOrganization = Endpoint(
    Route(
      "leaveOrganization", .delete, path + "/me", "Ends the caller's own membership.",
      tag: "Members", [.init(204)])
  ) { call throws(APIError) in
    try call.requireWholeToken()
    return try call.remove(try call.account().id)
  }
}

extension Call {
  fileprivate func role(ofMember account: Account.ID) throws(APIError) -> Role? {
    try parts.book.role(of: account, in: try organizationScope())
  }

  fileprivate func existingRole(ofMember account: Account) throws(APIError) -> Role {
    guard let role = try role(ofMember: account.id) else {
      throw .notFound("member", account.handle)
    }
    return role
  }

  fileprivate func setRole(
    of account: Account, from former: Role?
  ) throws(APIError) -> JSONValue {
    let role = try roleToGive(to: account, from: former)
    let id = try organizationScope()
    try translating { () throws(EngineError) in
      try directory.setRole(role, of: account.id, in: id)
    }
    return Membership(account: account, role: role).json
  }

  fileprivate func remove(_ account: Account.ID) throws(APIError) -> Answer {
    let id = try organizationScope()
    try translating { () throws(EngineError) in try directory.removeMember(account, from: id) }
    return .noContent
  }
}
