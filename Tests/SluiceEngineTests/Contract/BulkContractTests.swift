import SluiceCore
import Testing

/// One change for a set of tickets.
@Suite struct BulkContractTests {
  private func world(_ kind: EngineKind) throws -> (World, ProjectReference) {
    let world = try World(kind)
    let bug = try world.project("BUG", .bugTriage)
    for status in ["New", "Triaged", "New", "Fixing"] {
      try world.ticket(bug, TicketDraft(title: status, status: status, labels: ["a"]))
    }
    return (world, bug)
  }

  private func list(_ numbers: Int..., in world: World) throws -> TicketSet {
    .list(try numbers.map { try world.reference("BUG-\($0)") })
  }

  @Test(arguments: EngineKind.all)
  func `All of a list are changed in one change, each told in order`(kind: EngineKind) throws {
    let (world, bug) = try world(kind)
    let receipt = try world.apply(
      .changeTickets(try list(3, 1, 2, in: world), .move(to: "Triaged")))
    #expect(
      receipt.lines == [
        "BUG-3 changed Triaged", "BUG-1 changed Triaged", "BUG-2 unchanged Triaged",
      ]
    )
    #expect(try world.board(bug) == ["Triaged 3: BUG-3 BUG-1 BUG-2", "Fixing 1: BUG-4"])
    let events = try world.events().suffix(2)
    #expect(events.map { $0.ticket?.description } == ["BUG-3", "BUG-1"])
    #expect(events.map(\.change) == [receipt.change, receipt.change])
  }

  @Test(arguments: EngineKind.all)
  func `Each is told with its title, be it changed or refused`(kind: EngineKind) throws {
    let (world, _) = try world(kind)
    let set = try list(1, 2, in: world)
    let receipt = try world.apply(.changeTickets(set, .move(to: "Fixing"), isAtomic: false))
    guard case .tickets(let results) = receipt.subject else {
      Issue.record("\(receipt)")
      return
    }
    #expect(results.map(\.title) == ["New", "Triaged"])
    #expect(results.map(\.isRefused) == [true, false])
  }

  @Test(arguments: EngineKind.all)
  func `If one may not be changed none is, and every one is told`(kind: EngineKind) throws {
    let (world, _) = try world(kind)
    let before = try world.everything()
    let error = try world.refusal(
      .changeTickets(try list(1, 2, 3, 4, in: world), .move(to: "Fixing")))
    #expect(error.code == .refused)
    #expect(error.rejection?.code == "NO_TRANSITION")
    #expect(
      error.message
        == "2 of 4 tickets cannot be changed, so none was. BUG-1: New has no transition to Fixing, "
        + "and the workflow is strict. And 1 more.")
    #expect(
      error.results.map(\.line) == [
        "BUG-1 refused New", "BUG-2 changed Fixing", "BUG-3 refused New",
        "BUG-4 unchanged Fixing",
      ])
    #expect(try world.everything() == before)
  }

  @Test(arguments: EngineKind.all)
  func `Each of a set must be as expected`(kind: EngineKind) throws {
    let (world, bug) = try world(kind)
    let before = try world.everything()
    let set = try list(1, 2, in: world)
    let triaged = Expectation(status: "Triaged")
    let error = try world.refusal(.changeTickets(set, .move(to: "Fixing"), expecting: triaged))
    #expect(error.code == .conflict)
    #expect(error.results.map(\.line) == ["BUG-1 refused New", "BUG-2 changed Fixing"])
    #expect(try world.everything() == before)
    try world.change("BUG-1", .edit(TicketEdit(assignee: .init("bob"))))
    let receipt = try world.apply(
      .changeTickets(
        set, .move(to: "Triaged"), isAtomic: false, expecting: Expectation(version: 1)))
    #expect(receipt.lines == ["BUG-1 refused New", "BUG-2 unchanged Triaged"])
    #expect(try world.board(bug).first == "New 2: BUG-3 BUG-1")
  }

  @Test(arguments: EngineKind.all)
  func `Keeping going changes those that may be`(kind: EngineKind) throws {
    let (world, bug) = try world(kind)
    let receipt = try world.apply(
      .changeTickets(try list(1, 2, 3, 4, in: world), .move(to: "Fixing"), isAtomic: false))
    #expect(
      receipt.lines == [
        "BUG-1 refused New", "BUG-2 changed Fixing", "BUG-3 refused New",
        "BUG-4 unchanged Fixing",
      ])
    #expect(try world.board(bug) == ["New 2: BUG-3 BUG-1", "Fixing 2: BUG-2 BUG-4"])
  }

  @Test(arguments: EngineKind.all)
  func `A query names those that it finds`(kind: EngineKind) throws {
    let (world, bug) = try world(kind)
    try world.change("BUG-3", .edit(TicketEdit(removedLabels: ["a"])))
    let query = TicketQuery(
      project: bug, status: "New", filter: BoardFilter(parsing: "label:a", me: ""))
    let receipt = try world.apply(
      .changeTickets(.query(query), .edit(TicketEdit(assignee: .init("bob")))))
    #expect(receipt.lines == ["BUG-1 changed New"])
    let all = try world.apply(
      .changeTickets(.query(TicketQuery(project: bug)), .edit(TicketEdit(addedLabels: ["b"]))))
    #expect(all.lines.map { $0.prefix(5) } == ["BUG-4", "BUG-3", "BUG-2", "BUG-1"])
    #expect(try world.board(bug, "label:b").count == 3)
  }

  @Test(arguments: EngineKind.all)
  func `A query that finds nothing changes nothing`(kind: EngineKind) throws {
    let (world, bug) = try world(kind)
    let before = try world.everything()
    let query = TicketQuery(project: bug, filter: BoardFilter(parsing: "label:zzz", me: ""))
    let receipt = try world.apply(.changeTickets(.query(query), .delete))
    #expect(receipt.subject == .tickets([]))
    #expect(receipt.change == nil)
    #expect(try world.everything() == before)
    let unknown = TicketQuery(project: bug, status: "Nowhere")
    #expect(
      try world.refusal(.changeTickets(.query(unknown), .delete)).rejection?.code
        == "UNKNOWN_STATUS")
  }

  @Test(arguments: EngineKind.all)
  func `A ticket named twice, by its key and by its id, is changed once`(kind: EngineKind) throws {
    let (world, _) = try world(kind)
    let receipt = try world.apply(
      .changeTickets(
        .list([
          try world.reference("BUG-1"), try world.reference("BUG-2"),
          .id(try world.detail("BUG-1").state.ticket.id), try world.reference("BUG-1"),
        ]), .comment("hello")))
    #expect(receipt.lines == ["BUG-1 changed New", "BUG-2 changed Triaged"])
    #expect(try world.detail("BUG-1").comments.count == 1)
  }

  @Test(arguments: EngineKind.all)
  func `A key that no ticket has keeps a set from being changed, or is passed over`(
    kind: EngineKind
  ) throws {
    let (world, _) = try world(kind)
    let before = try world.everything()
    let set = try list(1, 9, in: world)
    let error = try world.refusal(.changeTickets(set, .move(to: "Triaged")))
    #expect(error.code == .notFound)
    #expect(
      error.message
        == "1 of 2 tickets cannot be changed, so none was. BUG-9: There is no ticket “BUG-9”.")
    #expect(try world.everything() == before)
    let receipt = try world.apply(.changeTickets(set, .move(to: "Triaged"), isAtomic: false))
    #expect(receipt.lines == ["BUG-1 changed Triaged", "BUG-9 refused "])
  }

  @Test(arguments: EngineKind.all)
  func `A task and its sub-task are deleted together, whichever is named first`(
    kind: EngineKind
  ) throws {
    let (world, bug) = try world(kind)
    let parent = try world.reference("BUG-1")
    try world.ticket(bug, TicketDraft(title: "part", kind: .subTask, parent: parent))
    let receipt = try world.apply(
      .changeTickets(.list([parent, try world.reference("BUG-1.1")]), .delete))
    #expect(receipt.lines == ["BUG-1 changed ", "BUG-1.1 changed "])
    try world.apply(.undo(.mine))
    #expect(try world.status("BUG-1.1") == "New")
  }

  @Test(arguments: EngineKind.all)
  func `Within a set a limit holds ticket by ticket`(kind: EngineKind) throws {
    let world = try World(kind)
    let del = try world.project("DEL", .delivery)
    for _ in 1...3 { try world.ticket(del, TicketDraft(title: "x", status: "Building")) }
    for _ in 1...2 { try world.ticket(del, TicketDraft(title: "x", status: "Reviewing")) }
    for _ in 1...1 { try world.ticket(del, TicketDraft(title: "x", status: "Staging")) }
    try world.apply(
      .editWorkflow(
        .name("Delivery"),
        WorkflowEdit(gates: WorkflowDraft.delivery.gates.filter { $0.key == "shaped" })))
    let query = TicketQuery(project: del, status: "Building")
    let receipt = try world.apply(
      .changeTickets(.query(query), .move(to: "Reviewing"), isAtomic: false))
    #expect(
      receipt.lines == [
        "DEL-3 changed Reviewing", "DEL-2 changed Reviewing", "DEL-1 refused Building",
      ])
    #expect(try world.engine.board(BoardQuery(project: del)).columns[4].total == 4)
  }

  @Test(arguments: EngineKind.all)
  func `Warnings are told per ticket`(kind: EngineKind) throws {
    let (world, _) = try world(kind)
    try world.apply(.editWorkflow(.name("Bug Triage"), WorkflowEdit(enforcement: "warn")))
    let receipt = try world.apply(
      .changeTickets(try list(1, 2, in: world), .move(to: "Fixing")))
    guard case .tickets(let results) = receipt.subject else { return }
    #expect(results.map(\.warnings) == [["New has no transition to Fixing."], []])
    #expect(receipt.warnings == ["New has no transition to Fixing."])
  }

  @Test(arguments: EngineKind.all)
  func `A preview tells what would become of each`(kind: EngineKind) throws {
    let (world, _) = try world(kind)
    let before = try world.everything()
    let change = Change.changeTickets(
      try list(1, 2, in: world), .move(to: "Fixing"), isAtomic: false)
    let preview = try world.engine.preview(change, by: world.actor)
    #expect(preview.lines == ["BUG-1 refused New", "BUG-2 changed Fixing"])
    #expect(try world.everything() == before)
    #expect(try world.engine.apply(change, by: world.actor).lines == preview.lines)
  }

  @Test(arguments: EngineKind.all)
  func `Tickets and what queries find are joined, each once, but for some`(
    kind: EngineKind
  ) throws {
    let (world, bug) = try world(kind)
    let tickets = try [3, 4].map { try world.reference("BUG-\($0)") }
    let queries = [
      TicketQuery(project: bug, status: "New"), TicketQuery(project: bug, status: "Triaged"),
    ]
    let receipt = try world.apply(
      .changeTickets(
        .joined(tickets, queries, except: [try world.reference("BUG-1")]),
        .edit(TicketEdit(priority: .high))))
    #expect(
      receipt.lines == ["BUG-3 changed New", "BUG-4 changed Fixing", "BUG-2 changed Triaged"])
    try world.apply(.undo(.change(try #require(receipt.change))))
    let nothing = TicketSet.joined([], [], except: tickets)
    #expect(try world.apply(.changeTickets(nothing, .move(to: "Fixing"))).lines == [])
  }

  @Test(arguments: EngineKind.all)
  func `More queries than are joined are refused`(kind: EngineKind) throws {
    let (world, bug) = try world(kind)
    let queries = Array(
      repeating: TicketQuery(project: bug), count: TicketSet.maximumQueries + 1)
    let error = try world.failure {
      try world.apply(.changeTickets(.joined([], queries, except: []), .delete))
    }
    #expect(error.code == .invalid)
  }

  @Test(arguments: EngineKind.all)
  func `What was one change is taken back as one`(kind: EngineKind) throws {
    let (world, bug) = try world(kind)
    let before = try world.board(bug)
    let receipt = try world.apply(
      .changeTickets(try list(1, 3, in: world), .move(to: "Triaged")))
    try world.apply(.undo(.change(try #require(receipt.change))))
    #expect(try world.board(bug) == before)
  }
}

extension Receipt {
  /// What became of each ticket of a set.
  fileprivate var lines: [String] {
    guard case .tickets(let results) = subject else { return [] }
    return results.map(\.line)
  }
}

extension TicketResult {
  fileprivate var line: String {
    switch ending {
    case .changed: "\(key) changed \(status)"
    case .unchanged: "\(key) unchanged \(status)"
    case .refused: "\(key) refused \(status)"
    }
  }
}
