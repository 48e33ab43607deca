import Glibc
import Testing

extension ProgramTests {
  /// Keys and commands that a person has set up in a file.
  @Suite struct SettingsStories {
    /// A place with one ticket and a file of settings.
    private func place(_ settings: String, title: String = "Fix login timeout") throws -> Workplace
    {
      let place = try Workplace()
      try place.makeProject(titles: title)
      for folder in ["/user/.config", "/user/.config/sluice"] {
        mkdir(place.folder + folder, 0o700)
      }
      _ = try place.write(settings, to: "user/.config/sluice/config.json5")
      return place
    }

    private func keys(_ place: Workplace) throws -> Program.Outcome {
      try Program.run([Program.path, "keys"], environment: place.environment)
    }

    @Test func `A key is bound anew, a chord too, and the screen shows what is in force`() throws {
      let place = try place(
        """
        { // mine
          keys: { board: { "carry-on": ", n", quit: "Q" } },
        }
        """)
      let board = try place.board(columns: 120)
      try board.see("● live", "H/, n")

      board.type("q,")
      try board.see(", …", "n carry-on")
      board.type("n")
      try board.see("OPS-1 → ")
      board.type("Q")

      #expect(try board.end() == .exited(0))
      board.expectRestored()
      #expect(try place.ticket("OPS-1").version == 2)
    }

    @Test func `A fault is told with its line before the terminal is touched`() throws {
      let place = try place("{\n  keys: {\n    board: { quti: 'Q' },\n  },\n}\n")
      let board = try place.board()
      #expect(try board.end() == .exited(78))
      board.expectRestored()
      #expect(
        board.emulator.shows(
          "line 3, column 14: There is no command “quti”. Did you mean “quit”?"))
      #expect(try keys(place).status == .exited(78))
    }

    @Test func `Settings are edited from the board and in force at once`() throws {
      let place = try place("{}")
      let editor = try place.write(
        "#!/bin/sh\necho '{keys: {board: {quit: \"Z\"}}}' >\"$1\"\n", to: "editor", mode: 0o755)
      let board = try place.board(with: ["EDITOR": editor])
      try board.see("● live")

      board.type(":settings\r")
      try board.see("The settings are in force")
      board.type("Z")

      #expect(try board.end() == .exited(0))
      board.expectRestored()
      let kept = try place.bytes(of: place.folder + "/user/.config/sluice/config.json5")
      #expect(String(decoding: kept, as: UTF8.self) == "{keys: {board: {quit: \"Z\"}}}\n")
    }

    @Test func `A command of one's own gets the ticket as arguments that no shell reads`() throws {
      let title = "$(touch pwned) `id`; rm -rf ~ \"x\" 'y' \\"
      let place = try place(
        """
        {commands: [
          {name: 'keep', key: ', k', run: ['HERE/keep', 'HERE/kept', '{title}', '{key}']},
          {name: 'fail', key: ', f', run: ['HERE/fail'], background: true},
          {name: 'gone', key: ', g', run: ['HERE/gone']},
        ]}
        """, title: title)
      let settings = place.folder + "/user/.config/sluice/config.json5"
      let text = String(decoding: try place.bytes(of: settings), as: UTF8.self)
      _ = try place.write(
        text.replacing("HERE", with: place.folder), to: "user/.config/sluice/config.json5")
      _ = try place.write(
        "#!/bin/sh\nfile=$1; shift; for word; do printf '%s\\n' \"$word\"; done >\"$file\"\n",
        to: "keep", mode: 0o755)
      _ = try place.write("#!/bin/sh\nexit 3\n", to: "fail", mode: 0o755)
      let board = try place.board()
      try board.see("● live")

      board.type(",k")
      try board.see("keep is done")
      board.type(",f")
      try board.see("fail ended with exit status 3.")
      board.type(",g")
      try board.see("cannot be run: No such file or directory.")
      board.type("q")

      #expect(try board.end() == .exited(0))
      board.expectRestored()
      let kept = try place.bytes(of: place.folder + "/kept")
      #expect(String(decoding: kept, as: UTF8.self) == title + "\nOPS-1\n")
    }

    @Test func `What a command that failed has said stays until Enter`() throws {
      let place = try place("{}")
      let script = try place.write(
        "#!/bin/sh\nprintf 'no such branch'\nstty raw\nexit 3\n", to: "fail", mode: 0o755)
      _ = try place.write(
        "{commands: [{name: 'push', key: ', p', run: ['\(script)']}]}",
        to: "user/.config/sluice/config.json5")
      let board = try place.board()
      try board.see("● live")

      board.type(",p")
      try board.see("no such branch", "command push ended with 3 — press enter to go back")
      board.type("q")
      board.settle()
      try board.see("no such branch")
      board.type("\r")
      try board.see("push ended with exit status 3.", "● live")
      board.type("q")

      #expect(try board.end() == .exited(0))
      board.expectRestored()
    }

    @Test func `A theme that is chosen on the board is painted at once`() throws {
      let place = try place("{}")
      let editor = try place.write(
        "#!/bin/sh\necho \"$1\" >\"$HOME/edited\"\necho '{theme: \"light\"}' >\"$1\"\n",
        to: "editor", mode: 0o755)
      let board = try place.board(with: ["EDITOR": editor])
      try board.see("● live")
      #expect(!board.emulator.colors.contains { $0.contains("48;5;255") })

      board.type(":settings\r")
      try board.see("The settings are in force")
      board.settle()
      #expect(board.emulator.colors.contains { $0.contains("48;5;255") })
      let name = try place.bytes(of: place.folder + "/user/edited")
      #expect(String(decoding: name, as: UTF8.self).hasSuffix("/config.json5\n"))
      board.type("q")

      #expect(try board.end() == .exited(0))
      board.expectRestored()
    }

    @Test func `Keys are listed as they are in force`() throws {
      let place = try place("{keys: {preset: 'emacs', board: {undo: 'U'}}}")
      let lines = try keys(place).output.split(separator: "\n")
      #expect(lines.contains { $0.hasPrefix("board   undo") && $0.contains("U") })
      #expect(lines.contains { $0.hasPrefix("board   quit") && $0.contains("C-x C-c") })
    }
  }
}
