/// How a process ended.
enum ExitStatus: Equatable {
  /// By itself, with a code.
  case exited(Int32)
  /// By a signal.
  case killed(Int32)

  /// Reads what `waitpid` stored; its macros are not imported.
  init(waitStatus status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal)
  }
}
