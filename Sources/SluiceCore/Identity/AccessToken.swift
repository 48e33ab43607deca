/// What is known of a secret with which a program comes in; never the secret itself.
public struct AccessToken: Hashable, Sendable {
  /// The id of a token.
  public typealias ID = Identifier<AccessToken>

  /// What a token is for.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A login, for an hour.
    case session
    /// Renews a login.
    case refresh
    /// Alloy's API key.
    case apiKey = "api_key"
    /// OpenIndex's personal access token.
    case personal
    /// One run of one agent.
    case agentRun = "agent_run"
  }

  /// How much a token lets its bearer do of what its account may.
  public enum Scope: String, CaseIterable, Hashable, Sendable {
    /// Only look.
    case read
    /// Look and change.
    case readWrite = "read_write"
    /// Everything.
    case admin
  }

  /// The public id.
  public let id: ID
  /// What it is for.
  public let kind: Kind
  /// Whose it is.
  public let account: Account.ID
  /// What its owner calls it.
  public let name: String
  /// How much it lets its bearer do.
  public let scope: Scope
  /// The only projects it is good for; `nil` for all that the account sees.
  public let projects: [Project.ID]?
  /// The only agent that it may act as.
  public let agent: String?
  /// What a login's tokens have in common, so that they end together.
  public let login: ID?
  /// When it was made.
  public let createdAt: Timestamp
  /// From when on it is worth nothing; `nil` for never.
  public let expiresAt: Timestamp?
  /// When it was last used, to the minute; `nil` for never.
  public let lastUsedAt: Timestamp?

  /// A token with its parts.
  public init(
    id: ID, kind: Kind, account: Account.ID, name: String, scope: Scope,
    projects: [Project.ID]? = nil, agent: String? = nil, login: ID? = nil, createdAt: Timestamp,
    expiresAt: Timestamp? = nil, lastUsedAt: Timestamp? = nil
  ) {
    self.id = id
    self.kind = kind
    self.account = account
    self.name = name
    self.scope = scope
    self.projects = projects
    self.agent = agent
    self.login = login
    self.createdAt = createdAt
    self.expiresAt = expiresAt
    self.lastUsedAt = lastUsedAt
  }

  /// Whether it is worth nothing any more.
  public func isExpired(at time: Timestamp) -> Bool {
    expiresAt.map { $0 <= time } ?? false
  }
}

/// A token to be.
public struct AccessTokenDraft: Hashable, Sendable {
  /// What it is for.
  public var kind: AccessToken.Kind
  /// Whose it is.
  public var account: Account.ID
  /// What its owner calls it.
  public var name: String
  /// How much it lets its bearer do.
  public var scope: AccessToken.Scope
  /// The only projects it is good for; `nil` for all that the account sees.
  public var projects: [Project.ID]?
  /// The only agent that it may act as.
  public var agent: String?
  /// What a login's tokens have in common.
  public var login: AccessToken.ID?
  /// From when on it is worth nothing; `nil` for never.
  public var expiresAt: Timestamp?

  /// A token to be, with its parts.
  public init(
    kind: AccessToken.Kind, account: Account.ID, name: String = "",
    scope: AccessToken.Scope = .readWrite, projects: [Project.ID]? = nil, agent: String? = nil,
    login: AccessToken.ID? = nil, expiresAt: Timestamp? = nil
  ) {
    self.kind = kind
    self.account = account
    self.name = name
    self.scope = scope
    self.projects = projects
    self.agent = agent
    self.login = login
    self.expiresAt = expiresAt
  }
}
