import SluiceCore

/// Why a verb did not do what was asked, with all that is said about it.
struct Failure: Error, Hashable {
  let exit: ExitCode
  /// For programs.
  let code: String
  /// One sentence for people.
  let message: String
  /// Single findings below the message, such as the faults of a file.
  var findings: [String] = []
  /// What would help, as a sentence.
  var nextStep: String?
  /// What would help, as a command line to be run as it stands.
  var nextCommand: String?
  /// What programs may want to know besides.
  var details: [String: JSONValue] = [:]
}

extension Failure {
  /// A command line that was not understood.
  static func usage(_ message: String, next command: String) -> Failure {
    Failure(exit: .usage, code: "USAGE", message: message, nextCommand: command)
  }
}
