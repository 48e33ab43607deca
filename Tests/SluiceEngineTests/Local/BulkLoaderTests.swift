import SluiceCore
import SluiceEngine
import SluiceStore
import Testing

@Suite struct BulkLoaderTests {
  private let world: World
  private let path: String

  init() throws {
    world = try World(EngineKind.all[0])
    path = world.folder("board.db")
  }

  private func item(_ number: Int, _ key: ProjectKey) -> BulkLoader.Item {
    let signature = Store.Signature(actor: "ann", at: world.clock.now)
    let ticket = Ticket(
      id: .make(), key: TicketKey(project: key, number: number), title: "Ticket \(number)",
      description: "Body", status: Status.ID(1), labels: ["bulk"], createdAt: world.clock.now,
      updatedAt: world.clock.now, enteredAt: world.clock.now)
    let mark = GateProgress.Mark(gate: "shaped", item: "goal")
    return BulkLoader.Item(
      ticket: ticket,
      progress: GateProgress(marks: [mark: GateProgress.Stamp(by: "ann", at: world.clock.now)]),
      comments: [Comment(author: "bob", at: world.clock.now, text: "Seen")],
      events: [(signature, Event.Draft(.ticketCreated, subject: ticket.title, to: "Idea"))])
  }

  @Test func `What is loaded reads and changes like any other ticket`() throws {
    let del = try world.project("DEL", .delivery)
    let key = try #require(ProjectKey("DEL"))
    let indexes = try FileDump.rows(path, "SELECT sql FROM sqlite_schema ORDER BY name")
    try BulkLoader.load(path: path) { (loader) throws(EngineError) in
      for number in 1...3 { try loader.add(item(number, key)) }
    }
    #expect(try FileDump.rows(path, "SELECT sql FROM sqlite_schema ORDER BY name") == indexes)
    #expect(try FileDump.rows(path, "PRAGMA integrity_check") == ["ok"])
    #expect(try FileDump.rows(path, "PRAGMA foreign_key_check") == [])
    #expect(try world.board(del) == ["Idea 3: DEL-3 DEL-2 DEL-1"])
    #expect(try world.board(del, "body label:bulk") == ["Idea 3: DEL-3 DEL-2 DEL-1"])
    #expect(try world.metRequirements(del) == ["DEL-1": 1, "DEL-2": 1, "DEL-3": 1])
    #expect(try world.detail("DEL-2").comments.map(\.text) == ["Seen"])
    #expect(try world.history("DEL-2").map(\.line) == ["ann ticket.created Ticket 2: – → Idea"])
    #expect(try world.ticket(del, TicketDraft(title: "next")).key.number == 4)
    try world.change("DEL-3", .move(to: "Ready"))
    try world.change("DEL-2", .edit(TicketEdit(title: "Other")))
    #expect(try world.board(del, "ticket") == ["Idea 1: DEL-1", "Ready 1: DEL-3"])
  }

  @Test func `A list of a word that is a number goes on beyond twenty thousand matches`() throws {
    let del = try world.project("DEL", .delivery)
    let key = try #require(ProjectKey("DEL"))
    try BulkLoader.load(path: path) { (loader) throws(EngineError) in
      for number in 1...20_005 {
        var ticket = item(number, key).ticket
        ticket.title = "2024"
        ticket.description = ""
        ticket.labels = []
        if number == 1 { ticket.priority = .urgent }
        try loader.add(BulkLoader.Item(ticket: ticket))
      }
    }
    let filter = BoardFilter(parsing: "2024 prio>=urgent", me: "ann")
    let listed = try world.engine.tickets(
      TicketQuery(project: del, filter: filter), PageRequest(limit: 10))
    #expect(listed.items.map { "\($0.key)" } == ["DEL-1"])
  }

  @Test func `A load that fails leaves the file as it was`() throws {
    try world.project("DEL", .delivery)
    let key = try #require(ProjectKey("DEL"))
    let before = try FileDump(path)
    let error = try #require(throws: EngineError.self) {
      try BulkLoader.load(path: path) { (loader) throws(EngineError) in
        try loader.add(item(1, key))
        var strange = item(2, key)
        strange.ticket.status = Status.ID(99)
        try loader.add(strange)
      }
    }
    #expect(error.message == "DEL-2 has a number or a status that cannot be.")
    #expect(try FileDump(path) == before)
  }
}
