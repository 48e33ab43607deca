import Glibc
import SluiceCore
import SluiceEngine
import Testing

/// Eight threads, each with an engine of its own, on one file.
@Suite struct CrowdTests {
  private static let tickets = 6
  private static let changes = 1_000

  private static var seed: UInt64 {
    getenv("SLUICE_TEST_SEED").flatMap { UInt64(String(cString: $0)) } ?? .random(in: 1...999_999)
  }

  private let folder: TemporaryFolder
  private let ops: ProjectKey
  private let engine: LocalEngine
  private let root = Actor(name: "root")

  init() throws {
    folder = try TemporaryFolder()
    ops = try #require(ProjectKey("OPS"))
    engine = try LocalEngine(path: folder("board.db"))
    _ = try engine.apply(.createWorkflow(.narrow), by: root)
    let draft = ProjectDraft(key: "OPS", name: "x", workflow: .name("Narrow"))
    _ = try engine.apply(.createProject(draft), by: root)
  }

  private func makeTickets(_ count: Int) throws {
    for number in 1...count {
      _ = try engine.apply(.createTicket(.key(ops), TicketDraft(title: "\(number)")), by: root)
    }
  }

  /// All of history, oldest first.
  private func events() throws -> [Event] {
    var events: [Event] = []
    var cursor: String?
    repeat {
      let page = try engine.events(
        EventQuery(.oldestFirst(after: 0)), PageRequest(limit: 500, cursor: cursor))
      events += page.items
      cursor = page.nextCursor
    } while cursor != nil
    return events
  }

  @Test func `Every change that was acknowledged is in history once, whoever else writes`() throws {
    let seed = Self.seed
    print("Eight threads: SLUICE_TEST_SEED=\(seed)")
    try makeTickets(Self.tickets)
    let before = Set(try events().map(\.change))
    let (path, ops) = (folder("board.db"), ops)
    let told = try Threads.run(8) { index in
      let engine = try LocalEngine(path: path)
      var hand = CrowdHand(
        seed: seed + UInt64(index), project: ops, tickets: Self.tickets, index: index)
      var told: [CrowdHand.Told] = []
      for _ in 1...Self.changes {
        let (change, actor) = hand.change()
        do throws(EngineError) {
          let receipt = try engine.apply(change, by: actor)
          if let number = receipt.change { told.append(.init(number, change, actor)) }
        } catch {
          #expect([.conflict, .refused].contains(error.code), "\(change): \(error)")
        }
      }
      return told
    }.flatMap(\.self)

    let events = try events()
    let numbers = told.map(\.number).sorted()
    #expect(numbers == Set(events.map(\.change)).subtracting(before).sorted(), "seed \(seed)")
    #expect(events.map(\.sequence) == Array(1...Int64(events.count)))
    let parts = Dictionary(grouping: events, by: \.change)
    for told in told {
      let part = try #require(parts[told.number])
      #expect(part.allSatisfy { $0.actor == told.actor.name && $0.agent == told.actor.agent })
      #expect(part.contains { told.kinds.contains($0.body.kind) }, "\(told) with seed \(seed)")
    }
    #expect(told.count > Self.changes * 2, "seed \(seed)")
    let fullest = fullest(events)
    #expect(fullest["Doing"] == 1, "seed \(seed)")
    #expect(fullest["Checked"] == 1, "seed \(seed)")
    try expectVersionsWithoutGaps(events, seed)
    try expectCounters(seed)
  }

  private func expectVersionsWithoutGaps(_ events: [Event], _ seed: UInt64) throws {
    for (key, part) in Dictionary(grouping: events, by: \.ticket) {
      guard let key else { continue }
      let version = try engine.ticket(.key(key)).state.ticket.version
      #expect(version == Set(part.map(\.change)).count, "\(key) with seed \(seed)")
    }
  }

  private func expectCounters(_ seed: UInt64) throws {
    let recount = try FileDump.rows(
      folder("board.db"),
      "SELECT status || ' ' || count(*) FROM ticket GROUP BY status ORDER BY 1")
    let counted = try FileDump.rows(
      folder("board.db"), "SELECT status || ' ' || n FROM counter WHERE n <> 0 ORDER BY 1")
    #expect(counted == recount, "seed \(seed)")
  }

  /// The most tickets that each status held at any moment.
  private func fullest(_ events: [Event]) -> [String: Int] {
    var places: [TicketKey: String] = [:]
    var fullest: [String: Int] = [:]
    let placing: Set<Event.Kind> = [.ticketCreated, .ticketMoved, .changeUndone, .changeRedone]
    for event in events where placing.contains(event.body.kind) {
      guard let ticket = event.ticket else { continue }
      places[ticket] = event.body.to
      for (status, held) in Dictionary(grouping: places.values, by: \.self) {
        fullest[status] = max(fullest[status] ?? 0, held.count)
      }
    }
    return fullest
  }

  @Test func `Each of many tickets that all claim has one winner`() throws {
    let tickets = 40
    let draft = ProjectDraft(key: "RACE", name: "x")
    _ = try engine.apply(.createProject(draft), by: root)
    let race = try #require(ProjectReference("RACE"))
    for _ in 1...tickets {
      _ = try engine.apply(.createTicket(race, TicketDraft(title: "x")), by: root)
    }
    let path = folder("board.db")
    let won = try Threads.run(8) { index in
      let engine = try LocalEngine(path: path)
      var won: [String: Int] = [:]
      for number in 1...tickets {
        let key = try #require(TicketKey("RACE-\(number)"))
        let claim = Change.changeTicket(.key(key), .claim(agent: "bot-\(index)"))
        do throws(EngineError) {
          _ = try engine.apply(claim, by: Actor(name: "ann", agent: "bot-\(index)"))
          won["\(key)"] = index
        } catch {
          #expect(error.rejection?.code == "CLAIMED")
        }
      }
      return won
    }.flatMap { $0.map { "\($0.key) bot-\($0.value)" } }.sorted()
    let holders = try engine.tickets(TicketQuery(project: race), PageRequest(limit: tickets)).items
      .map { "\($0.key) \($0.agent ?? "")" }.sorted()
    #expect(won == holders)
    #expect(won.count == tickets)
  }
}
