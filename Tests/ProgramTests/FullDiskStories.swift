import Testing

extension ProgramTests {
  @Suite(.enabled(if: TinyDisk.isPossible, "a disk of one's own cannot be mounted here"))
  struct FullDiskStories {
    @Test func `A full disk refuses changes and goes on showing what is there`() throws {
      let place = try Workplace()
      try place.makeProject(titles: "Fix login timeout")
      let board = try TerminalSession(
        TinyDisk.running(
          """
          cp "$DB" /mnt/board.db; cat /dev/zero >/mnt/filler 2>/dev/null
          "$SLUICE" --db /mnt/board.db ticket create Another --project OPS; echo "code $?"
          "$SLUICE" --db /mnt/board.db ticket list --project OPS
          echo ready; read answer
          "$SLUICE" --db /mnt/board.db
          rm /mnt/filler; "$SLUICE" --db /mnt/board.db ticket create Later --project OPS
          "$SLUICE" --db /mnt/board.db ticket show OPS-1
          """),
        environment: place.environment.merging(
          ["SLUICE": Program.path, "DB": place.database]) { $1 })

      let sentence = "The disk that holds “/mnt/board.db” is full; nothing was changed."
      try board.see("ready")
      #expect(board.emulator.shows("sluice: \(sentence)"))
      #expect(board.emulator.shows("code 74"))
      #expect(board.emulator.shows("OPS-1 Backlog Medium"))

      board.type("\r")
      try board.see("● live", "Backlog 1")
      board.type("L")
      try board.see(sentence)
      board.type("\r")
      try board.see("Reporter")
      board.type("qq")
      #expect(try board.end() == .exited(0))
      #expect(board.emulator.shows("Created OPS-2 in Backlog."))
      #expect(board.emulator.shows("Status Backlog"))
    }
  }
}
