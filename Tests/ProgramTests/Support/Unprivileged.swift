import Glibc

/// Runs the program as a user whom permissions stop.
enum Unprivileged {
  static let user: uid_t = geteuid() == 0 ? 65_534 : geteuid()

  /// What stands before a command; nothing for whoever is not root anyway.
  static let prefix =
    geteuid() == 0
    ? ["/usr/bin/setpriv", "--reuid=\(user)", "--regid=\(user)", "--clear-groups"] : []

  /// Whether that user can be become and reaches the program.
  static let isPossible: Bool = {
    let outcome = try? Program.run(prefix + [Program.path, "--version"], environment: [:])
    return outcome?.status == .exited(0)
  }()
}
