extension Option {
  static let database = Option(
    "db", "FILE", "the database; by default the one in your data folder", .file)
  static let server = Option(
    "server", "URL", "the server, as https://HOST or unix:PATH; SLUICE_SERVER does the same")
  static let profile = Option(
    "profile", "NAME", "how you work with a server; SLUICE_PROFILE does the same", .profile)
  static let organization = Option(
    "organization", "ORG", "the organization on the server, by slug or id")
  static let project = Option("project", letter: "p", "KEY", "the project, by key or id", .project)
  static let json = Option("json", "print JSON for programs")
  static let help = Option("help", letter: "h", "show this help")
  static let version = Option("version", "print the version")

  /// What every verb understands.
  static let global = [database] + remote + [project, json, help]
  /// What says which server is meant.
  static let remote = [server, profile, organization]

  /// For verbs that can tell what they would do.
  static let dryRun = Option("dry-run", "only tell what would happen; nothing is changed")
  /// For verbs that ask before they do what cannot be taken back.
  static let yes = Option("yes", letter: "y", "do not ask; yes is the answer")
}
