internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension Endpoint {
  /// The caller's API keys, without their secrets.
  static let listAPIKeys = Endpoint(
    Route(
      "listAPIKeys", .get, "/api/v1/auth/api-keys", "Lists the caller's API keys.",
      tag: "Identity", query: .page, [Route.Success(200, .page(.apiKey))])
  ) { call throws(APIError) in
    let account = try call.account()
    let keys = try translating { () throws(EngineError) in
      try call.directory.tokens(of: account.id, kinds: [.apiKey])
    }
    return .ok(
      .object([
        "items": .array(keys.map(\.json)), "next_cursor": .null, "has_more": .bool(false),
      ]))
  }

  /// Makes an API key; its secret is in this answer and never again.
  static let createAPIKey = Endpoint(
    Route(
      "createAPIKey", .post, "/api/v1/auth/api-keys", "Makes an API key, shown once.",
      tag: "Identity",
      body: .object(
        .required("name", .string(Schema.StringRule(minimum: 1, maximum: 120))),
        .optional("scope", .oneOf(AccessToken.Scope.allCases.map(\.rawValue))),
        .optional("expires_in_days", .integer(1...3_650)),
        .optional("allowed_project_ids", .array(.id, maximum: 100))),
      [Route.Success(201, .apiKey)]), isSecret: true
  ) { call throws(APIError) in
    let draft = try call.tokenDraft(
      .apiKey, named: call.text("name") ?? "", scope: call.text("scope"),
      projects: call.texts("allowed_project_ids"),
      expiresAt: call.number("expires_in_days").map {
        call.now.advanced(bySeconds: Int64($0) * 86_400)
      })
    let fresh = try call.directory.make(draft)
    return .created(fresh.token.json.adding(["key": .string(fresh.secret)]))
  }

  /// Makes an API key worthless at once.
  static let deleteAPIKey = Endpoint(
    Route(
      "deleteAPIKey", .delete, "/api/v1/auth/api-keys/{key}", "Revokes an API key.",
      tag: "Identity", [Route.Success(204)])
  ) { call throws(APIError) in
    try call.revokeToken(.apiKey, call.parameter("key"))
    return .noContent
  }
}

extension Call {
  /// A token of the caller to be, which may do no more than the one that the caller came with.
  func tokenDraft(
    _ kind: AccessToken.Kind, named name: String, scope word: String?, projects: [String]?,
    expiresAt: Timestamp?
  ) throws(APIError) -> AccessTokenDraft {
    let account = try account()
    guard caller.token?.kind != .agentRun else {
      throw .forbidden("The token of an agent's run makes no tokens.")
    }
    let scope =
      word.flatMap(AccessToken.Scope.init(rawValue:))
      ?? (caller.scope.covers(.readWrite) ? .readWrite : .read)
    guard caller.scope.covers(scope) else {
      throw .forbidden("A token makes none that may do more: this one is \(caller.scope.rawValue).")
    }
    let own = caller.token?.projects
    let wished = projects?.compactMap { Project.ID($0) } ?? own
    if let own, let wished, !Set(wished).isSubset(of: own) {
      throw .forbidden("A token for some projects makes none for others.")
    }
    return AccessTokenDraft(
      kind: kind, account: account.id, name: name, scope: scope, projects: wished,
      expiresAt: expiresAt)
  }

  /// Makes a token of the caller worthless; one of another kind, or of somebody else, is not found.
  func revokeToken(_ kind: AccessToken.Kind, _ text: String) throws(APIError) {
    let account = try account()
    guard caller.token?.kind != .agentRun else {
      throw .forbidden("The token of an agent's run ends no other tokens.")
    }
    guard let id = AccessToken.ID(text) else { throw .notFound("token", text) }
    try translating { () throws(EngineError) in
      let known = try directory.tokens(of: account.id, kinds: [kind])
      guard known.contains(where: { $0.id == id }) else { throw .notFound("token", text) }
      try directory.revoke(id, of: account.id)
    }
  }
}

extension AccessToken.Scope {
  /// Whether it lets its bearer do all that another does.
  func covers(_ other: AccessToken.Scope) -> Bool {
    switch (self, other) {
    case (.admin, _), (.readWrite, .readWrite), (_, .read): true
    default: false
    }
  }
}

extension AccessToken {
  /// What is told of a token, in Alloy's words.
  var json: JSONValue {
    .object([
      "id": .string(id.description), "name": .string(name), "scope": .string(scope.rawValue),
      "allowed_project_ids": projects.map { .texts($0.map(\.description)) } ?? .null,
      "created_at": .string(createdAt.description),
      "expires_at": .optional(expiresAt?.description),
      "last_used_at": .optional(lastUsedAt?.description),
    ])
  }
}

extension Schema {
  static let apiKey = Schema.open(
    .required("id", .id), .required("name", .text), .required("scope", .text),
    .required("created_at", .time), .required("expires_at", .nullable(.time)),
    .required("last_used_at", .nullable(.time)), .optional("key", .text))
}
