import FoundationEssentials
import Glibc
import Testing

extension ProgramTests {
  @Suite struct DraftStories {
    /// The files in which drafts are kept.
    private func drafts(of place: Workplace) -> [String] {
      let folder = place.folder + "/user/.local/state/sluice/drafts"
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      // A name with a dot is that of a file on its way there.
      return names.filter { !$0.contains(".") }.map { folder + "/" + $0 }
    }

    /// Waits until what was typed is in a file.
    private func waitForDraft(_ text: String, in place: Workplace) throws -> String {
      try waitForDraft(text, in: place) { $0.hasSuffix("\n" + text) }
    }

    /// The same for a form that starts so.
    private func waitForDraft(start: String, in place: Workplace) throws -> String {
      try waitForDraft(start, in: place) { $0.contains("\n" + start) }
    }

    private func waitForDraft(
      _ text: String, in place: Workplace, where matches: (String) -> Bool
    ) throws -> String {
      let deadline = Deadline()
      while !deadline.isOver {
        for file in drafts(of: place) {
          let bytes = (try? place.bytes(of: file)) ?? []
          if matches(String(decoding: bytes, as: UTF8.self)) { return file }
        }
        usleep(10_000)
      }
      throw SystemFailure("no draft of “\(text)”", ETIMEDOUT)
    }

    @Test func `A comment that was being typed is there after a kill`() throws {
      let place = try Workplace()
      try place.makeProject(titles: "Fix login timeout", "Another")
      let board = try place.board()
      try board.see("● live")
      board.type("c")
      try board.see("Comment on OPS-")
      board.type("It is the token's clock")
      let file = try waitForDraft("It is the token's clock", in: place)
      var status = stat()
      #expect(stat(file, &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600)
      board.child.send(SIGKILL)
      #expect(try board.end() == .killed(SIGKILL))

      let next = try place.board()
      try next.see("● live")
      next.type("c")
      try next.see("It is the token's clock", "Draft from", "^G discards it")
      next.type(".\r")
      try next.see("Comment added to")
      next.type("q")
      #expect(try next.end() == .exited(0))
      #expect(drafts(of: place) == [])
    }

    @Test func `Two boards that type for the same keep it apart, and a discard takes only its own`()
      throws
    {
      let place = try Workplace()
      try place.makeProject(titles: "Fix login timeout")
      let (first, second) = (try place.board(), try place.board())
      for board in [first, second] {
        try board.see("● live")
        board.type("n")
        try board.see("New ticket in OPS")
        board.type(board === first ? "Half a title" : "Mine")
        _ = try waitForDraft(start: board === first ? "12:Half a title" : "4:Mine", in: place)
      }
      #expect(second.emulator.shows("Another window is writing a new ticket in OPS"))
      #expect(!second.emulator.shows("Half a title"))
      second.type("\u{7}")
      try second.wait(for: "an empty form") { !$0.shows("Mine") }
      second.type("Other work\r")
      try second.see("Other work", "● live")
      try second.wait(for: "the board") { !$0.shows("New ticket in OPS") }
      second.type("q")
      #expect(try second.end() == .exited(0))
      first.child.send(SIGKILL)
      #expect(try first.end() == .killed(SIGKILL))

      let next = try place.board()
      try next.see("● live")
      next.type("n")
      try next.see("Half a title", "restored")
      next.type("\u{7}\u{1B}q")
      #expect(try next.end() == .exited(0))
      #expect(drafts(of: place) == [])
    }

    @Test func `A form is there after the terminal is gone, for this database alone`() throws {
      let (place, other) = (try Workplace(), try Workplace())
      for place in [place, other] { try place.makeProject(titles: "Fix login timeout") }
      let board = try place.board()
      try board.see("● live")
      board.type("n")
      try board.see("New ticket in OPS")
      board.type("Half a title")
      try board.see("Half a title")
      board.child.send(SIGHUP)
      _ = try board.end()

      let next = try place.board()
      try next.see("● live")
      next.type("n")
      try next.see("Half a title", "restored")
      next.type("\u{7}")
      try next.wait(for: "an empty form") { !$0.shows("Half a title") }
      next.type("\u{1B}q")
      #expect(try next.end() == .exited(0))
      #expect(drafts(of: place) == [])
    }
  }
}
