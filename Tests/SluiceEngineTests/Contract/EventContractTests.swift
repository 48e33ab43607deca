import SluiceCore
import Testing

/// History as a list: what is in it, in which order, and page by page.
@Suite struct EventContractTests {
  /// Two projects, three people, and an agent; sequence numbers from 1.
  private func world(_ kind: EngineKind) throws -> World {
    var world = try World(kind)
    let ops = try world.project("OPS")
    let web = try world.project("WEB")
    try world.ticket(ops, TicketDraft(title: "one"))
    try world.ticket(web, TicketDraft(title: "two"))
    world.actor = Actor(name: "bob")
    try world.change("OPS-1", .move(to: "Todo"))
    try world.change("WEB-1", .comment("hello"))
    world.actor = Actor(name: "cat", agent: "bot")
    try world.change("OPS-1", .claim(agent: "bot"))
    return world
  }

  private static let lines = [
    "1 ann project.created OPS: – → Project OPS", "2 ann project.created WEB: – → Project WEB",
    "3 ann ticket.created one: – → Backlog", "4 ann ticket.created two: – → Backlog",
    "5 bob ticket.moved: Backlog → Todo", "6 bob comment.added: – → hello",
    "7 cat agent.claimed: – → bot", "8 cat ticket.moved: Todo → InProgress",
  ]

  private func lines(
    _ world: World, _ query: EventQuery, _ page: PageRequest = PageRequest()
  ) throws -> [String] {
    try world.engine.events(query, page).items.map { "\($0.sequence) \($0.line)" }
  }

  @Test(arguments: EngineKind.all)
  func `It is told from the newest back, or on from a place`(kind: EngineKind) throws {
    let world = try world(kind)
    #expect(try lines(world, EventQuery()) == Self.lines.reversed())
    #expect(try lines(world, EventQuery(.oldestFirst(after: 0))) == Self.lines)
    #expect(
      try lines(world, EventQuery(.oldestFirst(after: 6))) == Array(Self.lines.suffix(2)))
    #expect(try lines(world, EventQuery(.oldestFirst(after: 8))) == [])
  }

  @Test(arguments: EngineKind.all)
  func `Events of one change say so, and who acted for whom`(kind: EngineKind) throws {
    let world = try world(kind)
    let events = try world.events()
    #expect(events.map(\.change) == [1, 2, 3, 4, 5, 6, 7, 7])
    #expect(events.map(\.agent) == [nil, nil, nil, nil, nil, nil, "bot", "bot"])
    #expect(events[0].project?.text == "OPS")
    #expect(events[0].ticket == nil)
    #expect(events[3].project?.text == "WEB")
    #expect(events[3].ticket?.description == "WEB-1")
    #expect(events.map(\.at) == events.map(\.at).sorted())
    #expect(events[7].at == world.clock.now)
  }

  @Test(arguments: EngineKind.all)
  func `A query names project, ticket, person, kinds and time`(kind: EngineKind) throws {
    let world = try world(kind)
    let (ops, web) = (ProjectReference("OPS"), TicketReference("WEB-1"))
    let times = try world.events().map(\.at)
    let examples: [(EventQuery, [Int])] = [
      (EventQuery(project: ops), [8, 7, 5, 3, 1]), (EventQuery(ticket: web), [6, 4]),
      (EventQuery(actor: "bob"), [6, 5]), (EventQuery(actor: "bot"), []),
      (EventQuery(kinds: [.ticketMoved, .commented]), [8, 6, 5]),
      (EventQuery(since: times[4]), [8, 7, 6, 5]), (EventQuery(until: times[4]), [4, 3, 2, 1]),
      (EventQuery(since: times[2], until: times[5]), [5, 4, 3]),
      (EventQuery(.oldestFirst(after: 2), project: ops, kinds: [.ticketMoved]), [5, 8]),
      (EventQuery(.oldestFirst(after: 0), actor: "ann", until: times[3]), [1, 2, 3]),
    ]
    for (query, sequences) in examples {
      #expect(try lines(world, query) == sequences.map { Self.lines[$0 - 1] }, "\(query)")
    }
  }

  @Test(arguments: EngineKind.all, [EventQuery.Order.newestFirst, .oldestFirst(after: 0)])
  func `It comes page by page, each event once`(
    kind: EngineKind, order: EventQuery.Order
  ) throws {
    let world = try world(kind)
    for kinds in [[], [.ticketMoved, .ticketCreated]] as [Set<Event.Kind>] {
      let query = EventQuery(order, kinds: kinds)
      let whole = try world.engine.events(query, PageRequest())
      #expect(whole.nextCursor == nil)
      var paged: [Event] = []
      var cursor: String?
      repeat {
        let page = try world.engine.events(query, PageRequest(limit: 3, cursor: cursor))
        #expect(page.items.count <= 3)
        paged += page.items
        cursor = page.nextCursor
      } while cursor != nil
      #expect(paged == whole.items)
    }
  }

  @Test(arguments: EngineKind.all)
  func `What happens between two pages is neither lost nor told twice`(kind: EngineKind) throws {
    let world = try world(kind)
    let first = try world.engine.events(EventQuery(), PageRequest(limit: 3))
    try world.change("WEB-1", .comment("meanwhile"))
    let rest = try world.engine.events(EventQuery(), PageRequest(cursor: first.nextCursor))
    #expect((first.items + rest.items).map(\.sequence) == [8, 7, 6, 5, 4, 3, 2, 1])
    #expect(
      try lines(world, EventQuery(.oldestFirst(after: 8))) == ["9 cat comment.added: – → meanwhile"]
    )
  }

  @Test(arguments: EngineKind.all)
  func `What is refused or changes nothing is not in it`(kind: EngineKind) throws {
    let world = try world(kind)
    _ = try world.refusal("WEB-1", .move(to: "Nowhere"))
    try world.change("WEB-1", .move(to: "Backlog"))
    _ = try world.engine.preview(
      .changeTicket(try world.reference("WEB-1"), .delete), by: world.actor)
    #expect(try world.events().count == 8)
  }

  @Test(arguments: EngineKind.all)
  func `The history of a ticket outlives it`(kind: EngineKind) throws {
    let world = try world(kind)
    try world.change("WEB-1", .delete)
    #expect(
      try world.lines("WEB-1") == [
        "ann ticket.created two: – → Backlog", "bob comment.added: – → hello",
        "cat ticket.deleted: Backlog → –",
      ])
    #expect(try lines(world, EventQuery(ticket: TicketReference("WEB-1"))).count == 3)
  }

  @Test(arguments: EngineKind.all)
  func `What does not exist is named`(kind: EngineKind) throws {
    let world = try world(kind)
    let queries = [
      (EventQuery(project: ProjectReference("NO")), "project"),
      (EventQuery(ticket: TicketReference("OPS-9")), "ticket"),
    ]
    for (query, missing) in queries {
      #expect(try world.failure { try lines(world, query) }.missing == missing)
    }
    let cursor = try world.failure { try lines(world, EventQuery(), PageRequest(cursor: "x")) }
    #expect(cursor.code == .invalid)
  }
}
