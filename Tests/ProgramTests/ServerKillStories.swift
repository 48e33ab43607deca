import Glibc
import SQLite
import Testing

extension ProgramTests {
  @Suite struct ServerKillStories {
    /// How often the server is killed; more often where somebody has the time.
    private static var kills: Int {
      getenv("SLUICE_TEST_KILLS").flatMap { Int(String(cString: $0)) } ?? 100
    }

    /// Looks after all of them until `isDone`; tells how many tickets they have been told of.
    private func work(_ scribes: [Scribe], goingOn: Bool = true, until isDone: (Int) -> Bool) {
      let deadline = Deadline()
      var told = 0
      while !isDone(told), !deadline.isOver {
        var polled = scribes.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
        poll(&polled, nfds_t(polled.count), 50)
        for scribe in scribes where scribe.look(goingOn: goingOn) { told += 1 }
      }
      #expect(isDone(told), "The server does not answer.")
    }

    /// Expects the file to have what was told, once, under the number that was told.
    private func expect(_ scribes: [Scribe], in place: Workplace, after kill: Int) throws {
      let database = try Database(path: place.database)
      let rows = try database.query("SELECT title, (id >> 10) & 0x3FFFFFFF FROM ticket") {
        ($0.text(0), $0.int64(1))
      }
      let numbers = Dictionary(rows, uniquingKeysWith: { first, _ in first })
      #expect(numbers.count == rows.count, "after kill \(kill)")
      for scribe in scribes {
        #expect(scribe.surprises == [], "after kill \(kill)")
        let lost = scribe.acknowledged.filter { numbers[$0.key] != $0.value }
        #expect(lost == [:], "after kill \(kill)")
      }
    }

    @Test func `Of a server that is killed under load every acknowledged write is there once`()
      throws
    {
      let place = try Workplace()
      let first = try place.server()
      try place.remote("project", "create", "--key", "OPS", "--name", "Operations")
      first.send(SIGTERM)
      #expect(try first.end().status == .exited(0))
      let scribes = (1...8).map { Scribe("\($0)") }

      for kill in 1...Self.kills {
        let run = try place.server()
        for scribe in scribes { scribe.connect(.socket(place.socket)) }
        // At any moment between two answers, or amidst a commit.
        let (enough, delay) = (Int.random(in: 1...40), UInt32.random(in: 0...2_000))
        work(scribes) { $0 >= enough }
        usleep(delay)
        run.send(SIGKILL)
        #expect(try run.end().status == .killed(SIGKILL))
        // What was answered before the end is still to be read.
        work(scribes, goingOn: false) { _ in scribes.allSatisfy(\.isCutOff) }
        // By turns the library and the server come first to what the dead one has left.
        if kill.isMultiple(of: 2) { try expect(scribes, in: place, after: kill) }
      }

      let run = try place.server()
      for scribe in scribes where scribe.hasUnanswered { scribe.connect(.socket(place.socket)) }
      work(scribes, goingOn: false) { _ in !scribes.contains(where: \.hasUnanswered) }
      run.send(SIGTERM)
      #expect(try run.end().status == .exited(0))
      try expect(scribes, in: place, after: Self.kills)
      let audit = try DatabaseAudit(place.database)
      try audit.expectSound()
      let told = scribes.reduce(0) { $0 + $1.acknowledged.count }
      #expect(try audit.count("SELECT count(*) FROM ticket") == Int64(told))
      #expect(told >= Self.kills)
    }
  }
}
