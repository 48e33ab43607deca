import Testing

extension ProgramTests {
  @Suite struct OthersStories {
    @Test func `What someone else moves is marked for a moment`() throws {
      let place = try Workplace()
      try place.makeProject(titles: "Fix login timeout", "Export loses rows")
      let (left, right) = (try place.board(), try place.board())
      try left.see("Backlog 2")
      try right.see("Backlog 2")
      right.type("j")

      left.type("L")
      try right.see("OPS-2✱", "Todo 1")
      try left.see("Todo 1")
      left.settle()
      #expect(!left.emulator.text.contains("✱"), "one's own change is not marked")

      try right.wait(for: "the mark goes") { !$0.text.contains("✱") }
      right.settle()
      let before = right.bytes.count
      right.settle(milliseconds: 1_500)
      #expect(right.bytes.count == before, "and after that nothing is sent")
      for board in [left, right] {
        board.type("q")
        #expect(try board.end() == .exited(0))
      }
    }

    @Test func `A board on the wall follows and lets nothing be changed`() throws {
      let place = try Workplace()
      try place.makeProject(titles: "Fix login timeout")
      let wall = try TerminalSession(
        [Program.path, "--read-only", "--db", place.database], environment: place.environment)
      try wall.see("○ read-only", "Backlog 1")

      wall.type("L")
      try wall.see("! The board is read-only; open it without --read-only to change something.")
      #expect(try place.ticket("OPS-1").version == 1)

      try place.sluice("ticket", "create", "Export loses rows", "--project", "OPS")
      try wall.see("OPS-2✱", "Backlog 2")
      try wall.wait(for: "the mark goes") { !$0.text.contains("✱") }
      wall.type("q")
      #expect(try wall.end() == .exited(0))
      wall.expectRestored()
    }

    @Test func `Whoever saves second sees both versions`() throws {
      let place = try Workplace()
      try place.makeProject(titles: "Fix login timeout")
      let board = try place.board()
      try board.see("● live", "Fix login timeout")
      board.type("e")
      try board.see("Edit OPS-1")
      board.type("\u{15}Mine")
      try place.sluice("ticket", "update", "OPS-1", "--title", "Theirs")
      board.type("\r")
      try board.see("OPS-1 was changed meanwhile", "≠ Title", "Mine", "Theirs", "keep mine")
      board.type("m")
      try board.see("OPS-1 saved")
      #expect(try place.ticket("OPS-1").title == "Mine")
      board.type("q")
      #expect(try board.end() == .exited(0))
    }
  }
}
