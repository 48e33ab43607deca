import Glibc

/// Brings signals into the event loop through a pipe, and restores the terminal when there is no
/// loop left to do it.
final class SignalPipe {
  /// Becomes readable when a signal has come.
  let descriptor: Int32

  private static let events = [SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT, SIGQUIT]
  private static let crashes = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE]

  init() throws(TerminalError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .failed("pipe", errno: errno) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    descriptor = ends[0]
    TerminalGuard.state.pointee.pipe = ends[1]
    SignalPipe.useAlternateStack()
    for signal in SignalPipe.events { TerminalGuard.install(noteSignal, for: signal) }
    for signal in SignalPipe.crashes {
      TerminalGuard.install(restoreAfterCrash, for: signal, flags: SA_ONSTACK)
    }
  }

  /// The signals that came since the last call, in order.
  func take() -> [Int32] {
    var signals: [Int32] = []
    var bytes = [UInt8](repeating: 0, count: 64)
    while true {
      let count = read(descriptor, &bytes, bytes.count)
      guard count > 0 else { return signals }
      signals += bytes.prefix(count).map { Int32($0) }
    }
  }

  /// Stops the whole process group as the terminal would, and returns when it goes on.
  func stop() {
    TerminalGuard.reinstall(SIGTSTP)
    kill(0, SIGTSTP)
    TerminalGuard.install(noteSignal, for: SIGTSTP)
  }

  /// Gives every signal back to whoever had it.
  func close() {
    for signal in SignalPipe.events + SignalPipe.crashes { TerminalGuard.reinstall(signal) }
    let writeEnd = TerminalGuard.state.pointee.pipe
    TerminalGuard.state.pointee.pipe = -1
    Glibc.close(writeEnd)
    Glibc.close(descriptor)
  }

  /// A stack of its own for the crash handler, for the crash may be that the stack ran out.
  private static func useAlternateStack() {
    var present = stack_t()
    guard sigaltstack(nil, &present) == 0, present.ss_flags & Int32(SS_DISABLE) != 0 else {
      return
    }
    var stack = stack_t()
    stack.ss_size = 64 << 10
    stack.ss_sp = malloc(stack.ss_size)
    sigaltstack(&stack, nil)
  }
}

/// Notes a signal for the loop; a second request to end, unheard, restores and ends at once.
private func noteSignal(_ signal: Int32) {
  let savedErrno = errno
  if isRequestToEnd(signal) {
    TerminalGuard.state.pointee.requestsToEnd += 1
    if TerminalGuard.state.pointee.requestsToEnd > 1 { TerminalGuard.restoreAndRaise(signal) }
  }
  var byte = UInt8(truncatingIfNeeded: signal)
  write(TerminalGuard.state.pointee.pipe, &byte, 1)
  errno = savedErrno
}

private func isRequestToEnd(_ signal: Int32) -> Bool {
  signal == SIGTERM || signal == SIGHUP || signal == SIGINT || signal == SIGQUIT
}

private func restoreAfterCrash(_ signal: Int32) {
  TerminalGuard.restoreAndRaise(signal)
}
