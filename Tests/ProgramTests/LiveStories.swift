import Testing

extension ProgramTests {
  @Suite struct LiveStories {
    @Test func `What others do appears by itself`() throws {
      let place = try Workplace()
      try place.makeProject(titles: "Fix login timeout")
      let board = try place.board()
      try board.see("Backlog 1", "Todo 0")

      try place.sluice("ticket", "create", "Export loses rows", "--project", "OPS")
      try board.see("OPS-2", "Export loses rows", "Backlog 2")
      try place.sluice("ticket", "transition", "OPS-2", "--to-status", "Todo")
      try board.see("Backlog 1", "Todo 1")
      board.type("q")
      #expect(try board.end() == .exited(0))
    }

    @Test func `Two boards agree`() throws {
      let place = try Workplace()
      try place.makeProject(titles: "Fix login timeout")
      let (left, right) = (try place.board(), try place.board())
      try left.see("Backlog 1")
      try right.see("Backlog 1")

      left.type("L")
      try right.see("Backlog 0", "Todo 1")
      try left.see("Todo 1")
      right.type("lL")
      try right.see("Todo 0", "InProgress 1")
      try left.see("Todo 0", "InProgress 1")
      for board in [left, right] {
        board.type("q")
        #expect(try board.end() == .exited(0))
      }
      #expect(try place.ticket("OPS-1").version == 3)
    }
  }
}
