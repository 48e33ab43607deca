import Glibc

/// The signals that keys send to all programs on the terminal, left to a child that has it meanwhile.
///
/// An interrupt is meant for the child alone (POSIX, `system`); a stop is for both, so that the shell gets
/// the terminal back.
struct TerminalSignals {
  private static let interrupts = [SIGINT, SIGQUIT]
  private static let stops = [SIGTSTP, SIGTTIN, SIGTTOU]

  private var former: [Int32: sigaction] = [:]

  /// Leaves the signals to the child that is about to be started.
  init() {
    // One call per handler: Swift takes `SIG_IGN` for a missing element where handlers stand in a list.
    for signal in Self.interrupts { replace(signal, SIG_IGN) }
    for signal in Self.stops { replace(signal, SIG_DFL) }
  }

  private mutating func replace(_ signal: Int32, _ handler: __sighandler_t?) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    var old = sigaction()
    if sigaction(signal, &action, &old) == 0 { former[signal] = old }
  }

  /// Handles them again as before.
  func takeBack() {
    for (signal, action) in former {
      var action = action
      sigaction(signal, &action, nil)
    }
  }

  /// What gives the child every one of them as usual; it would inherit those that are ignored.
  func attributesOfChild() -> posix_spawnattr_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in former.keys { sigaddset(&signals, signal) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    return attributes
  }
}
