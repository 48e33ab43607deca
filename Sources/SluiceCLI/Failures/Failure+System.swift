import Glibc

extension Failure {
  /// A call of the system that failed, from its error number; `what` says what could not be done.
  static func system(_ number: Int32, _ what: String, next: String? = nil) -> Failure {
    let reason = String(cString: strerror(number))
    let kinds: [Int32: (ExitCode, String)] = [
      ENOENT: (.notFound, "NOT_FOUND"), ENOTDIR: (.notFound, "NOT_FOUND"),
      EACCES: (.permission, "PERMISSION"), EPERM: (.permission, "PERMISSION"),
      EROFS: (.permission, "PERMISSION"),
    ]
    let (exit, code) = kinds[number] ?? (.inputOutput, "STORAGE")
    return Failure(exit: exit, code: code, message: "\(what): \(reason).", nextStep: next)
  }
}
