internal import SluiceCore

/// What a request is about, once it is known that the caller may see it.
struct Scope: Hashable, Sendable {
  let organization: Organization.ID
  /// Where the request is about a project, or something in it.
  let project: Project.ID?
  /// What the caller may do there: the higher of the roles in the organization and in the project.
  let role: Role
  /// Whether the caller sees all of the organization, and not only some projects of it.
  var isWide = false
}
