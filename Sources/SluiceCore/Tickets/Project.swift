/// What owns tickets; its key begins theirs.
public struct Project: Hashable, Sendable {
  /// The id of a project.
  public typealias ID = Identifier<Project>

  /// The public id.
  public let id: ID
  /// The short name that begins the keys of its tickets; never changes.
  public let key: ProjectKey
  /// The name for people.
  public var name: String
  /// What it is for; empty for nothing said.
  public var description: String
  /// The workflow assigned; `nil` means the organization's Default.
  ///
  /// Source: rule 5.
  public var workflow: Workflow.ID?
  /// The number of the newest ticket.
  public var ticketCounter: Int
  /// When it was made.
  public let createdAt: Timestamp
  /// When it last changed.
  public var updatedAt: Timestamp

  /// A project with its parts.
  public init(
    id: ID, key: ProjectKey, name: String, description: String = "", workflow: Workflow.ID? = nil,
    ticketCounter: Int = 0, createdAt: Timestamp, updatedAt: Timestamp
  ) {
    self.id = id
    self.key = key
    self.name = name
    self.description = description
    self.workflow = workflow
    self.ticketCounter = ticketCounter
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }
}
