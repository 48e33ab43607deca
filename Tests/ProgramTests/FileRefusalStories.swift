import FoundationEssentials
import Glibc
import SQLite
import Testing

extension ProgramTests {
  @Suite struct FileRefusalStories {
    /// Opens a file as a list and as a board; both refuse it, and nothing is touched.
    private func expectRefusal(
      at place: Workplace, _ sentence: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
      let bytes = try place.bytes(of: place.database)
      let names = place.names

      let list = try place.attempt(["ticket", "list", "--project", "OPS"])
      #expect(list.status == .exited(78), sourceLocation: sourceLocation)
      #expect(list.messages.hasPrefix("sluice: \(sentence)\n"), sourceLocation: sourceLocation)
      let create = try place.attempt(["project", "create", "--key", "NEW", "--name", "New"])
      #expect(create.status == .exited(78), sourceLocation: sourceLocation)
      let board = try place.board()
      #expect(try board.end() == .exited(78), sourceLocation: sourceLocation)
      #expect(board.emulator.shows("sluice: \(sentence) next: "))
      #expect(!board.bytes.contains(0x1B), sourceLocation: sourceLocation)

      #expect(try place.bytes(of: place.database) == bytes, sourceLocation: sourceLocation)
      #expect(place.names == names, sourceLocation: sourceLocation)
    }

    @Test func `A database of another application is left alone`() throws {
      let place = try Workplace()
      try Database(path: place.database, access: .creating)
        .execute("CREATE TABLE ticket (id INTEGER); INSERT INTO ticket VALUES (1)")

      try expectRefusal(at: place, "“\(place.database)” is a database of another application.")
    }

    @Test func `A database of a newer version is left alone`() throws {
      let place = try Workplace()
      try place.makeProject(titles: "Fix login timeout")
      try Database(path: place.database).execute("PRAGMA user_version = 99")

      try expectRefusal(
        at: place, "“\(place.database)” has version 99; this program knows versions up to 4.")
    }

    @Test func `A file that is no database is left alone`() throws {
      let place = try Workplace()
      _ = try place.write(String(repeating: "Dear diary, ", count: 500), to: "board.db")

      try expectRefusal(at: place, "“\(place.database)” is not a SQLite database.")
    }

    @Test func `A missing folder is named with the command that makes it`() throws {
      let place = try Workplace()
      let path = place.folder + "/not/there/board.db"

      let outcome = try Program.run(
        [Program.path, "--db", path, "project", "create", "--key", "OPS", "--name", "Operations"],
        environment: place.environment)

      #expect(outcome.status == .exited(78))
      #expect(
        outcome.messages == """
          sluice: There is no folder “\(place.folder)/not/there”.
            next: Make it first: mkdir -p \(place.folder)/not/there

          """)
    }
  }
}
