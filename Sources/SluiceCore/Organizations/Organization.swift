/// Who owns workflows and projects; a local file has one.
public struct Organization: Hashable, Sendable {
  /// The id of an organization.
  public typealias ID = Identifier<Organization>

  /// The public id.
  public let id: ID
  /// The name for people.
  public var name: String
  /// The name in addresses; unique in the file.
  public var slug: String
  /// The workflow of projects that are assigned none.
  ///
  /// Source: Alloy's workflow guide, §2.
  public let defaultWorkflow: Workflow.ID
  /// When it was made.
  public let createdAt: Timestamp

  /// An organization with its parts.
  public init(
    id: ID, name: String, slug: String, defaultWorkflow: Workflow.ID, createdAt: Timestamp
  ) {
    self.id = id
    self.name = name
    self.slug = slug
    self.defaultWorkflow = defaultWorkflow
    self.createdAt = createdAt
  }
}
