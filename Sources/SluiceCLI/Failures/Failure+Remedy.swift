import SluiceCore

extension Failure {
  /// The same failure with the command that helps most, where the command line that failed tells which.
  func remedied(after invocation: Invocation, on host: Host) -> Failure {
    guard nextCommand == nil, let command = remedy(after: invocation, on: host) else {
      return naming(database: invocation[.database])
    }
    var failure = self
    failure.nextCommand = command
    // The line itself names the database already.
    return isStranding ? failure : failure.naming(database: invocation[.database])
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

  private func remedy(after invocation: Invocation, on host: Host) -> String? {
    if isStranding {
      guard !invocation.has(.mapSuggested), isSuggested else { return nil }
      return host.line(adding: ["--map-suggested"] + (invocation.has(.dryRun) ? [] : ["--dry-run"]))
    }
    guard case .string(let target)? = details["to"], details["from"] != nil,
      details["gate"] == nil, invocation.operands.count == 1,
      ["ticket", "work-item"].contains(invocation.verb.words.first)
    else { return nil }
    return "sluice ticket explain \(invocation.operands[0].shellWord)"
      + " --to-status \(target.shellWord)"
  }
}
