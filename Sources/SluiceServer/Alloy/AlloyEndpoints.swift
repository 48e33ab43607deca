internal import SluiceAPI

/// Alloy's routes, under `/api/v1`.
enum AlloyEndpoints {
  static let all =
    organizations + organizationMembers + invitations + workflows + projects + projectMembers
    + tickets + moves + comments + labels + activity + [search]

  /// What the references of their schemas lead to.
  static let schemas = AlloySchemas.all
}

extension [QueryParameter] {
  /// Lets a change be tried without being made.
  static let dryRun = [
    QueryParameter("dry_run", .boolean, "Only tell what would come of it, and change nothing.")
  ]
}
