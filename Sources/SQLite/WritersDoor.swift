internal import Glibc

/// Where writers wait: one at a time stands in the door and looks whether the file is free.
///
/// A look at the file costs as many calls as a short transaction, and holds up whoever commits just then.
/// So all but one look at the door instead, which is a lock on the folder. It is courtesy only: without
/// the folder's lock, or past somebody who blocks it, everything still works, but less fairly.
final class WritersDoor {
  private let folder: Int32
  private var entrance: Int64?
  private var isBlocked = false

  init(folderOf path: String) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { path[...$0] } ?? "."
    self.folder = open(String(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  }

  deinit {
    close(folder)
  }

  /// Waits until nobody else stands there, or for as long as is reasonable.
  ///
  /// Whoever has waited longer looks more often, so that turns come about in the order of arrival.
  func enter(before deadline: Int64) {
    let arrival = MonotonicClock.now
    // Whoever blocks the door for long would otherwise hold up every transaction for as long.
    let end = min(deadline, arrival + (isBlocked ? Self.longestPause : Self.patience))
    while !take() {
      let now = MonotonicClock.now
      guard now < end else {
        isBlocked = true
        return
      }
      let pause = Self.pause(afterWaiting: now - arrival)
      MonotonicClock.sleep(Int64.random(in: pause / 2...pause))
    }
    isBlocked = false
    entrance = MonotonicClock.now
  }

  /// Makes room for the next.
  func leave() {
    guard entrance != nil else { return }
    flock(folder, LOCK_UN)
    entrance = nil
  }

  /// How long the writer has stood there; `nil` if it does not.
  func standing(at now: Int64) -> Int64? {
    entrance.map { now - $0 }
  }

  /// Whether the door was free, or cannot be had at all.
  private func take() -> Bool {
    flock(folder, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
  }

  /// Halved with each turn that passes, so that the one who came first is likely to be next.
  static func pause(afterWaiting time: Int64) -> Int64 {
    max(longestPause >> min(time / WriterTurn.length, 62), shortestPause)
  }

  private static let patience: Int64 = 500_000_000
  private static let longestPause = WriterTurn.length
  private static let shortestPause: Int64 = 300_000
}
