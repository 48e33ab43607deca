internal import Glibc

/// The signals that stop a server.
struct StopSignals {
  private var signals = sigset_t()

  /// Keeps them for `wait`, for this thread and all that it starts.
  init() {
    sigemptyset(&signals)
    sigaddset(&signals, SIGTERM)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    // Who hangs up while being answered is no reason to end.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Waits until one of them comes.
  func wait() -> String {
    var signals = signals
    var number: Int32 = 0
    while sigwait(&signals, &number) != 0 {}
    return number == SIGINT ? "SIGINT" : "SIGTERM"
  }
}
