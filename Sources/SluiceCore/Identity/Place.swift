/// Where something belongs.
public struct Place: Hashable, Sendable {
  /// Whose it is.
  public let organization: Organization.ID
  /// The project that it is, or that it is in; `nil` for what is in none.
  public let project: Project.ID?

  /// A place with its parts.
  public init(organization: Organization.ID, project: Project.ID? = nil) {
    self.organization = organization
    self.project = project
  }
}

/// A project with whose it is.
public struct PlacedProject: Hashable, Sendable {
  /// Whose it is.
  public let organization: Organization.ID
  /// The project.
  public let project: Project

  /// A project with whose it is.
  public init(organization: Organization.ID, project: Project) {
    self.organization = organization
    self.project = project
  }
}
