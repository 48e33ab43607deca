import SluiceCore

extension Session {
  /// Where `--map` and `--map-suggested` send the tickets of statuses that are no more.
  func statusMapping() throws(Failure) -> StatusMapping {
    var names: [String: String] = [:]
    for text in invocation.all(.mapStatus) {
      let (old, new) = try pair(text, of: .mapStatus)
      guard names[old] == nil || names[old] == new else {
        throw .usage("--map sends “\(old)” to two statuses.", next: helpCommand)
      }
      names[old] = new
    }
    return StatusMapping(names, takesSuggestions: invocation.has(.mapSuggested))
  }

  /// What stands before and after the sign in `OLD=NEW`.
  func pair(_ text: String, of option: Option) throws(Failure) -> (String, String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0).trimmingBlanks }
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw .usage(
        "--\(option.name) needs \(option.placeholder ?? ""), not “\(text)”.", next: helpCommand)
    }
    return (parts[0], parts[1])
  }

  /// A failure of a change that a mapping would make possible, with the command that rehearses it so.
  func suggestingMapping(_ failure: Failure, after error: EngineError) -> Failure {
    guard !error.stranded.isEmpty, error.stranded.allSatisfy({ $0.to != nil }) else {
      return failure
    }
    var failure = failure
    failure.nextCommand = commandLine(
      adding: [.mapSuggested, .dryRun].filter { !invocation.has($0) })
    return failure
  }

  /// What explains the verb.
  var helpCommand: String { invocation.verb.name + " --help" }
}

extension Verb {
  /// For verbs that take a mapping.
  static let mappingNote =
    "Where a mapping takes tickets to a status of another name:\n" + Loss.forGood.note
}

extension StatusMapping {
  /// Whether it sends no ticket anywhere.
  var isEmpty: Bool { names.isEmpty && !takesSuggestions }
}

extension Option {
  static let mapStatus = Option(
    "map", "OLD=NEW", "where tickets of a status go that is no more; may be repeated")
  static let mapSuggested = Option(
    "map-suggested", "let tickets go to the status of that name, else of that category")
}
