import Testing

@testable import SQLite

@Suite struct WriterTurnTests {
  private let length = WriterTurn.length
  private let start: Int64 = 1_000_000_000

  /// A turn with one transaction from `start` to the time.
  private func turn(until end: Int64) -> WriterTurn {
    var turn = WriterTurn()
    turn.began(at: start, afterWaiting: false)
    turn.ended(at: end)
    return turn
  }

  @Test func `Within its turn a writer just goes on`() {
    let turn = turn(until: start + 2)
    #expect(!turn.isUsedUp(at: start + 3))
    #expect(!turn.isUsedUp(at: start + length - 1))
  }

  @Test func `Who comes back after a whole turn lets others go first`() {
    #expect(turn(until: start + length - 1).isUsedUp(at: start + length))
    #expect(turn(until: start + 3 * length).isUsedUp(at: start + 3 * length + 1))
  }

  @Test func `Who comes back late has no turn behind it`() {
    #expect(!turn(until: start + 2).isUsedUp(at: start + 2 + length))
  }

  @Test func `More transactions do not make a turn longer`() {
    var turn = turn(until: start + 2)
    turn.began(at: start + length - 2, afterWaiting: false)
    turn.ended(at: start + length - 1)
    #expect(turn.isUsedUp(at: start + length))
  }

  @Test func `A turn begins when it has been waited for`() {
    var turn = turn(until: start + 2)
    turn.began(at: start + length - 2, afterWaiting: true)
    turn.ended(at: start + length - 1)
    #expect(!turn.isUsedUp(at: start + length))
    #expect(turn.isUsedUp(at: start + 2 * length - 2))
  }

  @Test func `A turn begins when the last is over`() {
    var turn = turn(until: start + length)
    turn.began(at: start + length + 1, afterWaiting: false)
    turn.ended(at: start + length + 2)
    #expect(!turn.isUsedUp(at: start + length + 3))
  }
}
