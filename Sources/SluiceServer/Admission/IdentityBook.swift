internal import SluiceAPI
internal import SluiceCore

/// What admission looks up: accounts, tokens, roles, and where things are.
protocol IdentityBook: Sendable {
  /// The token of a secret and whose it is.
  func bearer(_ secret: String) throws(APIError) -> (AccessToken, Account)?

  /// The account of a user of this machine; made if there is none and that is allowed.
  func user(_ id: UInt32) throws(APIError) -> Account?

  /// The organization of an id or a slug.
  func organization(_ name: String) throws(APIError) -> Organization.ID?

  /// The project of an id or a key, whose organization it is.
  func project(_ name: String, seenBy account: Account.ID) throws(APIError) -> ProjectPlace?

  /// The project of a ticket's id or key.
  func ticket(_ name: String, seenBy account: Account.ID) throws(APIError) -> ProjectPlace?

  /// The organization of a workflow's id.
  func workflow(_ name: String) throws(APIError) -> Organization.ID?

  /// The personal organization of an account, and the personal project in it.
  func personal(_ account: Account.ID) throws(APIError) -> ProjectPlace?

  /// The role of an account in an organization.
  func role(of account: Account.ID, in organization: Organization.ID) throws(APIError) -> Role?

  /// The role of an account in a project alone.
  func role(of account: Account.ID, inProject project: Project.ID) throws(APIError) -> Role?

  /// Whether an account is a member of any project of an organization.
  func isGuest(_ account: Account.ID, in organization: Organization.ID) throws(APIError) -> Bool

  /// What was answered to a request with that key.
  func keptReply(_ key: String, of account: Account.ID) throws(APIError) -> KeptReply?

  /// Keeps an answer with the key of its request.
  func keep(_ reply: KeptReply, _ key: String, of account: Account.ID) throws(APIError)
}

/// A project and whose it is.
struct ProjectPlace: Hashable, Sendable {
  let project: Project.ID
  let organization: Organization.ID
}
