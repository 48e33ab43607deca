import Testing

extension ProgramTests {
  @Suite struct TriageStories {
    @Test func `A hundred tickets take a hundred keys`() throws {
      let place = try Workplace()
      try place.makeProject(workflow: "Bug Triage")
      try place.addTickets(100)
      let board = try place.triage()

      try board.see("Triage  OPS · ", "1 of 100", "OPS-100")
      // Half of them as fast as the terminal takes them, half one after the other.
      board.type(String(repeating: "1", count: 50))
      try board.see("51 of 100")
      for place in 51...100 {
        try board.see("\(place) of 100")
        board.type(place % 2 == 0 ? "2" : "1")
      }
      try board.see("Done: you have looked at 100 tickets")
      board.type("u")
      try board.see("100 of 100", "OPS-1 ")
      board.type("s")
      try board.see("75 → Triaged", "24 → WontFix", "1 skipped")
      board.type("q")

      #expect(try board.end() == .exited(0))
      board.expectRestored()
      #expect(board.emulator.faults == [])
      #expect(try place.ticket("OPS-100").status == "Triaged")
      #expect(try place.ticket("OPS-1").status == "New")
    }

    @Test func `Triage may begin with a filter`() throws {
      let place = try Workplace()
      try place.makeProject(workflow: "Bug Triage", titles: "Login fails", "Logo is blurred")
      let board = try place.triage("login")

      try board.see("1 of 1", "OPS-1", "Login fails", "/ login")
      board.type("2")
      try board.see("Done: you have looked at 1 ticket ")
      board.type("q")
      #expect(try board.end() == .exited(0))
      #expect(try place.ticket("OPS-1").status == "WontFix")
      #expect(try place.ticket("OPS-2").status == "New")
    }

    @Test func `Marked tickets are moved together and taken back together`() throws {
      let place = try Workplace()
      try place.makeProject(workflow: "Bug Triage")
      try place.addTickets(20)
      let board = try place.board()

      try board.see("OPS-20")
      board.type("*")
      try board.see("✓ 20 marked")
      board.type("1")
      try board.see("Move 20 tickets to Triaged", "✓ 20 can be changed")
      board.type("\r")
      try board.see("✓ 20 changed")
      #expect(try place.ticket("OPS-1").status == "Triaged")
      board.type("\ru")
      try board.see("20 tickets: → Triaged taken back")
      #expect(try place.ticket("OPS-1").status == "New")
      board.type("q")
      #expect(try board.end() == .exited(0))
      board.expectRestored()
    }
  }
}

extension Workplace {
  /// Opens triage on a terminal.
  fileprivate func triage(_ filter: String...) throws -> TerminalSession {
    try TerminalSession(
      [Program.path, "--db", database, "triage"] + filter, environment: environment, columns: 80,
      rows: 24)
  }
}
