import Glibc
import Synchronization

/// Notes an interrupt from the keyboard for one verb, which then stops by itself.
struct InterruptWatch {
  /// Whether one has come since the watch began.
  let isInterrupted: @Sendable () -> Bool
  /// Gives the signal back.
  let end: () -> Void
}

/// Set by the signal handler.
private let wasInterrupted = Atomic<Bool>(false)

extension InterruptWatch {
  /// Watches this process; a second interrupt ends it at once, as if nobody watched.
  static func live() -> InterruptWatch {
    watching(SA_RESTART)
  }

  /// Watches this process, and lets reading from the keyboard end with an error.
  static func interrupting() -> InterruptWatch {
    watching(0)
  }

  private static func watching(_ flags: Int32) -> InterruptWatch {
    // Also makes the flag before the handler may need it.
    wasInterrupted.store(false, ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      wasInterrupted.store(true, ordering: .relaxed)
    }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | flags
    var former = sigaction()
    sigaction(SIGINT, &action, &former)
    // Whoever started this in the background had it ignored, and keeps that.
    if unsafeBitCast(former.__sigaction_handler.sa_handler, to: Int.self) == ignored {
      sigaction(SIGINT, &former, nil)
    }
    let restored = former
    return InterruptWatch(
      isInterrupted: { wasInterrupted.load(ordering: .relaxed) },
      end: {
        var former = restored
        sigaction(SIGINT, &former, nil)
      })
  }

  /// The value of `SIG_IGN`, which Swift cannot compare as a function.
  private static let ignored = 1
}
