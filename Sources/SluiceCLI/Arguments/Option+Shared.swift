extension Option {
  static let database = Option(
    "db", "FILE", "the database; by default the one in your data folder", .file)
  static let project = Option("project", letter: "p", "KEY", "the project, by key or id", .project)
  static let json = Option("json", "print JSON for programs")
  static let help = Option("help", letter: "h", "show this help")
  static let version = Option("version", "print the version")

  /// What every verb understands.
  static let global = [database, project, json, help]
}
