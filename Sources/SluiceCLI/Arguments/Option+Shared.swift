extension Option {
  static let database = Option(
    "db", "FILE", "the database; by default the one in your data folder", .file)
  static let project = Option("project", letter: "p", "KEY", "the project, by key or id", .project)
  static let json = Option("json", "print JSON for programs")
  static let help = Option("help", letter: "h", "show this help")
  static let version = Option("version", "print the version")

  /// What every verb understands.
  static let global = [database, project, json, help]

  /// For verbs that can tell what they would do.
  static let dryRun = Option("dry-run", "only tell what would happen; nothing is changed")
  /// For verbs that ask before they do what cannot be taken back.
  static let yes = Option("yes", letter: "y", "do not ask; yes is the answer")
}
