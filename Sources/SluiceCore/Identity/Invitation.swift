/// Lets someone register, once; with an organization, also lets them into it.
public struct Invitation: Hashable, Sendable {
  /// The id of an invitation.
  public typealias ID = Identifier<Invitation>

  /// The public id.
  public let id: ID
  /// Where they become a member; `nil` for nowhere.
  public let organization: Organization.ID?
  /// What they may do there.
  public let role: Role
  /// Who alone may take it, in lower case; `nil` for whoever has its secret.
  public let email: String?
  /// From when on it is worth nothing.
  public let expiresAt: Timestamp
  /// Who made it.
  public let createdBy: Account.ID

  /// An invitation with its parts.
  public init(
    id: ID, organization: Organization.ID?, role: Role, email: String?, expiresAt: Timestamp,
    createdBy: Account.ID
  ) {
    self.id = id
    self.organization = organization
    self.role = role
    self.email = email
    self.expiresAt = expiresAt
    self.createdBy = createdBy
  }
}

/// An invitation to be.
public struct InvitationDraft: Hashable, Sendable {
  /// Where they become a member; `nil` for nowhere.
  public var organization: Organization.ID?
  /// What they may do there.
  public var role: Role
  /// Who alone may take it; `nil` for whoever has its secret.
  public var email: String?
  /// From when on it is worth nothing.
  public var expiresAt: Timestamp
  /// Who makes it.
  public var createdBy: Account.ID

  /// An invitation to be, with its parts.
  public init(
    organization: Organization.ID? = nil, role: Role = .member, email: String? = nil,
    expiresAt: Timestamp, createdBy: Account.ID
  ) {
    self.organization = organization
    self.role = role
    self.email = email
    self.expiresAt = expiresAt
    self.createdBy = createdBy
  }
}
