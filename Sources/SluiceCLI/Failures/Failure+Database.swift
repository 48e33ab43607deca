import SluiceCore

extension Failure {
  /// The same failure with a command line that works on the named database, as the one that failed did.
  func naming(database: String?) -> Failure {
    guard let database, !database.isEmpty, let command = nextCommand, !command.isAboutHelp,
      !command.contains(" --db")
    else { return self }
    var failure = self
    failure.nextCommand = command.naming(database: database.shellWord)
    return failure
  }
}

extension String {
  fileprivate var isAboutHelp: Bool {
    hasSuffix(" --help") || hasPrefix("sluice help ")
  }

  /// Every command of a pipe gets the option, in front of what is no option any more.
  fileprivate func naming(database: String) -> String {
    split(separator: Self.pipe).map { command in
      let parts = command.split(separator: Self.endOfOptions, maxSplits: 1)
      return ([parts[0] + " --db \(database)"] + parts.dropFirst())
        .joined(separator: Self.endOfOptions)
    }.joined(separator: Self.pipe)
  }

  private static let pipe = " | "
  private static let endOfOptions = " -- "
}
