/// An account that belongs to an organization or a project, and what it may do there.
public struct Membership: Hashable, Sendable {
  /// Who.
  public let account: Account
  /// What they may do.
  public let role: Role

  /// A membership with its parts.
  public init(account: Account, role: Role) {
    self.account = account
    self.role = role
  }
}

/// An organization that an account belongs to, and what it may do there.
public struct OrganizationMembership: Hashable, Sendable {
  /// Where.
  public let organization: Organization
  /// What they may do.
  public let role: Role

  /// A membership with its parts.
  public init(organization: Organization, role: Role) {
    self.organization = organization
    self.role = role
  }
}
