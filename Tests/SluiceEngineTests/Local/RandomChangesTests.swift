import SluiceCore
import SluiceEngine
import Testing

/// Properties of what is in the file after many random changes.
@Suite struct RandomChangesTests {
  /// A world that changes at random, often against the rules.
  private struct Game {
    var random: SeededGenerator
    let world: World
    let project: ProjectReference

    init(seed: UInt64) throws {
      random = SeededGenerator(seed: seed)
      world = try World(EngineKind.all[0])
      project = try world.project("DEL", .delivery)
      try world.ticket(project, TicketDraft(title: "first"))
    }

    mutating func pick<Item>(_ items: [Item]) -> Item {
      items[Int.random(in: 0..<items.count, using: &random)]
    }

    mutating func change() throws -> Change {
      if Int.random(in: 0..<4, using: &random) == 0 {
        return .createTicket(
          project,
          TicketDraft(
            title: pick(["one", "two", ""]), description: pick(["", "text"]),
            status: pick([nil, "Building", "Nowhere"]), priority: pick(Priority.allCases),
            labels: pick([[], ["a"], ["a", "b"]])))
      }
      let count = try world.engine.project(project).ticketCounter
      let key = "DEL-\(Int.random(in: 1...count + 1, using: &random))"
      return .changeTicket(try world.reference(key), ticketChange())
    }

    private mutating func ticketChange() -> TicketChange {
      let statuses = WorkflowDraft.delivery.statuses.map(\.name)
      switch Int.random(in: 0..<8, using: &random) {
      case 0...2: return .move(to: pick(statuses))
      case 3: return .edit(TicketEdit(title: pick(["three", "four"]), addedLabels: ["c"]))
      case 4: return .edit(TicketEdit(priority: pick(Priority.allCases), removedLabels: ["a"]))
      case 5:
        return .tick(
          gate: "shaped", item: pick(["goal", "small", "odd"]), isOn: pick([true, false]))
      case 6: return .setValue(field: "size", text: pick(["1", "many", nil]))
      default: return .comment(pick(["hello", ""]))
      }
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `A refused change leaves no trace in the file`(seed: UInt64) throws {
    var game = try Game(seed: seed)
    let path = game.world.folder("board.db")
    var refused = 0
    for _ in 1...60 {
      let before = try FileDump(path)
      do {
        try game.world.apply(try game.change())
      } catch {
        refused += 1
        #expect(try FileDump(path) == before)
      }
    }
    #expect(refused > 5)
    #expect(refused < 55)
  }

  @Test(arguments: [4, 5, 6] as [UInt64])
  func `Counters, labels, search and met requirements equal a recount`(seed: UInt64) throws {
    var game = try Game(seed: seed)
    let path = game.world.folder("board.db")
    for _ in 1...150 { _ = try? game.world.apply(try game.change()) }
    #expect(
      try FileDump.rows(
        path, "SELECT project || ' ' || status || ' ' || n FROM counter WHERE n <> 0 ORDER BY 1")
        == FileDump.rows(
          path,
          """
          SELECT project || ' ' || status || ' ' || count(*) FROM ticket GROUP BY project, status
          ORDER BY 1
          """))
    #expect(
      try FileDump.rows(
        path,
        """
        SELECT t.id || ' ' || group_concat(l.label, ',') FROM ticket t
        JOIN label l ON l.ticket = t.id AND l.project = t.project AND l.status = t.status
          AND l.priority = t.priority AND l.entered_at = t.entered_at
        GROUP BY t.id ORDER BY t.id
        """)
        == FileDump.rows(
          path,
          """
          SELECT id || ' ' || replace(labels, char(10), ',') FROM ticket WHERE labels <> ''
          ORDER BY id
          """))
    for word in ["one", "two", "three", "four", "text"] {
      #expect(
        try FileDump.rows(path, "SELECT rowid FROM search WHERE search MATCH '\(word)' ORDER BY 1")
          == FileDump.rows(
            path,
            """
            SELECT t.id FROM ticket t LEFT JOIN ticket_body b ON b.ticket = t.id
            WHERE t.title = '\(word)' OR b.text = '\(word)' ORDER BY 1
            """))
    }
    for card in try game.world.engine.board(BoardQuery(project: game.project)).columns
      .flatMap(\.window.cards)
    {
      let detail = try game.world.engine.ticket(.key(card.key))
      #expect(card.metRequirements == detail.workflow.metCount(of: detail.state))
      #expect(card.version == detail.state.ticket.version)
    }
    #expect(try FileDump.rows(path, "PRAGMA integrity_check") == ["ok"])
    #expect(try FileDump.rows(path, "PRAGMA foreign_key_check") == [])
  }

  @Test func `Every change of a version has its events`() throws {
    var game = try Game(seed: 7)
    for _ in 1...80 { _ = try? game.world.apply(try game.change()) }
    let path = game.world.folder("board.db")
    #expect(
      try FileDump.rows(
        path,
        """
        SELECT t.id FROM ticket t WHERE t.version <>
          (SELECT count(DISTINCT e.at) FROM event e WHERE e.ticket = t.id)
        """) == [])
  }
}
