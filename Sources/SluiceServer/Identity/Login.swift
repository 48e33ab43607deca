internal import SluiceCore
internal import SluiceEngine

/// The two tokens of someone who has just logged in, or come back.
struct Login {
  /// How long the first is good for, in seconds.
  static let accessSeconds = 3_600
  /// How long one may stay away, in seconds.
  static let refreshSeconds = 30 * 86_400

  let account: Account
  let access: String
  let refresh: String
  let organization: Organization.ID?

  /// Makes the tokens; `login` is what those of the login before had in common.
  init(_ account: Account, _ call: Call, login: AccessToken.ID? = nil) throws(APIError) {
    let login = login ?? .make()
    self.account = account
    access = try call.directory.make(
      AccessTokenDraft(
        kind: .session, account: account.id, scope: .admin, login: login,
        expiresAt: call.now.advanced(bySeconds: Int64(Self.accessSeconds)))
    ).secret
    refresh = try call.directory.make(
      AccessTokenDraft(
        kind: .refresh, account: account.id, scope: .admin, login: login,
        expiresAt: call.now.advanced(bySeconds: Int64(Self.refreshSeconds)))
    ).secret
    organization = try translating { () throws(EngineError) in
      try call.directory.personalOrganization(of: account.id)
    }
  }

  /// As Alloy's guide prints it.
  var json: JSONValue {
    .object([
      "user_id": .string(account.id.description), "email": .optional(account.email),
      "display_name": .string(account.displayName), "handle": .string(account.handle),
      "access_token": .string(access), "refresh_token": .string(refresh),
      "token_type": .string("Bearer"), "expires_in": .integer(Self.accessSeconds),
      "org_id": .optional(organization?.description),
    ])
  }

  /// The same as OpenIndex's routes write it.
  var camelJSON: JSONValue {
    .object([
      "userId": .string(account.id.description), "email": .optional(account.email),
      "displayName": .string(account.displayName), "handle": .string(account.handle),
      "accessToken": .string(access), "refreshToken": .string(refresh),
      "tokenType": .string("Bearer"), "expiresIn": .integer(Self.accessSeconds),
    ])
  }
}
