import Glibc
import SQLite
import Testing

extension ProgramTests {
  @Suite struct CrowdStories {
    private static let tickets = 6
    private static let commands = 720

    /// A number that makes the same commands again; not the same order, which is up to the processes.
    private static var seed: UInt64 {
      getenv("SLUICE_TEST_SEED").flatMap { UInt64(String(cString: $0)) } ?? .random(in: 1...999_999)
    }

    @Test func `Eight processes change one file, and every change that was told is there once`()
      throws
    {
      let place = try Workplace()
      let seed = Self.seed
      print("Eight processes: SLUICE_TEST_SEED=\(seed)")
      let file = try place.write(CrowdHand.workflow, to: "narrow.json")
      try place.sluice("workflow", "create", "--file", file)
      try place.makeProject(workflow: "Narrow")
      for number in 1...Self.tickets {
        try place.sluice("ticket", "create", "work \(number)", "--project", "OPS")
      }
      let before = try ChangeLog(place.database).changes

      var hand = CrowdHand(seed: seed, tickets: Self.tickets)
      var left = Self.commands
      let endings = try Crowd(place: place).run { slot in
        left -= 1
        return left < 0 ? nil : hand.command(in: slot)
      }

      #expect(endings.count == Self.commands)
      let log = try ChangeLog(place.database)
      var told: [Int64] = []
      for ending in endings {
        let line = Comment(rawValue: "\(ending.command.arguments) with seed \(seed)")
        guard ending.status == .exited(0) else {
          // Another was first, or a rule is in the way; nothing else may stop it.
          #expect([.exited(3), .exited(5), .exited(6)].contains(ending.status), line)
          if let text = ending.command.text {
            #expect(!log.events.contains { $0.to == text }, line)
          }
          continue
        }
        guard let change = try log.change(told: Acknowledgement(ending.output)) else { continue }
        let events = log.events.filter { $0.change == change }
        #expect(events.contains { ending.command.kinds.contains($0.kind) }, line)
        if let text = ending.command.text {
          #expect(events.count { $0.to == text } == 1, line)
        }
        told.append(change)
      }
      #expect(told.count > Self.commands / 4, "seed \(seed)")
      #expect(told.sorted() == log.changes.subtracting(before).sorted(), "seed \(seed)")
      #expect(log.fullest["Doing"] == 1, "seed \(seed)")
      #expect(log.fullest["Checked"] == 1, "seed \(seed)")
      try expectSound(place, log, seed)
    }

    /// Expects versions without gaps, and counters that a recount finds.
    private func expectSound(_ place: Workplace, _ log: ChangeLog, _ seed: UInt64) throws {
      let database = try Database(path: place.database)
      let versions = try database.query("SELECT id, version FROM ticket") {
        ($0.int64(0), $0.int(1))
      }
      #expect(versions.count == Self.tickets)
      for (ticket, version) in versions {
        #expect(log.changesByTicket[ticket]?.count == version, "seed \(seed)")
      }
      let counted = try database.query(
        "SELECT project || ' ' || status || ' ' || n FROM counter WHERE n <> 0 ORDER BY 1"
      ) { $0.text(0) }
      let present = try database.query(
        """
        SELECT project || ' ' || status || ' ' || count(*) FROM ticket WHERE status <> 0
        GROUP BY project, status ORDER BY 1
        """
      ) { $0.text(0) }
      #expect(counted == present, "seed \(seed)")
      #expect(try database.query("PRAGMA integrity_check") { $0.text(0) } == ["ok"])
      #expect(
        try database.number("SELECT count(*) - max(sequence) FROM event") == 0, "seed \(seed)")
    }

    @Test func `Of eight agents that claim one ticket at once, one wins`() throws {
      let place = try Workplace()
      try place.makeProject()
      for round in 1...8 {
        try place.sluice("ticket", "create", "work", "--project", "OPS")
        let endings = try Crowd(place: place).all { slot in
          CrowdCommand(
            ["ticket", "claim", "OPS-\(round)", "--agent-id", "bot-\(slot)"], ["agent.claimed"])
        }
        let statuses = endings.map(\.status)
        #expect(statuses.count { $0 == .exited(0) } == 1)
        #expect(statuses.count { $0 == .exited(5) } == 7)
        let claims = try ChangeLog(place.database).events.filter { $0.kind == "agent.claimed" }
        #expect(claims.count == round)
        let winner = try #require(endings.first { $0.status == .exited(0) })
        #expect(winner.command.arguments.contains(try #require(claims.last?.to)))
      }
    }
  }
}

extension ChangeLog {
  /// The change that an acknowledgement is about; `nil` if it says that nothing had to be changed.
  fileprivate func change(told acknowledgement: Acknowledgement) throws -> Int64? {
    if let change = acknowledgement.change { return change }
    // What is taken back is told by ticket and version.
    guard acknowledgement.deleted != nil, let key = acknowledgement.key,
      let number = key.split(separator: "-").last.flatMap({ Int64($0) }),
      let version = acknowledgement.version
    else { return nil }
    let row = try #require(changesByTicket.keys.first { ($0 >> 10) & 0x3FFF_FFFF == number })
    return try #require(changesByTicket[row])[version - 1]
  }
}
