import Testing

extension ProgramTests {
  @Suite struct BoardStories {
    @Test func `A ticket moved with a key has moved for everyone`() throws {
      let place = try Workplace()
      try place.makeProject(workflow: "Bug Triage", titles: "Fix login timeout")
      let board = try place.board()

      try board.see("OPS-1", "Fix login timeout", "1 → Triaged")
      board.type("1")
      try board.see("OPS-1 → Triaged")
      try board.wait(for: "the card in the second column") { screen in
        screen.lines.contains { $0.hasPrefix("                          │ OPS-1") }
      }
      board.type("q")

      #expect(try board.end() == .exited(0))
      board.expectRestored()
      #expect(board.emulator.faults == [])
      #expect(board.emulator.isBlank)
      let ticket = try place.ticket("OPS-1")
      #expect(ticket.status == "Triaged")
      #expect(ticket.version == 2)
    }

    @Test(arguments: [
      (120, 40, ["Operations", "Bug Triage · strict", "Moves ─", "1 → Triaged"]),
      (80, 24, ["OPS Operations   Bug Triage · strict", "[Moves]", "1 → Triaged"]),
      (40, 12, ["OPS  Bug Triage", "NEW 1", "enter open"]),
    ])
    func `Every size has a layout`(columns: Int, rows: Int, texts: [String]) throws {
      let place = try Workplace()
      try place.makeProject(workflow: "Bug Triage", titles: "Fix login timeout")
      let board = try place.board(columns: columns, rows: rows)

      for text in ["OPS-1", "Fix login timeout", "● live"] + texts { try board.see(text) }
      board.type("q")
      #expect(try board.end() == .exited(0))
      #expect(board.emulator.faults == [])
    }

    @Test func `Too small a terminal is told so, and shows the board once it is larger`() throws {
      let place = try Workplace()
      try place.makeProject(titles: "Fix login timeout")
      let board = try place.board(columns: 30, rows: 8)

      try board.see("Sluice needs 40×12 cells;", "here are 30×8.")
      board.resize(columns: 40, rows: 12)
      try board.see("Fix login timeout")
      board.resize(columns: 120, rows: 40)
      try board.see("Moves ─", "Fix login timeout")
      board.resize(columns: 39, rows: 40)
      try board.see("here are 39×40.")
      board.type("q")
      #expect(try board.end() == .exited(0))
      board.expectRestored()
    }
  }
}
