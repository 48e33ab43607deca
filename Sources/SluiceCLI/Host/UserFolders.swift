/// Where the user keeps things, by the XDG base directory specification.
///
/// A relative value in one of its variables is ignored, as the specification asks.
struct UserFolders {
  private let variable: (String) -> String?

  init(variable: @escaping (String) -> String?) {
    self.variable = variable
  }

  /// For the database.
  func data() throws(Failure) -> String {
    try folder("XDG_DATA_HOME", below: "/.local/share")
  }

  /// For what is remembered between runs and may be lost.
  func state() throws(Failure) -> String {
    try folder("XDG_STATE_HOME", below: "/.local/state")
  }

  /// For settings.
  func configuration() throws(Failure) -> String {
    try folder("XDG_CONFIG_HOME", below: "/.config")
  }

  /// For what is thrown away, best first: folders kept in memory, where writing costs no wait for a disk.
  var temporary: [String] {
    [variable("XDG_RUNTIME_DIR"), "/dev/shm", variable("TMPDIR"), "/tmp"]
      .compactMap(\.self).filter { $0.hasPrefix("/") }
  }

  /// For what may have to outlive a failure: `TMPDIR`, else `/tmp`.
  var scratch: String {
    variable("TMPDIR").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
  }

  private func folder(_ name: String, below suffix: String) throws(Failure) -> String {
    if let path = variable(name), path.hasPrefix("/") { return path + "/sluice" }
    guard let home = variable("HOME"), home.hasPrefix("/") else {
      throw Failure(
        exit: .configuration, code: "NO_HOME",
        message: "Neither \(name) nor HOME names a folder from the root.",
        nextStep: "Set HOME, or name the database with --db FILE.")
    }
    return home + suffix + "/sluice"
  }
}
