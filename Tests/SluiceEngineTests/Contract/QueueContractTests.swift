import SluiceCore
import Testing

/// What agents may take, and what they have.
@Suite struct QueueContractTests {
  private func keys(
    _ world: World, _ project: ProjectReference? = nil, limit: Int = 50, cursor: String? = nil
  ) throws -> [String] {
    let query = QueueQuery(project: project)
    return try world.engine.available(query, PageRequest(limit: limit, cursor: cursor)).items
      .map { "\($0.key)" }
  }

  private func mine(_ world: World, _ agent: String, _ project: ProjectReference? = nil) throws
    -> [String]
  {
    try world.engine.claimed(by: agent, QueueQuery(project: project), PageRequest()).items
      .map { "\($0.key)" }
  }

  @Test(arguments: EngineKind.all)
  func `The most urgent come first, then those that wait longest where they are`(
    kind: EngineKind
  ) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    for priority in [Priority.medium, .urgent, .medium, .low, .urgent] {
      try world.ticket(ops, TicketDraft(title: "x", priority: priority))
    }
    #expect(try keys(world) == ["OPS-2", "OPS-5", "OPS-1", "OPS-3", "OPS-4"])
    try world.change("OPS-1", .move(to: "Todo"))
    try world.change("OPS-4", .edit(TicketEdit(priority: .high)))
    #expect(try keys(world) == ["OPS-2", "OPS-5", "OPS-4", "OPS-3", "OPS-1"])
  }

  @Test(arguments: EngineKind.all)
  func `What is claimed, over, deleted or meant for people is not available`(
    kind: EngineKind
  ) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.ticket(ops, TicketDraft(title: "left"))
    try world.ticket(ops, TicketDraft(title: "claimed"))
    try world.ticket(ops, TicketDraft(title: "done", status: "Done"))
    try world.ticket(ops, TicketDraft(title: "given up", status: "Cancelled"))
    try world.ticket(ops, TicketDraft(title: "deleted"))
    try world.ticket(ops, TicketDraft(title: "for a person", target: .human))
    try world.ticket(ops, TicketDraft(title: "for an agent", target: .agent))
    try world.change("OPS-2", .claim(agent: "bot"))
    try world.change("OPS-5", .delete)
    #expect(try keys(world) == ["OPS-1", "OPS-7"])
    #expect(try mine(world, "bot") == ["OPS-2"])
    #expect(try mine(world, "ant") == [])
    try world.change("OPS-2", .release(agent: "bot"))
    #expect(try keys(world) == ["OPS-1", "OPS-7", "OPS-2"])
    #expect(try mine(world, "bot") == [])
  }

  @Test(arguments: EngineKind.all)
  func `What is available can be claimed, and is mine then`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    let web = try world.project("WEB")
    for project in [ops, web, ops] { try world.ticket(project, TicketDraft(title: "x")) }
    while let key = try keys(world, limit: 1).first {
      try world.change(key, .claim(agent: "bot"))
    }
    #expect(try mine(world, "bot") == ["OPS-1", "OPS-2", "WEB-1"])
    #expect(try mine(world, "bot", web) == ["WEB-1"])
    try world.change("OPS-1", .move(to: "Done"))
    #expect(try mine(world, "bot") == ["OPS-2", "WEB-1"])
  }

  @Test(arguments: EngineKind.all)
  func `Bound tickets are in it by their own workflow`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.apply(.createWorkflow(.bugTriage))
    for status in ["New", "Verifying", "Closed", "WontFix"] {
      try world.ticket(
        ops, TicketDraft(title: status, status: status, workflow: .name("Bug Triage")))
    }
    #expect(try keys(world, ops) == ["OPS-1", "OPS-2"])
  }

  @Test(arguments: EngineKind.all)
  func `Work that goes on is found on a board where all work is over`(kind: EngineKind) throws {
    let world = try World(kind)
    let archive = WorkflowDraft(name: "Archive", statuses: [.init("Kept", "done")])
    let old = try world.project("OLD", archive)
    try world.ticket(old, TicketDraft(title: "kept"))
    try world.ticket(old, TicketDraft(title: "goes on", workflow: .name("Default")))
    #expect(try world.board(old) == ["Kept 2: OLD-2 OLD-1"])
    #expect(try keys(world, old) == ["OLD-2"])
  }

  @Test(arguments: EngineKind.all)
  func `It comes page by page, each ticket once`(kind: EngineKind) throws {
    var random = SeededGenerator(seed: 8)
    let world = try World(kind)
    let projects = [try world.project("OPS"), try world.project("WEB", .bugTriage)]
    for index in 0..<40 {
      if Bool.random(using: &random) { world.clock.advance() }
      try world.ticket(
        projects[index % 2],
        TicketDraft(title: "x", priority: Priority.allCases.randomElement(using: &random) ?? .low))
    }
    let whole = try world.engine.available(QueueQuery(), PageRequest(limit: 100)).items
    #expect(whole.count == 40)
    #expect(
      whole
        == whole.sorted {
          (-$0.priority.rawValue, $0.enteredAt, $0.key.project.text, $0.key.number)
            < (-$1.priority.rawValue, $1.enteredAt, $1.key.project.text, $1.key.number)
        })
    var paged: [Ticket] = []
    var cursor: String?
    repeat {
      let page = try world.engine.available(QueueQuery(), PageRequest(limit: 7, cursor: cursor))
      #expect(page.items.count == 7 || page.nextCursor == nil)
      paged += page.items
      cursor = page.nextCursor
    } while cursor != nil
    #expect(paged == whole)
    #expect(try keys(world, projects[1], limit: 100).allSatisfy { $0.hasPrefix("WEB-") })
    #expect(try keys(world, projects[1], limit: 100).count == 20)
  }

  @Test(arguments: EngineKind.all)
  func `What an agent has comes by key, page by page`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    for _ in 1...5 { try world.ticket(ops, TicketDraft(title: "x")) }
    for number in [4, 2, 5, 1] { try world.change("OPS-\(number)", .claim(agent: "bot")) }
    let first = try world.engine.claimed(by: "bot", QueueQuery(), PageRequest(limit: 3))
    #expect(first.items.map { "\($0.key)" } == ["OPS-1", "OPS-2", "OPS-4"])
    let rest = try world.engine.claimed(
      by: "bot", QueueQuery(), PageRequest(limit: 3, cursor: first.nextCursor))
    #expect(rest.items.map { "\($0.key)" } == ["OPS-5"])
    #expect(rest.nextCursor == nil)
  }

  @Test(arguments: EngineKind.all)
  func `A cursor that is none, and a project that is none, are refused`(kind: EngineKind) throws {
    let world = try World(kind)
    #expect(try world.failure { try keys(world, cursor: "x") }.code == .invalid)
    let mine = try world.failure {
      try world.engine.claimed(by: "bot", QueueQuery(), PageRequest(cursor: "x"))
    }
    #expect(mine.code == .invalid)
    let nowhere = try #require(ProjectReference("NO"))
    #expect(try world.failure { try keys(world, nowhere) }.missing == "project")
    #expect(try keys(world) == [])
  }
}
