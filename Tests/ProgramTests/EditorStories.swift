import FoundationEssentials
import Glibc
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

    @Test func `An editor that fails keeps the text for the next one`() throws {
      let (place, variables) = try place(editor: "echo 'Half a thought' >\"$1\"; exit 3\n")
      let board = try place.board(with: variables)
      try board.see("● live")

      board.type("E")
      try board.see("failed; what it wrote is kept as a draft")
      #expect(place.temporaryFiles == [])
      board.type("q")

      #expect(try board.end() == .exited(0))
      #expect(try place.ticket("OPS-1").version == 1)
      let show = try place.write("#!/bin/sh\ncat \"$1\"; read answer\n", to: "show", mode: 0o755)
      let next = try place.board(with: ["EDITOR": show])
      try next.see("● live")
      next.type("E")
      try next.see("restored. Delete this line", "Half a thought")
      next.type("\r")
      try next.see("Nothing was changed")
      next.type("q")
      #expect(try next.end() == .exited(0))
    }

    @Test func `What was written in the editor outlives a killed board`() throws {
      let (place, variables) = try place(
        editor: "cat \"$1\"; echo 'Half a thought' >>\"$1\"; echo written; read answer\n")
      let board = try place.board(with: variables)
      try board.see("● live")
      board.type("E")
      try board.see("written")
      board.child.send(SIGKILL)
      #expect(try board.end() == .killed(SIGKILL))

      let next = try place.board(with: variables)
      try next.see("● live")
      next.type("E")
      try next.see("Draft from", "restored. Delete this line", "Half a thought", "written")
      next.type("\r")
      try next.see("Description of OPS-1 saved")
      next.type("q")
      #expect(try next.end() == .exited(0))
      #expect(try place.ticket("OPS-1").description == "Half a thought\nHalf a thought")
      let drafts = place.folder + "/user/.local/state/sluice/drafts"
      #expect(try FileManager.default.contentsOfDirectory(atPath: drafts) == [])
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
