internal import CSQLite
internal import Glibc

/// Waits for other connections' locks: short sleeps of random length inside a total budget.
///
/// SQLite's own timeout sleeps longer the longer one has waited, so that whoever waits longest is least
/// likely to be next. Here the sleeps follow how long writing takes on this disk, by the connection's own
/// last transaction: a lock that is given up is found soon, and looking costs little.
final class BusyWait {
  private let budget: Int64
  private var start: Int64 = 0
  private var beganWriting: Int64 = 0
  /// How long the last transaction held the lock, in nanoseconds, within reason.
  private var hold: Int64 = 500_000
  private let turn: WriterTurn
  private var isForWriting = false
  private var isHolding = false

  init(budgetMilliseconds: Int, turn: WriterTurn) {
    budget = Int64(budgetMilliseconds) * 1_000_000
    self.turn = turn
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

  /// Runs what takes the lock for writing, with courtesy to those who wait for it.
  func takingTurns(_ begin: () throws(SQLiteError) -> Void) throws(SQLiteError) {
    if turn.somebodyWaits() { sleep(hold) }
    isForWriting = true
    defer {
      isForWriting = false
      turn.leave()
    }
    try begin()
    isHolding = true
    beganWriting = Self.monotonicNanoseconds()
  }

  /// Notes that nothing was written after all.
  func gaveUpWriting() {
    isHolding = false
  }

  /// Notes how long the lock was held.
  func endedWriting() {
    isHolding = false
    let time = Self.monotonicNanoseconds() - beganWriting
    hold = min(max(time, Self.shortestHold), Self.longestHold)
  }

  private func pause(_ attempts: Int32) -> Bool {
    let now = Self.monotonicNanoseconds()
    if attempts == 0 { start = now }
    guard now - start < budget else { return false }
    // Who holds the lock waits at its end for readers alone, mostly for others that look whether it is
    // free, and all others wait along.
    guard !isHolding || attempts >= Self.readerPauses else {
      sleep(Self.readerPause)
      return true
    }
    if isForWriting { turn.join() }
    sleep(Int64.random(in: hold / 10...hold * 6 / 10))
    return true
  }

  private func sleep(_ nanoseconds: Int64) {
    var interval = timespec(tv_sec: 0, tv_nsec: Int(nanoseconds))
    nanosleep(&interval, nil)
  }

  private static let readerPause: Int64 = 20_000
  private static let readerPauses = 50
  private static let shortestHold: Int64 = 100_000
  private static let longestHold: Int64 = 3_000_000

  private static func monotonicNanoseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
