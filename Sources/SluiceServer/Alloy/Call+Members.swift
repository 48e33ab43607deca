internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

/// What members of organizations and of projects have in common.
extension Call {
  /// The organization that the request is about.
  func organizationScope() throws(APIError) -> Organization.ID {
    guard let scope else { throw .unexpected }
    return scope.organization
  }

  /// The project that the request is about.
  func projectScope() throws(APIError) -> Project.ID {
    guard let project = scope?.project else { throw .unexpected }
    return project
  }

  /// The account that the body names, by id, handle or email address.
  func newMember() throws(APIError) -> Account {
    let names = ["account_id", "handle", "email"].filter(has)
    guard names.count == 1, let name = text(names[0]) else {
      throw .malformed("One of “account_id”, “handle” and “email” is needed.")
    }
    guard let account = try account(by: names[0], name), account.isActive else {
      throw .notFound("account", name)
    }
    return account
  }

  private func account(by kind: String, _ name: String) throws(APIError) -> Account? {
    switch kind {
    case "account_id": try Account.ID(name).flatMap { (id) throws(APIError) in try account(id) }
    case "handle": try account(named: name)
    default:
      try translating { () throws(EngineError) in try directory.account(email: name) }
    }
  }

  /// The account that the path names, by id or handle.
  func member() throws(APIError) -> Account {
    let name = parameter("account")
    let found =
      if let id = Account.ID(name) { try account(id) } else { try account(named: name) }
    guard let found else { throw .notFound("member", name) }
    return found
  }

  /// Refuses tokens for a part of what the account may do: they decide nothing about who belongs where.
  func requireWholeToken() throws(APIError) {
    guard caller.token?.projects == nil, caller.token?.kind != .agentRun else {
      throw .forbidden("This takes a token that is good for all projects, and not an agent's.")
    }
  }

  /// The role that the body gives, if the caller may give it to someone who has another.
  func roleToGive(to account: Account, from former: Role?) throws(APIError) -> Role {
    guard let role = text("role").flatMap(Role.init(named:)) else { throw .unexpected }
    try checkReach(role, of: account)
    if let former { try checkReach(former, of: account) }
    return role
  }

  /// Nobody gives or takes a role above their own, so that only owners decide about owners.
  func checkReach(_ role: Role, of account: Account) throws(APIError) {
    try requireWholeToken()
    try require(role, "To decide about \(account.handle) as \(role.name)")
  }
}

extension Membership {
  /// The member as programs see it; addresses are nobody else's business.
  var json: JSONValue {
    .object([
      "account_id": .string(account.id.description), "user_id": .string(account.id.description),
      "handle": .string(account.handle), "display_name": .string(account.displayName),
      "role": .string(role.name),
    ])
  }
}
