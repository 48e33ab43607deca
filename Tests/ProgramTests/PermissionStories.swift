import Glibc
import Testing

extension ProgramTests {
  @Suite(.enabled(if: Unprivileged.isPossible, "there is no other user to run the program as"))
  struct PermissionStories {
    private func attempt(_ arguments: [String], at place: Workplace) throws -> Program.Outcome {
      try Program.run(
        Unprivileged.prefix + [Program.path, "--db", place.database] + arguments,
        environment: place.environment)
    }

    /// A folder of someone else that everyone may read.
    private func readOnlyPlace() throws -> Workplace {
      let place = try Workplace()
      chmod(place.folder, 0o755)
      return place
    }

    @Test func `In a folder that may only be read no board is made`() throws {
      let place = try readOnlyPlace()
      chmod(place.folder, 0o555)
      defer { chmod(place.folder, 0o755) }

      let outcome = try attempt(
        ["project", "create", "--key", "OPS", "--name", "Operations"], at: place)

      #expect(outcome.status == .exited(77))
      #expect(outcome.messages.hasPrefix("sluice: The folder “\(place.folder)” belongs to "))
      #expect(outcome.messages.contains("(mode 0555)"))
      let whose = geteuid() == Unprivileged.user ? "u" : "g"
      #expect(outcome.messages.contains("un: chmod \(whose)+rwx \(place.folder)\n"))
      #expect(!place.names.contains("board.db"))
    }

    @Test func `A board that may only be read is shown, and says why it cannot be changed`() throws
    {
      let place = try readOnlyPlace()
      try place.makeProject(titles: "Fix login timeout")
      for name in place.names where name.hasPrefix("board.db") {
        chmod("\(place.folder)/\(name)", 0o444)
      }
      chmod(place.folder, 0o555)
      defer { chmod(place.folder, 0o755) }

      let list = try attempt(["ticket", "list", "--project", "OPS"], at: place)
      #expect(list.status == .exited(0))
      #expect(list.output.contains("Fix login timeout"))
      let move = try attempt(["ticket", "transition", "OPS-1", "--to-status", "Done"], at: place)
      #expect(move.status == .exited(77))
      #expect(move.messages.hasPrefix("sluice: The file “\(place.database)” belongs to "))

      let board = try TerminalSession(
        Unprivileged.prefix + [Program.path, "--db", place.database],
        environment: place.environment)
      try board.see("Fix login timeout", "○ read-only")
      board.type("L")
      try board.see("! The board is read-only: the file “", "may not write it.")
      board.type("\r")
      try board.see("Reporter")
      board.type("qq")
      #expect(try board.end() == .exited(0))
      #expect(try place.ticket("OPS-1").version == 1)

      let triage = try TerminalSession(
        Unprivileged.prefix + [Program.path, "triage", "--db", place.database],
        environment: place.environment)
      try triage.see("sluice: The board is read-only: the file “")
      #expect(try triage.end() == .exited(77))
    }
  }
}
