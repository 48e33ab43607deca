internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

/// Who the caller is, and the tokens with which their programs come.
///
/// Source: OpenIndex, “Authentication”.
enum ProfileEndpoints {
  static let all = [claimInvitation, profile, listTokens, createToken, deleteToken]

  private static let tag = "Profile"
  private static let reply = Schema.reference("PersonalToken")

  /// An invitation is worth one account, which is made by it and logged in.
  private static let claimInvitation = Endpoint(
    Route(
      "claimInvitation", .post, "/auth/invites/claim",
      "Makes the account that an invitation is for, and logs it in.", tag: tag,
      body: .object(
        .required("code", .string(.init(minimum: 1, maximum: 200))),
        .required("email", .string(.init(format: .email, minimum: 3, maximum: 254))),
        .required("password", .newPassword),
        .optional("displayName", .text(upTo: AccountDraft.maximumNameLength))),
      [
        Route.Success(
          201,
          .open(
            .required("userId", .id), .required("handle", .text),
            .required("displayName", .text), .required("email", .nullable(.text)),
            .required("accessToken", .text), .required("refreshToken", .text),
            .required("tokenType", .text), .required("expiresIn", .count)))
      ], dialect: .camel), .registration, isSecret: true)

  private static let profile = Endpoint(
    Route(
      "myProfile", .get, "/me", "Tells who the caller is.", tag: tag,
      [Route.Success(200, .reference("Profile"))], dialect: .camel)
  ) { call throws(APIError) in
    let account = try call.account()
    let personal = try call.parts.book.personal(account.id)
    return .ok(
      .object([
        "id": .id(account.id), "handle": .string(account.handle),
        "displayName": .string(account.displayName), "email": .optional(account.email),
        "isInstanceAdmin": .bool(account.isInstanceAdmin),
        "scope": .string(call.caller.scope.rawValue), "agentId": .optional(call.actor.agent),
        "personalDomainId": .optional(personal?.project.description),
        "createdAt": .string(account.createdAt.description),
      ]))
  }

  private static let listTokens = Endpoint(
    Route(
      "listPersonalTokens", .get, "/me/pats",
      "Lists the caller's personal access tokens, never their values.", tag: tag,
      [Route.Success(200, .camelPage(reply))], dialect: .camel)
  ) { call throws(APIError) in
    let account = try call.account()
    let tokens = try translating { () throws(EngineError) in
      try call.directory.tokens(of: account.id, kinds: [.personal])
    }
    return .ok(Page(items: tokens).camelJSON(\.personalJSON))
  }

  /// The value is in this answer and never again.
  ///
  /// A token makes none that may do more than itself.
  private static let createToken = Endpoint(
    Route(
      "createPersonalToken", .post, "/me/pats", "Makes a personal access token, shown once.",
      tag: tag,
      body: .object(
        .required("name", .string(.init(minimum: 1, maximum: 120))),
        .required("scope", .oneOf(AccessToken.Scope.allCases.map(\.rawValue))),
        .optional("expiresAt", .nullable(.time))),
      [Route.Success(201, reply)], dialect: .camel), isSecret: true
  ) { call throws(APIError) in
    let end = try call.text("expiresAt").map { (text) throws(APIError) in
      try Timestamp.read(text, "expiresAt")
    }
    guard end.map({ $0 > call.now }) ?? true else {
      throw APIError(
        .invalidValue(
          attribute: "expiresAt",
          message: "A token that has expired is of no use; name a time to come."))
    }
    let draft = try call.tokenDraft(
      .personal, named: call.text("name") ?? "", scope: call.text("scope"), projects: nil,
      expiresAt: end)
    let fresh = try call.directory.make(draft)
    return .created(fresh.token.personalJSON.adding(["token": .string(fresh.secret)]))
  }

  private static let deleteToken = Endpoint(
    Route(
      "deletePersonalToken", .delete, "/me/pats/{id}", "Makes a token worthless at once.",
      tag: tag, [Route.Success(204)], dialect: .camel)
  ) { call throws(APIError) in
    try call.revokeToken(.personal, call.parameter("id"))
    return .noContent
  }
}

extension AccessToken {
  /// What is told of a token, in OpenIndex's words.
  fileprivate var personalJSON: JSONValue {
    .object([
      "id": .string(id.description), "name": .string(name), "scope": .string(scope.rawValue),
      "expiresAt": .optional(expiresAt?.description), "createdAt": .string(createdAt.description),
      "lastUsedAt": .optional(lastUsedAt?.description),
    ])
  }
}
