internal import Glibc

/// Keeps the signal of a broken pipe away from the calling thread.
///
/// Some ways to do TLS write to a socket without asking for silence, and the signal would end the program.
struct PipeSignal {
  private var former = sigset_t()
  private let wasPending: Bool

  /// Blocks it from now on.
  init() {
    wasPending = Self.isPending
    var pipe = Self.set
    pthread_sigmask(SIG_BLOCK, &pipe, &former)
  }

  /// Forgets one that came meanwhile, and leaves the thread as it was.
  func end() {
    if !wasPending, Self.isPending {
      var pipe = Self.set
      var now = timespec()
      sigtimedwait(&pipe, nil, &now)
    }
    var former = former
    pthread_sigmask(SIG_SETMASK, &former, nil)
  }

  private static var isPending: Bool {
    var pending = sigset_t()
    sigpending(&pending)
    return sigismember(&pending, SIGPIPE) == 1
  }

  private static var set: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGPIPE)
    return set
  }
}
