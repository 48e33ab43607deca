internal import CSQLite
internal import Glibc

/// Waits for other connections' locks: short sleeps of random length inside a total budget.
///
/// SQLite's own timeout sleeps longer the longer one has waited, so that whoever waits longest is least
/// likely to be next; short sleeps of random length keep waiting fair.
final class BusyWait {
  private let budget: Int64
  private var start: Int64 = 0
  /// Told of each wait while it is set.
  var turn: WriterTurn?

  init(budgetMilliseconds: Int) {
    budget = Int64(budgetMilliseconds) * 1_000_000
  }

  /// Makes the connection wait this way; the connection must not outlive this object.
  func install(on handle: OpaquePointer) {
    sqlite3_busy_handler(
      handle,
      { context, attempts in
        guard let context else { return 0 }
        let wait = Unmanaged<BusyWait>.fromOpaque(context).takeUnretainedValue()
        return wait.pause(attempts) ? 1 : 0
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  private func pause(_ attempts: Int32) -> Bool {
    let now = Self.monotonicNanoseconds()
    if attempts == 0 { start = now }
    guard now - start < budget else { return false }
    turn?.join()
    var interval = timespec(tv_sec: 0, tv_nsec: Int.random(in: Self.sleepRange))
    nanosleep(&interval, nil)
    return true
  }

  private static let sleepRange = 100_000...900_000

  private static func monotonicNanoseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
