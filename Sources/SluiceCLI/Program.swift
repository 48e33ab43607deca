/// The program behind the command `sluice`.
public enum Program {
  static let version = "0.1.0"
  /// When that version was made, as manuals write it.
  static let date = "November 26, 2026"

  /// Runs the command line of this process and returns its exit code.
  public static func main() -> Int32 {
    run(on: .live()).rawValue
  }

  /// Runs a command line on a machine; the table is not made before it is needed.
  static func run(
    on host: Host, table: @autoclosure () -> VerbTable = .standard
  ) -> ExitCode {
    do throws(Failure) {
      // Scripts ask for it in loops, so it comes before anything that takes time.
      if host.arguments == ["--version"] {
        try printVersion(host)
      } else {
        try answer(host, VerbTable.sufficient(for: host.arguments) ?? table())
      }
      try host.output.flush()
      try host.messages.flush()
      return .done
    } catch {
      return FailureReport(error, host: host).deliver()
    }
  }

  private static func answer(_ host: Host, _ table: VerbTable) throws(Failure) {
    switch try ArgumentReader.read(host.arguments, table: table) {
    case .version: try printVersion(host)
    case .help(let words): try host.output.write(HelpScreen.text(about: words, in: table))
    case .run(let invocation): try run(invocation, on: host, table)
    }
  }

  private static func run(
    _ invocation: Invocation, on host: Host, _ table: VerbTable
  ) throws(Failure) {
    let session = Session(host: host, table: table, invocation: invocation)
    do {
      try invocation.verb.run(session)
    } catch {
      throw error.naming(invocation)
    }
  }

  private static func printVersion(_ host: Host) throws(Failure) {
    try host.output.write("sluice \(version)\n")
  }
}
