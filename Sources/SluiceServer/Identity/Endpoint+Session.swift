internal import Passwords
internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension Endpoint {
  /// Gives new tokens for an old one, which is worth nothing from then on.
  static let refresh = Endpoint(
    Route(
      "refresh", .post, "/api/v1/auth/refresh", "Gives new tokens for a refresh token.",
      tag: "Identity", body: .object(.required("refresh_token", .text(upTo: 200))),
      [Route.Success(200, .loginReply)]), isSecret: true
  ) { call throws(APIError) in
    let digest = Secrets.digest(of: call.text("refresh_token") ?? "")
    let found = try translating { () throws(EngineError) in
      try call.directory.token(digest: digest)
    }
    guard let (token, account) = found, token.kind == .refresh, account.isActive,
      !token.isExpired(at: call.now)
    else {
      throw .unauthorized("The refresh token is not known, or is worth nothing any more.")
    }
    try translating { () throws(EngineError) in
      if let login = token.login {
        try call.directory.revoke(login: login, of: account.id)
      } else {
        try call.directory.revoke(token.id, of: account.id)
      }
    }
    return .ok(try Login(account, call, login: token.login).json)
  }

  /// Makes the tokens of the caller's login worthless at once.
  static let logout = Endpoint(
    Route(
      "logout", .post, "/api/v1/auth/logout", "Ends the caller's login.", tag: "Identity",
      [Route.Success(204)])
  ) { call throws(APIError) in
    guard let token = call.caller.token else {
      throw .malformed("A user on the Unix socket has no login to end.")
    }
    try translating { () throws(EngineError) in
      if let login = token.login {
        try call.directory.revoke(login: login, of: token.account)
      } else {
        try call.directory.revoke(token.id, of: token.account)
      }
    }
    return .noContent
  }

  /// Who the caller is, and what a board needs to know before it can ask for more: it is one round trip.
  ///
  /// Source: Alloy, “Authentication”.
  static let me = Endpoint(
    Route(
      "me", .get, "/api/v1/auth/me", "Tells who the caller is.", tag: "Identity",
      [
        Route.Success(
          200,
          .open(
            .required("user_id", .id), .required("org_id", .nullable(.id)),
            .required("email", .nullable(.text)), .required("role", .nullable(.text)),
            .required("handle", .text), .required("display_name", .text),
            .required("scope", .text), .required("is_instance_admin", .boolean),
            .required("personal_has_work", .boolean),
            .required("organizations", .array(.reference("Organization"), maximum: mostListed)),
            .required("has_more_organizations", .boolean)))
      ])
  ) { call throws(APIError) in
    let account = try call.account()
    let (organization, role) = try translating { () throws(EngineError) in
      let organization = try call.directory.personalOrganization(of: account.id)
      let role = try organization.flatMap { (id) throws(EngineError) in
        try call.directory.role(of: account.id, in: id)
      }
      return (organization, role)
    }
    let memberships = try translating { () throws(EngineError) in
      try call.directory.organizations(of: account.id, PageRequest(limit: mostListed))
    }
    let hasWork = try organization.map { (id) throws(APIError) in try call.hasWork(in: id) }
    return .ok(
      .object([
        "personal_has_work": .bool(hasWork ?? false),
        "organizations": .array(
          memberships.items.map { $0.organization.json.adding(["role": .string($0.role.name)]) }),
        "has_more_organizations": .bool(memberships.nextCursor != nil),
        "user_id": .string(account.id.description),
        "org_id": .optional(organization?.description), "email": .optional(account.email),
        "role": .optional(role?.name), "handle": .string(account.handle),
        "display_name": .string(account.displayName),
        "agent": .optional(call.caller.agent), "scope": .string(call.caller.scope.rawValue),
        "is_instance_admin": .bool(account.isInstanceAdmin),
      ]))
  }
}

/// How many organizations come along with the account at most.
private let mostListed = 100

extension Call {
  /// Whether there is work in the personal organization, which begins with an empty project `ME`.
  fileprivate func hasWork(in personal: Organization.ID) throws(APIError) -> Bool {
    let engine = try parts.engines.engine(of: personal)
    let projects = try translating { () throws(EngineError) in
      try engine.projects(PageRequest(limit: 2)).items
    }
    return projects.contains { !$0.key.isPersonal || $0.ticketCounter > 0 }
  }

  /// The caller's account, on a route for those who are signed in.
  func account() throws(APIError) -> Account {
    guard let account = caller.account else { throw .unauthorized("This needs a token.") }
    return account
  }
}
