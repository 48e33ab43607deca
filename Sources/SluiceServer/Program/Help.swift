/// What `sluiced --help` says.
enum Help {
  static var text: String {
    let settings = Setting.allCases.map { setting in
      row("--\(setting.option) \(setting.placeholder)", setting.summary)
    }
    let variables = Setting.allCases.map { setting in
      row(setting.variables.joined(separator: ", "), "--\(setting.option)")
    }
    return """
      sluiced serves boards to others: Alloy's API under /api/v1, OpenIndex's routes, and engines.

      Usage:
        sluiced --db FILE [OPTION…]
        sluiced user add EMAIL --db FILE [--name NAME] [--admin]
        sluiced user list --db FILE
        sluiced invite --db FILE [--email EMAIL]

      Options:
      \(settings.joined(separator: "\n"))
      \(row("--config FILE", "settings as JSON, by default ~/.config/sluice/sluiced.json"))
      \(row("--help, --version", "this text; which version this is"))

      The command line goes before the environment, and that before the file of settings:
      \(variables.joined(separator: "\n"))

      The password of a new user is read from the terminal, or from the first line of the input.
      The server stops at SIGTERM or SIGINT, after it has answered what it has begun.

      """
  }

  private static func row(_ name: String, _ summary: String) -> String {
    let width = 42
    return "  " + name + String(repeating: " ", count: max(width - name.count, 1)) + summary
  }
}
