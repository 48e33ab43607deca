import Testing

extension ProgramTests {
  @Suite struct IdleStories {
    private func board() throws -> (Workplace, TerminalSession) {
      let place = try Workplace()
      try place.makeProject()
      try place.addTickets(24)
      let board = try place.board()
      try board.see("● live", "Backlog 24")
      board.settle(milliseconds: 500)
      return (place, board)
    }

    @Test func `While nothing happens nothing is sent`() throws {
      let (place, board) = try board()
      let before = board.bytes.count

      // Longer than any safety poll.
      board.settle(milliseconds: 2_500)

      #expect(board.bytes.count == before)
      _ = place
    }

    @Test func `Keys that arrive together are drawn once`() throws {
      let (place, board) = try board()
      func bytesSent(by step: () -> Void) -> Int {
        let before = board.bytes.count
        step()
        board.settle()
        return board.bytes.count - before
      }

      let oneByOne = bytesSent {
        for _ in 1...20 {
          board.type("j")
          board.settle(milliseconds: 30)
        }
      }
      let together = bytesSent { board.type(String(repeating: "k", count: 20)) }

      #expect(together > 0)
      #expect(together * 4 < oneByOne)
      #expect(board.emulator.clears == 1)
      _ = place
    }
  }
}
