/// One option of a verb, as the reader of arguments and the help screen know it.
struct Option: Hashable, Sendable {
  /// The long name without dashes.
  let name: String
  /// What stands for the value in help; `nil` for an option that takes none.
  let placeholder: String?
  /// What it does, as a phrase.
  let summary: String

  /// An option that takes a value.
  init(_ name: String, _ placeholder: String, _ summary: String) {
    self.name = name
    self.placeholder = placeholder
    self.summary = summary
  }

  /// An option that takes none.
  init(_ name: String, _ summary: String) {
    self.name = name
    placeholder = nil
    self.summary = summary
  }

  /// How it is written in help: `--db FILE`.
  var usage: String {
    "--" + name + (placeholder.map { " " + $0 } ?? "")
  }
}

extension Option {
  static let database = Option("db", "FILE", "the database; by default the one in your data folder")
  static let project = Option("project", "KEY", "the project, by key or id")
  static let json = Option("json", "print JSON for programs")
  static let help = Option("help", "show this help (-h)")

  /// What every verb understands.
  static let global = [database, project, json, help]
}
