internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension DomainEndpoints {
  static let members = [listMembers, addMember, updateMember, removeMember]

  private static let reply = Schema.reference("DomainMember")
  private static let path = "/domains/{id}/members"

  /// The organization's members come first, on the first page: at most 500 of them.
  ///
  /// The first who owns it is the domain's one owner; others that do are shown as its admins.
  private static let listMembers = Endpoint(
    Route(
      "listDomainMembers", .get, path, "Lists who may do what in a domain.", tag: tag,
      query: .camelPage, [Route.Success(200, .camelPage(reply))], dialect: .camel)
  ) { call throws(APIError) in
    let (project, organization) = (try call.projectScope(), try call.organizationScope())
    let (own, inherited) = try translating { () throws(EngineError) in
      let page = try call.directory.projectMembers(of: project, call.page)
      guard call.page.cursor == nil else { return (page, [] as [Membership]) }
      let everyone = PageRequest(limit: PageRequest.maximumLimit)
      return (page, try call.directory.members(of: organization, everyone).items)
    }
    let owner = inherited.first { $0.role == .owner }?.account.id
    let wide = inherited.map { member in
      let isOther = member.role == .owner && member.account.id != owner
      return member.json(as: isOther ? .admin : member.role, isInherited: true)
    }
    let items = wide + own.items.map { $0.json(as: $0.role, isInherited: false) }
    return .ok(Page(items: items, nextCursor: own.nextCursor).camelJSON(\.self))
  }

  private static let addMember = Endpoint(
    Route(
      "addDomainMember", .post, path, "Makes a user a member of a domain.", tag: tag,
      body: .object(
        .required("userId", .described(.text, "The user's id or handle.")),
        .required("role", DomainSchemas.givenRole)),
      [Route.Success(201, reply)], dialect: .camel)
  ) { call throws(APIError) in
    try call.requireWholeToken()
    let account = try call.account(meant: call.text("userId") ?? "")
    guard try call.ownRole(of: account) == nil else {
      throw APIError(
        EngineError(
          .conflict, "\(account.handle) is a member of the domain already.",
          nextStep: "Give another role with PATCH."))
    }
    return .created(try call.giveRole(to: account))
  }

  private static let updateMember = Endpoint(
    Route(
      "updateDomainMember", .patch, path + "/{userId}", "Gives a member another role.", tag: tag,
      body: .object(.required("role", DomainSchemas.givenRole)), [Route.Success(200, reply)],
      dialect: .camel)
  ) { call throws(APIError) in
    let account = try call.ownMember()
    try call.requireWholeToken()
    return .ok(try call.giveRole(to: account))
  }

  private static let removeMember = Endpoint(
    Route(
      "removeDomainMember", .delete, path + "/{userId}", "Removes a member from a domain.",
      tag: tag, [Route.Success(204)], dialect: .camel)
  ) { call throws(APIError) in
    let (account, project) = (try call.ownMember(), try call.projectScope())
    try call.requireWholeToken()
    try translating { () throws(EngineError) in
      try call.directory.removeProjectMember(account.id, from: project)
    }
    return .noContent
  }
}

extension Call {
  fileprivate func ownRole(of account: Account) throws(APIError) -> Role? {
    try parts.book.role(of: account.id, inProject: try projectScope())
  }

  /// The user of the path, who must be a member of the domain alone: who comes with the organization is
  /// changed there.
  fileprivate func ownMember() throws(APIError) -> Account {
    let name = parameter("userId")
    let found = if let id = Account.ID(name) { try account(id) } else { try account(named: name) }
    guard let account = found else { throw .notFound("member", name) }
    if let role = try ownRole(of: account) {
      guard role != .owner else {
        throw .forbidden("\(account.handle) owns the domain, and nobody is made an owner here.")
      }
      return account
    }
    guard try parts.book.role(of: account.id, in: organizationScope()) != nil else {
      throw .notFound("member", name)
    }
    throw APIError(
      EngineError(
        .conflict, "\(account.handle) is a member of the whole organization.",
        nextStep: "Change that there: /api/v1/orgs/\(try organizationScope())/members."))
  }

  fileprivate func giveRole(to account: Account) throws(APIError) -> JSONValue {
    guard let role = text("role").flatMap(Role.init(rawValue:)) else { throw .unexpected }
    let project = try projectScope()
    try translating { () throws(EngineError) in
      try directory.setProjectRole(role, of: account.id, in: project)
    }
    return Membership(account: account, role: role).json(as: role, isInherited: false)
  }
}

extension Membership {
  /// The member as OpenIndex's routes write it; addresses are nobody else's business.
  fileprivate func json(as role: Role, isInherited: Bool) -> JSONValue {
    .object([
      "userId": .string(account.id.description), "handle": .string(account.handle),
      "displayName": .string(account.displayName), "role": .string(role.rawValue),
      "inherited": .bool(isInherited),
    ])
  }
}
