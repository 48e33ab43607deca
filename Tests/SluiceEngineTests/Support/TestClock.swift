import SluiceCore
import Synchronization

/// A clock that shows what it is set to; it starts on 2023-11-14 at 22:13:20 UTC.
final class TestClock: Sendable {
  private let milliseconds = Mutex<Int64>(1_700_000_000_000)

  var now: Timestamp { Timestamp(milliseconds: milliseconds.withLock { $0 }) }

  func advance(seconds: Int64 = 1) {
    milliseconds.withLock { $0 += seconds * 1_000 }
  }
}
