internal import Glibc
internal import SluiceCore

/// What the system says of a file or folder that could not be used.
struct FileAccess {
  let path: String

  /// The error that names what may not be written, its owner, and the command that mends it.
  var denial: EngineError {
    let culprit = mayUse(path) ? folder(of: path) : path
    guard let status = FileStatus(following: culprit) else {
      return EngineError(
        .permission, "“\(culprit)” could not be used: \(String(cString: strerror(errno))).")
    }
    let what = status.isFolder ? "The folder" : "The file"
    return EngineError(
      .permission,
      "\(what) “\(culprit)” belongs to \(status.owner) (mode \(status.octalMode)); "
        + "\(userName(geteuid())) may not write it.",
      nextStep: nextStep(culprit, status))
  }

  /// Whether the file may be written, with the journal that goes with it: one that is there already, or one
  /// that its folder lets be made.
  var isWritable: Bool {
    guard mayUse(path) else { return false }
    let folder = folder(of: path)
    return faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0
      || mayUse(path + "-journal") || mayUse(path + "-wal")
  }

  /// By the effective user, as opening a file is judged.
  private func mayUse(_ path: String) -> Bool {
    faccessat(AT_FDCWD, path, R_OK | W_OK, AT_EACCESS) == 0
  }

  private func nextStep(_ culprit: String, _ status: FileStatus) -> String {
    if status.isOnReadOnlyDisk(culprit) { return "The disk is mounted read-only; use another." }
    let right = status.isFolder ? "rwx" : "rw"
    guard status.userID != geteuid() else {
      return "Run: \(shell: "chmod u+\(right)", culprit)"
    }
    return "Ask \(status.owner) to run: \(shell: "chmod g+\(right)", culprit)"
  }
}

/// The folder that holds a file.
func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The name of a user, or the number of one that has none.
func userName(_ id: uid_t) -> String {
  guard let entry = getpwuid(id), let name = entry.pointee.pw_name else { return "user \(id)" }
  return String(cString: name)
}

extension DefaultStringInterpolation {
  /// A command line that names a file, to be pasted into a shell.
  mutating func appendInterpolation(shell command: String, _ path: String) {
    appendInterpolation("\(command) \(path.shellWord)")
  }
}
