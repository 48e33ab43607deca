/// How long a writer goes on before it lets others go first.
///
/// With a rollback journal a commit empties the page cache of every other connection: writers that take
/// turns after each transaction spend a sixth of their time reading pages anew. Within its turn a writer
/// just begins again. It holds nothing in between, so nobody waits for one who does not come back.
struct WriterTurn {
  private var start: Int64 = 0
  private var end: Int64 = 0

  /// Whether who comes at this time has had a whole turn just now, and is to let others go first.
  func isUsedUp(at now: Int64) -> Bool {
    now - start >= Self.length && isRecent(at: now)
  }

  /// Whether the writer has just written.
  func isRecent(at now: Int64) -> Bool {
    now - end < Self.length
  }

  /// Notes that a transaction began, and a turn with it if it had to be waited for or the last was over.
  mutating func began(at now: Int64, afterWaiting: Bool) {
    if afterWaiting || now - start >= Self.length { start = now }
  }

  /// Notes that a transaction ended, either way.
  mutating func ended(at now: Int64) {
    end = now
  }

  /// Long beside the reading that it saves, and short enough for eight to wait for each other unnoticed.
  static let length: Int64 = 15_000_000
}
