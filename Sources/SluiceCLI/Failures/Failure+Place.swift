import SluiceCore

extension Failure {
  /// The same failure with a command line that works on the place that was named, as the one that failed did.
  func naming(_ invocation: Invocation) -> Failure {
    let named = [.database] + Option.remote
    return naming(
      named.compactMap { option in
        invocation[option].flatMap { $0.isEmpty ? nil : (option, $0) }
      })
  }

  func naming(_ places: [(option: Option, value: String)]) -> Failure {
    guard !places.isEmpty, let command = nextCommand, command.hasPrefix("sluice "),
      !command.isAboutHelp, !command.isAboutPlaces,
      !Option.places.contains(where: { command.contains(" --\($0.name)") })
    else { return self }
    var failure = self
    failure.nextCommand = command.naming(
      places.map { " --\($0.option.name) \($0.value.shellWord)" }.joined())
    return failure
  }
}

extension Option {
  /// What says where a command works.
  fileprivate static let places = [database] + remote
}

extension String {
  fileprivate var isAboutHelp: Bool {
    hasSuffix(" --help") || hasPrefix("sluice help ")
  }

  fileprivate var isAboutPlaces: Bool {
    hasPrefix("sluice profile ")
  }

  /// Every command of a pipe gets the options, in front of what is no option any more.
  fileprivate func naming(_ options: String) -> String {
    split(separator: Self.pipe).map { command in
      let parts = command.split(separator: Self.endOfOptions, maxSplits: 1)
      return ([parts[0] + options] + parts.dropFirst()).joined(separator: Self.endOfOptions)
    }.joined(separator: Self.pipe)
  }

  private static let pipe = " | "
  private static let endOfOptions = " -- "
}
