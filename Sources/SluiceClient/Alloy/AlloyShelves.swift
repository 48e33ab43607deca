internal import SluiceCore

/// What was read of an organization.
struct AlloyShelves {
  /// The projects by key; `nil` until they are read.
  var projects: [Project]?
  var shelves: [Project.ID: AlloyShelf] = [:]
  /// The project whose board was shown last.
  var current: Project.ID?
  /// Counts what was changed from here, so that what was read before it is not taken for newer.
  var changes = 0

  /// A project that was read.
  func project(_ reference: ProjectReference) -> Project? {
    projects?.first { project in
      switch reference {
      case .key(let key): project.key == key
      case .id(let id): project.id == id
      }
    }
  }
}
