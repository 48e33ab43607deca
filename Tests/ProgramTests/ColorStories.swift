import Testing

extension ProgramTests {
  @Suite struct ColorStories {
    /// What a board sends to a terminal with these variables, from its start to its end.
    private func session(_ variables: [String: String]) throws -> TerminalSession {
      let place = try Workplace()
      try place.makeProject(workflow: "Bug Triage", titles: "Fix login timeout")
      let board = try place.board(with: variables)
      try board.see("OPS-1", "Fix login timeout", "New 1")
      board.type("q")
      #expect(try board.end() == .exited(0))
      #expect(board.emulator.faults == [])
      board.expectRestored()
      return board
    }

    @Test func `A terminal of 256 colours gets colours by number`() throws {
      let colors = try session([:]).emulator.colors

      #expect(colors.contains { $0.contains("38;5;") })
      #expect(!colors.contains { $0.contains("38;2;") })
    }

    @Test func `A terminal that says so gets colours by their parts`() throws {
      let theme = try Workplace()
      let file = try theme.write("plain = #102030 on #f0f1f2\n", to: "mine.theme")
      let variables = ["COLORTERM": "truecolor", "SLUICE_THEME": file]

      let colors = try session(variables).emulator.colors

      #expect(colors.contains { $0.contains("38;2;16;32;48") })
      #expect(colors.contains { $0.contains("48;2;240;241;242") })
    }

    @Test func `A terminal of eight colours gets no more`() throws {
      let colors = try session(["TERM": "linux"]).emulator.colors

      #expect(!colors.isEmpty)
      #expect(!colors.contains { $0.contains("38;") || $0.contains("48;") })
    }

    @Test(arguments: [
      ["NO_COLOR": "1"], ["TERM": "vt100"], ["NO_COLOR": "1", "COLORTERM": "24bit"],
    ])
    func `Without colours the board is told by other means`(variables: [String: String]) throws {
      let emulator = try session(variables).emulator

      #expect(emulator.colors == [])
      #expect(!emulator.renditions.isEmpty)
    }

    @Test(arguments: ["xterm", "screen-256color", "tmux-256color", "rxvt"])
    func `Every usual terminal gets only what its description has`(term: String) throws {
      _ = try session(["TERM": term])
    }

    @Test func `Where only ASCII is known only ASCII is sent`() throws {
      let board = try session(["LC_ALL": "C", "LANG": "C"])

      #expect(board.bytes.allSatisfy { $0 < 0x80 })
    }
  }
}
