import SluiceCore

extension Failure {
  /// The same failure with the command that helps most, where the command line that failed tells which.
  func remedied(after session: Session) -> Failure {
    guard nextCommand == nil, let command = remedy(after: session) else {
      return naming(database: session.invocation[.database])
    }
    var failure = self
    failure.nextCommand = command
    // The line itself names the database already.
    return isStranding ? failure : failure.naming(database: session.invocation[.database])
  }

  private var isStranding: Bool { details["stranded"] != nil }

  /// Whether every status whose tickets are left behind has one that could take them.
  private var isSuggested: Bool {
    guard case .array(let shifts)? = details["stranded"] else { return false }
    return shifts.allSatisfy { shift in
      guard case .object(let members) = shift, case .string? = members["to"] else { return false }
      return true
    }
  }

  private func remedy(after session: Session) -> String? {
    let invocation = session.invocation
    if isStranding {
      guard !invocation.has(.mapSuggested), isSuggested else { return nil }
      return session.commandLine(
        adding: [.mapSuggested] + (invocation.has(.dryRun) ? [] : [.dryRun]))
    }
    guard case .string(let target)? = details["to"], details["from"] != nil,
      details["gate"] == nil, invocation.operands.count == 1,
      ["ticket", "work-item"].contains(invocation.verb.words.first)
    else { return nil }
    return "sluice ticket explain \(invocation.operands[0].shellWord)"
      + " --to-status \(target.shellWord)"
  }
}
