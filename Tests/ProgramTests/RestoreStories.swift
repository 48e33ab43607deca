import Glibc
import Testing

extension ProgramTests {
  @Suite struct RestoreStories {
    private static let requests = [SIGTERM, SIGHUP, SIGINT, SIGQUIT]
    private static let crashes = [SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGFPE]

    @Test(arguments: requests + crashes)
    func `A signal ends the board and leaves the terminal as it was`(signal: Int32) throws {
      let place = try Workplace()
      try place.makeProject(titles: "Fix login timeout")
      let board = try place.board()
      try board.see("Fix login timeout")

      board.child.send(signal)

      #expect(try board.end() == .killed(signal))
      board.expectRestored()
    }

    @Test(arguments: requests)
    func `A signal ends the first screen as well`(signal: Int32) throws {
      let place = try Workplace()
      let screen = try place.board()
      try screen.see("There is no board yet.")

      screen.child.send(signal)

      #expect(try screen.end() == .killed(signal))
      screen.expectRestored()
      #expect(!place.names.contains("board.db"))
    }

    @Test func `A terminal that goes away ends the board`() throws {
      let place = try Workplace()
      try place.makeProject(titles: "Fix login timeout")
      let board = try place.board()
      try board.see("Fix login timeout")

      board.terminal.hangUp()

      #expect(try board.end() == .killed(SIGHUP))
    }
  }
}
