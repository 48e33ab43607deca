import SQLite
import Testing

extension ProgramTests {
  @Suite struct HostileTextStories {
    private static let texts = [
      "\u{1B}]52;c;aGFja2Vk\u{7}clip", "\u{1B}[2J\u{1B}[31mred", "\u{9B}31mC1 \u{9D}0;t\u{9C}",
      "\u{202E}desrever\u{2066}", "over\rwritten", "back\u{8}\u{8}space", "two\nlines\ttab",
      "\u{200B}hid\u{AD}den\u{FEFF}", "\u{1B}P$q\u{1B}\\ \u{1B}_x\u{1B}\\", "\u{E}shift\u{F}\u{7F}",
      "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}", "文字化け \u{2028}",
    ]

    /// A place whose every stored text is hostile; past the program, which would refuse some of them.
    private func hostilePlace() throws -> Workplace {
      let place = try Workplace()
      try place.makeProject()
      try place.addTickets(Self.texts.count)
      let database = try Database(path: place.database)
      for (index, text) in Self.texts.enumerated() {
        try database.run(
          """
          UPDATE ticket SET title = $1, assignee = $1, labels = $1, reporter = $1
          WHERE (id >> 10) & 1023 = $2
          """, [.text(text), .integer(Int64(index + 1))])
      }
      let all = Self.texts.joined(separator: " ")
      try database.run("INSERT INTO ticket_body SELECT id, $1 FROM ticket", [.text(all)])
      try database.run(
        "INSERT INTO comment (ticket, at, author, text) SELECT id, 0, $1, $1 FROM ticket",
        [.text(all)])
      try database.run("UPDATE event SET actor = $1, subject = $1", [.text(all)])
      try database.run("UPDATE project SET name = $1, description = $1", [.text(all)])
      return place
    }

    @Test(arguments: [(120, 40), (80, 24), (40, 12)])
    func `No stored text reaches the terminal as control from the board`(columns: Int, rows: Int)
      throws
    {
      let place = try hostilePlace()
      let board = try place.board(columns: columns, rows: rows)
      try board.see("● live", "OPS-12")

      for _ in Self.texts { board.type("j") }
      board.settle()
      board.type("\r")
      try board.see("Reporter")
      board.type("G")
      board.settle()
      board.type("qp")
      try board.see("Go to project")
      board.settle()
      board.type("\u{3}")
      board.settle()
      board.type("q")
      #expect(try board.end() == .exited(0))
      #expect(board.emulator.faults == [])
      board.expectRestored()
    }

    @Test func `No stored text reaches the terminal as control from the command line`() throws {
      let place = try hostilePlace()
      let verbs = [
        ["ticket", "list", "--project", "OPS"], ["ticket", "show", "OPS-1"],
        ["ticket", "show", "OPS-7", "--json"], ["project", "list"],
        ["ticket", "transition", "OPS-2", "--to-status", "Todo"],
        ["ticket", "transition", "OPS-2", "--to-status", "\u{1B}[2J\u{9B}m"],
        ["\u{1B}]0;title\u{7}"],
      ]
      for verb in verbs {
        let session = try TerminalSession(
          [Program.path, "--db", place.database] + verb, environment: place.environment)

        _ = try session.end()
        #expect(!session.emulator.isBlank)
        #expect(session.emulator.faults == [], "\(verb)")
        #expect(Set(session.bytes.filter { $0 < 0x20 }) == [0x0A, 0x0D], "\(verb)")
      }
    }
  }
}
