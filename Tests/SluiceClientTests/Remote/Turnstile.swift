import Synchronization

@testable import SluiceClient

/// Lets one thread pass for each time that another says so.
final class Turnstile: Sendable {
  private let passes = Mutex(0)
  private let bell = Descriptor()

  func letPass() {
    passes.withLock { $0 += 1 }
    bell.raise()
  }

  /// Waits for a pass; `false` if none came in half a minute.
  func pass() -> Bool {
    for _ in 0..<30 {
      let isFree = passes.withLock { passes in
        guard passes > 0 else { return false }
        passes -= 1
        return true
      }
      if isFree { return true }
      bell.wait(atMost: 1_000)
      bell.clear()
    }
    return false
  }
}
