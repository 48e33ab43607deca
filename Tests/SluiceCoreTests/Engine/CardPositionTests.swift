import Testing

@testable import SluiceCore

@Suite struct CardPositionTests {
  @Test func `urgent stands above, then the latest to enter, then the newest`() {
    let positions = [
      CardPosition(priority: .low, enteredAt: Timestamp(milliseconds: 9), number: 9, ordinal: 0),
      CardPosition(priority: .high, enteredAt: Timestamp(milliseconds: 1), number: 3, ordinal: 0),
      CardPosition(priority: .high, enteredAt: Timestamp(milliseconds: 2), number: 1, ordinal: 0),
      CardPosition(priority: .high, enteredAt: Timestamp(milliseconds: 1), number: 3, ordinal: 2),
      CardPosition(priority: .urgent, enteredAt: Timestamp(milliseconds: 0), number: 2, ordinal: 0),
    ]
    #expect(positions.sorted().map(\.number) == [2, 1, 3, 3, 9])
    #expect(positions.sorted().map(\.ordinal) == [0, 0, 2, 0, 0])
  }
}
