import Testing

extension ProgramTests {
  @Suite struct TerminalRefusalStories {
    @Test(arguments: [
      ("dumb", "a terminal of type dumb cannot move its cursor"),
      ("no-such-terminal", "there is no terminfo entry for TERM=no-such-terminal"),
      ("", "TERM is not set, so the terminal is unknown"),
    ])
    func `A terminal that cannot show a board is told so in plain words`(
      term: String, sentence: String
    ) throws {
      let place = try Workplace()
      try place.makeProject(titles: "Fix login timeout")
      let board = try place.board(with: ["TERM": term])

      #expect(try board.end() == .exited(69))
      #expect(board.emulator.shows("sluice: \(sentence)."))
      #expect(board.emulator.endsWith("run:  sluice ticket list --db \(place.database)"))
      #expect(!board.bytes.contains(0x1B))
      board.expectRestored()
    }

    @Test(arguments: [[], ["demo"]])
    func `Without a terminal the command line is offered`(verb: [String]) throws {
      let outcome = try Program.run([Program.path] + verb, environment: Workplace().environment)

      #expect(outcome.status == .exited(69))
      #expect(outcome.output == "")
      #expect(
        outcome.messages == """
          sluice: The board needs a terminal to draw on and to read keys from.
            next: Without one, the verbs of the command line do the same:
            run:  sluice ticket list --json

          """)
    }

    @Test func `A move that the workflow forbids says why and changes nothing`() throws {
      let place = try Workplace()
      try place.makeProject(workflow: "Bug Triage", titles: "Fix login timeout")
      try place.sluice("ticket", "transition", "OPS-1", "--to-status", "WontFix")
      let board = try place.board()
      try board.see("● live")

      board.type("$H")
      try board.see("WontFix has no transition to Closed, and the workflow is strict.")
      board.type("q")
      #expect(try board.end() == .exited(0))

      let outcome = try place.attempt(["ticket", "transition", "OPS-1", "--to-status", "Closed"])
      #expect(outcome.status == .exited(6))
      #expect(try place.ticket("OPS-1").version == 2)
    }
  }
}
