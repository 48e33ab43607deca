import Glibc

/// What a signal handler needs to restore the terminal, in memory it may touch at any time.
///
/// Handlers run between any two instructions: they must not allocate, lock or reach Swift objects.
/// So everything lies in raw memory that is filled beforehand, and handlers only read it and call
/// `write`, `tcsetattr`, `sigaction` and `raise` (signal-safety(7)).
enum TerminalGuard {
  struct State {
    /// The write end of the signal pipe.
    var pipe: Int32 = -1
    /// Where the terminal is, or -1 while there is nothing to restore.
    var output: Int32 = -1
    var modes = termios()
    var leave: UnsafeMutablePointer<UInt8>?
    var leaveCount = 0
    var requestsToEnd: Int32 = 0
  }

  // Shared with signal handlers, which no lock can keep out; see above.
  nonisolated(unsafe) static let state: UnsafeMutablePointer<State> = {
    let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
    state.initialize(to: State())
    return state
  }()

  // Written before a handler is installed and read by it; by signal number.
  nonisolated(unsafe) private static let previous: UnsafeMutablePointer<sigaction> = {
    let actions = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)
    actions.initialize(repeating: sigaction(), count: 65)
    return actions
  }()

  /// Says what would restore the terminal from now on.
  static func arm(output: Int32, modes: TerminalModes, leave: [UInt8]) {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, leave.count))
    for (index, byte) in leave.enumerated() { copy[index] = byte }
    let old = state.pointee.leave
    state.pointee.leave = copy
    state.pointee.leaveCount = leave.count
    state.pointee.modes = modes.raw
    state.pointee.output = output
    old?.deallocate()
  }

  /// Says that there is nothing to restore.
  static func disarm() {
    state.pointee.output = -1
  }

  /// Installs a handler and keeps what was there before the first one.
  static func install(
    _ handler: @escaping @convention(c) (Int32) -> Void, for signal: Int32, flags: Int32 = 0
  ) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    action.sa_flags = SA_RESTART | flags
    var old = sigaction()
    sigaction(signal, &action, &old)
    if !isOurs[Int(signal)] {
      previous[Int(signal)] = old
      isOurs[Int(signal)] = true
    }
  }

  // As `previous`.
  nonisolated(unsafe) private static let isOurs: UnsafeMutablePointer<Bool> = {
    let flags = UnsafeMutablePointer<Bool>.allocate(capacity: 65)
    flags.initialize(repeating: false, count: 65)
    return flags
  }()

  /// Gives a signal back to the handler that had it before.
  static func reinstall(_ signal: Int32) {
    sigaction(signal, &previous[Int(signal)], nil)
    isOurs[Int(signal)] = false
  }

  /// Restores the terminal and lets the signal do what it would have done without us.
  static func restoreAndRaise(_ signal: Int32) {
    restore()
    sigaction(signal, &previous[Int(signal)], nil)
    raise(signal)
  }

  private static func restore() {
    let output = state.pointee.output
    guard output >= 0 else { return }
    state.pointee.output = -1
    write(output, state.pointee.leave, state.pointee.leaveCount)
    tcsetattr(output, TCSANOW, &state.pointee.modes)
  }
}
