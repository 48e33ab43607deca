internal import CSQLite

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
  private let door: WritersDoor
  private var turn = WriterTurn()
  private var isForWriting = false
  private var isHolding = false
  private var hasWaited = false

  init(budgetMilliseconds: Int, door: WritersDoor) {
    budget = Int64(budgetMilliseconds) * 1_000_000
    self.door = door
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
    start = MonotonicClock.now
    isForWriting = true
    hasWaited = false
    defer {
      isForWriting = false
      door.leave()
    }
    if turn.isUsedUp(at: start) { door.enter(before: start + budget) }
    try begin()
    isHolding = true
    beganWriting = MonotonicClock.now
    turn.began(at: beganWriting, afterWaiting: hasWaited)
  }

  /// Notes that nothing was written after all.
  func gaveUpWriting() {
    guard isHolding else { return }
    isHolding = false
    turn.ended(at: MonotonicClock.now)
  }

  /// Notes how long the lock was held.
  func endedWriting() {
    isHolding = false
    let now = MonotonicClock.now
    turn.ended(at: now)
    hold = min(max(now - beganWriting, Self.shortestHold), Self.longestHold)
  }

  private func pause(_ attempts: Int32) -> Bool {
    let now = MonotonicClock.now
    // A writer's budget began before it stepped back.
    if attempts == 0 && !isForWriting { start = now }
    guard now - start < budget else { return false }
    // Who holds the lock waits at its end for readers alone, mostly for others that look whether it is
    // free, and all others wait along.
    if isHolding && attempts < Self.readerPauses {
      MonotonicClock.sleep(Self.readerPause)
    } else if isForWriting && !hasWaited {
      queue(at: now)
    } else {
      MonotonicClock.sleep(Int64.random(in: pauses(at: now)))
    }
    return true
  }

  /// Joins those who wait to write.
  private func queue(at now: Int64) {
    hasWaited = true
    // Whoever went first has just left the door: the next there is to be one of those who waited before.
    if turn.isRecent(at: now) { MonotonicClock.sleep(Self.afterTurn) }
    door.enter(before: start + budget)
  }

  /// How long to sleep until the next look at the file.
  private func pauses(at now: Int64) -> ClosedRange<Int64> {
    // The turn that was going on when the door became free is about to end: it would leave the file idle.
    if let standing = door.standing(at: now), Self.endOfTurn.contains(standing) {
      return hold / 20...hold / 10
    }
    return hold / 10...hold * 6 / 10
  }

  private static let readerPause: Int64 = 20_000
  private static let readerPauses = 50
  private static let shortestHold: Int64 = 100_000
  private static let longestHold: Int64 = 3_000_000
  private static let afterTurn = WriterTurn.length / 5
  private static let endOfTurn = WriterTurn.length * 3 / 4...WriterTurn.length * 2
}
