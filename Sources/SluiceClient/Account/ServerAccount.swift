internal import SluiceCore

/// Who calls, as the server knows that person.
public struct ServerAccount: Hashable, Sendable {
  /// The id.
  public var id: String
  /// The name in histories and on tickets.
  public var handle: String
  /// The address with which the person signs in; `nil` for a user of the server's machine.
  public var email: String?
  /// The name for people.
  public var displayName: String?
  /// The id of the organization that was made with the account.
  public var organization: String?
  /// The organizations of which the person is a member; `nil` if the server did not list all of them.
  public var memberships: [ServerOrganization]?
  /// Whether there is work in the organization that was made with the account; `nil` if the server did not say.
  public var hasPersonalWork: Bool?

  /// An account with its parts.
  public init(
    id: String, handle: String, email: String? = nil, displayName: String? = nil,
    organization: String? = nil
  ) {
    self.id = id
    self.handle = handle
    self.email = email
    self.displayName = displayName
    self.organization = organization
  }

  /// The account in an answer; a server without handles is taken to use the first part of the address.
  ///
  /// Source: Alloy, “Authentication”.
  init?(_ json: JSONValue) {
    guard let id = json["user_id"]?.text ?? json["id"]?.text else { return nil }
    hasPersonalWork = json["personal_has_work"]?.flag
    if json["has_more_organizations"]?.flag == false {
      memberships = json["organizations"]?.items?.compactMap(ServerOrganization.init)
    }
    email = json["email"]?.text
    displayName = json["display_name"]?.text
    organization = json["org_id"]?.text
    let local = email?.split(separator: "@").first.map(String.init)
    guard let handle = json["handle"]?.text ?? local ?? displayName else { return nil }
    self.id = id
    self.handle = handle
  }
}

extension ServerConnection {
  /// Signs in with a password; the tokens are used from now on.
  public func signIn(email: String, password: String) throws(ServerFault) -> SignInTokens {
    let body: JSONValue = .object(["email": .string(email), "password": .string(password)])
    let json = try ask("POST", "/api/v1/auth/login", json: body)
    guard let tokens = SignInTokens(json) else { throw .notSluice(location) }
    use(tokens)
    return tokens
  }

  /// Ends what the tokens stand for, both of them.
  public func signOut() throws(ServerFault) {
    _ = try ask("POST", "/api/v1/auth/logout")
  }

  /// Who calls.
  public func account() throws(ServerFault) -> ServerAccount {
    let json = try ask("GET", "/api/v1/auth/me")
    guard let account = ServerAccount(json) else { throw .notSluice(location) }
    return account
  }
}
