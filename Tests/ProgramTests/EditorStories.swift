import Testing

extension ProgramTests {
  @Suite struct EditorStories {
    /// A place with one ticket, and a script that stands in for an editor.
    private func place(editor script: String) throws -> (Workplace, variables: [String: String]) {
      let place = try Workplace()
      try place.makeProject(titles: "Fix login timeout")
      let editor = try place.write("#!/bin/sh\n" + script, to: "editor", mode: 0o755)
      return (place, ["EDITOR": editor])
    }

    @Test func `The description is edited on the terminal that the board gives up meanwhile`()
      throws
    {
      let (place, variables) = try place(
        editor: "stty -a >\"$HOME/modes\"; echo editing; read answer; echo \"$answer\" >\"$1\"\n")
      let board = try place.board(with: variables)
      try board.see("● live")

      board.type("E")
      try board.see("editing")
      #expect(board.emulator.isOnFirstScreen)
      #expect(board.emulator.modesLeftOn == [])
      board.type("Only with a slow network.\r")
      try board.see("Description of OPS-1 saved")
      board.type("q")

      #expect(try board.end() == .exited(0))
      board.expectRestored()
      #expect(try place.ticket("OPS-1").description == "Only with a slow network.")
      let modes = try String(decoding: place.bytes(of: place.folder + "/user/modes"), as: UTF8.self)
      #expect(modes.contains(" icanon"))
      #expect(modes.contains(" echo "))
      #expect(place.temporaryFiles == [])
    }

    @Test func `An editor that fails keeps the text and says where`() throws {
      let (place, variables) = try place(editor: "echo 'Half a thought' >\"$1\"; exit 3\n")
      let board = try place.board(with: variables)
      try board.see("● live")

      board.type("E")
      try board.see("failed; the text is kept in")
      let file = try #require(place.temporaryFiles.first)
      #expect(board.emulator.shows(file))
      #expect(try place.bytes(of: file) == Array("Half a thought\n".utf8))
      board.type("q")

      #expect(try board.end() == .exited(0))
      #expect(try place.ticket("OPS-1").version == 1)
    }

    @Test func `An interrupt meant for the editor does not end the board`() throws {
      let (place, variables) = try place(
        editor: """
          trap 'echo caught' INT; echo editing
          until read answer; do :; done
          echo "$answer" >"$1"

          """)
      let board = try place.board(with: variables)
      try board.see("● live")

      board.type("E")
      try board.see("editing")
      board.type("\u{3}")
      try board.see("caught")
      board.type("Kept on.\r")
      try board.see("● live", "Description of OPS-1 saved")
      board.type("q")
      #expect(try board.end() == .exited(0))
      board.expectRestored()
      #expect(try place.ticket("OPS-1").description == "Kept on.")
    }
  }
}
