import Testing

@testable import SluiceClient

/// Whose changes the events are of.
@Suite struct `A remote engine tells of others' changes only` {
  private var changes = ForeignChanges()

  @Test mutating func `an event of nobody here is told once`() {
    changes.hear(of: 7)
    let answers = [changes.take(), changes.take()]
    #expect(answers == [true, false])
  }

  @Test mutating func `an event of a change that was made here is not`() {
    changes.begin()
    changes.end(7)
    changes.hear(of: 7)
    changes.hear(of: 7)
    #expect(!changes.isPending)
    changes.hear(of: 9)
    #expect(changes.isPending)
  }

  @Test mutating func `an event that is quicker than the receipt waits for it`() {
    changes.begin()
    changes.hear(of: 7)
    #expect(!changes.isPending)
    changes.end(7)
    #expect(!changes.isPending)

    changes.begin()
    changes.hear(of: 8)
    changes.end(9)
    #expect(changes.isPending)
  }

  @Test mutating func `of two changes under way the first answer decides nothing`() {
    changes.begin()
    changes.begin()
    changes.hear(of: 8)
    changes.end(7)
    #expect(!changes.isPending)
    changes.end(8)
    #expect(!changes.isPending)
  }

  @Test mutating func `a change whose answer was lost counts as another's`() {
    changes.begin()
    changes.hear(of: 7)
    changes.end(nil)
    #expect(changes.isPending)
  }

  @Test func `a lost line is tried again soon, and never less often than every 1.5 seconds`() {
    var backoff = Backoff()
    #expect((0..<6).map { _ in backoff.next() } == [100, 200, 400, 800, 1_500, 1_500])
    backoff.reset()
    #expect(backoff.next() == 100)
  }
}
