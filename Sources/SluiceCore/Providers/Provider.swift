/// An assistant that can do the work of agent-required stages.
///
/// Source: OpenIndex, “Agent-required stages”. Its secrets are not here: they are written and used, never read.
public struct Provider: Hashable, Sendable {
  /// The id of a provider.
  public typealias ID = Identifier<Provider>

  /// The public id.
  public let id: ID
  /// Unique within the organization.
  public var name: String
  /// Whose interface it speaks, such as `openai` or `anthropic`.
  public var type: String
  /// What may be shown of its configuration.
  public var settings: [String: String]
  /// The names of the settings that are kept but not shown, sorted.
  public var secrets: [String]
  /// Whether work may be given to it.
  public var isActive: Bool
  /// When it was made.
  public let createdAt: Timestamp
  /// When it last changed.
  public var updatedAt: Timestamp

  /// A provider with its parts.
  public init(
    id: ID, name: String, type: String, settings: [String: String], secrets: [String],
    isActive: Bool, createdAt: Timestamp, updatedAt: Timestamp
  ) {
    self.id = id
    self.name = name
    self.type = type
    self.settings = settings
    self.secrets = secrets
    self.isActive = isActive
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }
}
