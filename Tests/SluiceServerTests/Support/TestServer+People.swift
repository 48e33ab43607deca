import SluiceCore
import SluiceEngine

@testable import SluiceServer

/// Someone who is signed in.
struct Person {
  let id: Account.ID
  let handle: String
  /// Their own organization.
  let organization: Organization.ID
  let token: String
}

extension TestServer {
  /// Lets someone in without a password, which would take its time.
  func person(_ name: String) throws -> Person {
    let directory = server.parts.directory
    let account = try directory.create(
      AccountDraft(displayName: name, email: "\(name)@example.org"), passwordHash: nil)
    return Person(
      id: account.id, handle: account.handle,
      organization: try directory.personalOrganization(of: account.id) ?? .make(),
      token: try token(of: account.id))
  }

  /// A token of an account.
  func token(
    of account: Account.ID, _ kind: AccessToken.Kind = .session,
    scope: AccessToken.Scope = .admin, agent: String? = nil, seconds: Int64 = 3_600
  ) throws -> String {
    let draft = AccessTokenDraft(
      kind: kind, account: account, scope: scope, agent: agent,
      expiresAt: server.parts.now().advanced(bySeconds: seconds))
    return try server.parts.directory.make(draft).secret
  }

  /// Registers someone with the password `correct horse`; answers the reply.
  func register(_ name: String) throws -> Reply {
    try ask(
      "POST", "/api/v1/auth/register",
      """
      {"email": "\(name)@example.org", "password": "correct horse", "display_name": "\(name)"}
      """)
  }

  func logIn(_ name: String, password: String = "correct horse") throws -> Reply {
    try ask(
      "POST", "/api/v1/auth/login",
      #"{"email": "\#(name)@example.org", "password": "\#(password)"}"#)
  }

  /// The token of someone who is registered now.
  func token(of name: String) throws -> String {
    try register(name)["access_token"] ?? ""
  }
}
