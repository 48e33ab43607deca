import Glibc
import Testing

extension ProgramTests {
  @Suite struct KillStories {
    /// Finds the moment of the commit by missing it on either side, however busy the machine is.
    private struct Aim {
      private var reach = 40_000
      private(set) var kills = 0

      /// When to kill, in microseconds after the start.
      var delay: Int { .random(in: (reach / 2)...reach) }

      mutating func learn(from status: ExitStatus, _ output: String) {
        if status == .killed(SIGKILL) { kills += 1 }
        reach = max(1_000, output.isEmpty ? reach * 11 / 10 : reach * 9 / 10)
      }
    }

    /// How long something takes, in microseconds.
    private func duration(of work: () throws -> Void) rethrows -> Int {
      let start = Deadline.now
      try work()
      return Int(Deadline.now - start)
    }

    /// The key in `Created OPS-2 in Backlog.`, if that was printed to its end.
    private func createdKey(in output: String) -> String? {
      guard output.hasPrefix("Created "), output.hasSuffix(".\n") else { return nil }
      return String(output.split(separator: " ")[1])
    }

    @Test func `What was acknowledged before a kill is there after it`() throws {
      let place = try Workplace()
      try place.makeProject(titles: "work 1")
      var aim = Aim()
      var acknowledged: Set<String> = ["OPS-1"]
      for round in 2...300 where aim.kills < 64 {
        let victim = try BackgroundRun(
          at: place, ["ticket", "create", "work \(round)", "--project", "OPS"])
        // Now and then another process waits for the lock of the one that dies.
        let survivor =
          round.isMultiple(of: 4)
          ? try BackgroundRun(at: place, ["ticket", "create", "work", "--project", "OPS"]) : nil
        victim.kill(after: aim.delay)

        let (status, output) = try victim.end()
        aim.learn(from: status, output)
        if let key = createdKey(in: output) { acknowledged.insert(key) }
        if let survivor {
          let key = createdKey(in: try survivor.end().output)
          acknowledged.insert(try #require(key))
        }
        // By turns the library and the program come first to what the dead process has left.
        if round.isMultiple(of: 2) { try DatabaseAudit(place.database).expectSound() }
        try #require(acknowledged.isSubset(of: try place.keys()))
      }
      #expect(aim.kills == 64)
      try DatabaseAudit(place.database).expectSound()
    }

    @Test func `A move that was acknowledged before a kill has happened`() throws {
      let place = try Workplace()
      try place.makeProject(titles: "work 1")
      var aim = Aim()
      var status = "Backlog"
      for _ in 1...100 where aim.kills < 12 {
        let target = status == "Todo" ? "InProgress" : "Todo"
        let victim = try BackgroundRun(
          at: place, ["ticket", "transition", "OPS-1", "--to-status", target])
        victim.kill(after: aim.delay)

        let (end, output) = try victim.end()
        aim.learn(from: end, output)
        let ticket = try place.ticket("OPS-1")
        #expect(output == "" || output == "OPS-1: \(status) → \(target)\n")
        #expect(ticket.status == target || output == "" && ticket.status == status)
        status = ticket.status
        try DatabaseAudit(place.database).expectSound()
      }
      #expect(aim.kills == 12)
    }

    @Test func `A long import that is killed leaves whole parts and is completed by another`()
      throws
    {
      let (place, other) = (try Workplace(), try Workplace())
      try place.makeProject(titles: "work")
      try other.makeProject(titles: "work")
      let rows = (1...1_000).map { "\($0),work \($0) in a row that is neither short nor long\n" }
      let file = try place.write("id,title\n" + rows.joined(), to: "rows.csv")
      let usual = try duration { try other.sluice("import", "csv", file, "--project", "OPS") }
      func count() throws -> Int64 {
        try DatabaseAudit(place.database).count("SELECT count(*) FROM ticket")
      }

      for _ in 1...6 {
        let victim = try BackgroundRun(at: place, ["import", "csv", file, "--project", "OPS"])
        victim.kill(after: .random(in: (usual / 2)...usual))
        let status = try victim.end().status

        let complete: Int64 = 1_001
        #expect([1, 501, complete].contains(try count()))
        #expect(try status == .killed(SIGKILL) || count() == complete)
        try DatabaseAudit(place.database).expectSound()
      }
      try place.sluice("import", "csv", file, "--project", "OPS")
      #expect(try count() == 1_001)
    }
  }
}
