import Testing

extension Workplace {
  /// A user's variables in a shell that finds the program, and works in this folder.
  var shellEnvironment: [String: String] {
    var variables = environment
    let folder = Program.path.prefix(upTo: Program.path.lastIndex(of: "/") ?? Program.path.endIndex)
    variables["PATH"] = "\(self.folder)/bin:\(folder):\(variables["PATH"] ?? "")"
    variables["XDG_DATA_HOME"] = nil
    variables["PS1"] = "$ "
    return variables
  }

  /// Runs a command line of the shell in this folder, without a terminal.
  func shell(_ line: String) throws -> Program.Outcome {
    try Program.run(
      ["/bin/sh", "-c", "cd '\(folder)' || exit\n\(line)"], environment: shellEnvironment)
  }
}
