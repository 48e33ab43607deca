import Testing

extension Workplace {
  /// Where a server of this place listens for users of the machine.
  var socket: String { folder + "/socket" }

  /// A server of the database at the Unix socket alone, once it listens.
  func server(_ options: String...) throws -> ServerRun {
    let run = try ServerRun(
      at: self, ["--db", database, "--listen", "none", "--socket", socket] + options)
    try run.see(" start ")
    return run
  }

  /// Runs the program on that server, without a terminal.
  @discardableResult
  func remote(
    _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Program.Outcome {
    let outcome = try Program.run(
      [Program.path, "--server", "unix:" + socket] + arguments, environment: environment)
    #expect(
      outcome.status == .exited(0), "\(arguments): \(outcome.messages)",
      sourceLocation: sourceLocation)
    return outcome
  }
}
