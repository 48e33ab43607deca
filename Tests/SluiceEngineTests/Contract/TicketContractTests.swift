import SluiceCore
import Testing

@Suite struct TicketContractTests {
  @Test(arguments: EngineKind.all)
  func `A ticket comes back as it was made`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    let made = try world.ticket(
      ops,
      TicketDraft(
        title: " Pager is silent ", description: "Since *Monday*", status: "todo",
        priority: .urgent, assignee: "bob", labels: ["b", "a", "b"],
        due: CalendarDay("2026-03-09")))
    #expect(
      made
        == Ticket(
          id: made.id, key: try #require(TicketKey("OPS-1")), title: "Pager is silent",
          description: "Since *Monday*", status: Status.ID(2), priority: .urgent, assignee: "bob",
          reporter: "ann", labels: ["a", "b"], due: CalendarDay("2026-03-09"),
          createdAt: world.clock.now, updatedAt: world.clock.now, enteredAt: world.clock.now))
    let detail = try world.detail("OPS-1")
    #expect(detail.state == TicketState(ticket: made))
    #expect(try world.engine.ticket(.id(made.id)) == detail)
  }

  @Test(arguments: EngineKind.all)
  func `Sub-tasks count within their task`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.ticket(ops, TicketDraft(title: "task"))
    let task = try world.reference("OPS-1")
    let parts = try ["one", "two"].map { title in
      try world.ticket(ops, TicketDraft(title: title, kind: .subTask, parent: task)).key.description
    }
    #expect(parts == ["OPS-1.1", "OPS-1.2"])
    #expect(try world.ticket(ops, TicketDraft(title: "next")).key.description == "OPS-2")
    #expect(try world.board(ops) == ["Backlog 4: OPS-2 OPS-1.2 OPS-1.1 OPS-1"])
  }

  @Test(arguments: EngineKind.all)
  func `A sub-task needs a task of its project`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    let dev = try world.project("DEV")
    try world.ticket(dev, TicketDraft(title: "elsewhere"))
    let orphan = try world.refusal(.createTicket(ops, TicketDraft(title: "x", kind: .subTask)))
    #expect(orphan.message == "A sub-task needs the task of which it is a part.")
    let parent = try world.reference("DEV-1")
    let strange = try world.refusal(
      .createTicket(ops, TicketDraft(title: "x", kind: .subTask, parent: parent)))
    #expect(strange.message == "DEV-1 is not a task of project OPS.")
  }

  @Test(arguments: EngineKind.all)
  func `An edit changes what it names and nothing else`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    let made = try world.ticket(
      ops, TicketDraft(title: "old", description: "text", assignee: "bob", labels: ["a", "b"]))
    let receipt = try world.change(
      "OPS-1",
      .edit(
        TicketEdit(
          title: "new", priority: .high, assignee: .init(nil), addedLabels: ["c"],
          removedLabels: ["a"])))
    var expected = made
    expected.title = "new"
    expected.priority = .high
    expected.assignee = nil
    expected.labels = ["b", "c"]
    expected.version = 2
    expected.updatedAt = world.clock.now
    #expect(receipt.ticket == expected)
    #expect(try world.detail("OPS-1").state.ticket == expected)
    #expect(try world.board(ops, "new label:c") == ["Backlog 1: OPS-1"])
    #expect(try world.board(ops, "old") == [])
    #expect(try world.board(ops, "label:a") == [])
    #expect(try world.board(ops, "assignee:none") == ["Backlog 1: OPS-1"])
  }

  @Test(arguments: EngineKind.all)
  func `A change that changes nothing leaves version and history alone`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.ticket(ops, TicketDraft(title: "same"))
    let before = try world.history("OPS-1")
    try world.change("OPS-1", .move(to: "Backlog"))
    try world.change("OPS-1", .edit(TicketEdit(title: "same")))
    #expect(try world.detail("OPS-1").state.ticket.version == 1)
    #expect(try world.history("OPS-1") == before)
  }

  @Test(arguments: EngineKind.all)
  func `A title over 500 characters is refused`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    let title = String(repeating: "é", count: 501)
    let error = try world.refusal(.createTicket(ops, TicketDraft(title: title)))
    #expect(error.message == "A title has at most 500 characters, not 501.")
    #expect(try world.engine.project(ops).ticketCounter == 0)
  }

  @Test(arguments: EngineKind.all)
  func `An unknown ticket is named`(kind: EngineKind) throws {
    let world = try World(kind)
    try world.project("OPS")
    for key in ["OPS-1", "NO-1", "OPS-9999999999"] {
      let error = try #require(throws: EngineError.self) { try world.detail(key) }
      #expect(error.message == "There is no ticket “\(key)”.")
    }
  }

  @Test(arguments: EngineKind.all)
  func `Remarks come newest first`(kind: EngineKind) throws {
    var world = try World(kind)
    let ops = try world.project("OPS")
    try world.ticket(ops, TicketDraft(title: "talk"))
    try world.change("OPS-1", .comment("first"))
    world.actor = Actor(name: "bob")
    try world.change("OPS-1", .comment("second"))
    let comments = try world.detail("OPS-1").comments
    #expect(comments.map { "\($0.author): \($0.text)" } == ["bob: second", "ann: first"])
    #expect(comments.first?.at == world.clock.now)
  }

  @Test(arguments: EngineKind.all)
  func `An expectation that does not hold is a conflict with the present ticket`(
    kind: EngineKind
  ) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.ticket(ops, TicketDraft(title: "race"))
    let present = try #require(try world.change("OPS-1", .move(to: "Todo")).ticket)
    let reference = try world.reference("OPS-1")
    let stale = try world.refusal(
      .changeTicket(reference, .move(to: "Done"), expecting: Expectation(version: 1)))
    #expect(stale.code == .conflict)
    #expect(stale.message == "OPS-1 has changed meanwhile: it is at version 2, not version 1.")
    #expect(stale.current == present)
    let moved = try world.refusal(
      .changeTicket(reference, .move(to: "Done"), expecting: Expectation(status: "Backlog")))
    #expect(moved.message == "OPS-1 has changed meanwhile: it is in Todo, not Backlog.")
    let unknown = try world.refusal(
      .changeTicket(reference, .move(to: "Done"), expecting: Expectation(status: "Tood")))
    #expect(unknown.rejection?.code == "UNKNOWN_STATUS")
    #expect(unknown.nextStep == "Did you mean “Todo”?")
    try world.change("OPS-1", .move(to: "Done"), expecting: Expectation(version: 2, status: "Todo"))
    #expect(try world.board(ops) == ["Done 1: OPS-1"])
  }

  @Test(arguments: EngineKind.all)
  func `A ticket that is not there comes with what is`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    func nextStep(_ key: String) throws -> String? {
      try #require(throws: EngineError.self) { try world.detail(key) }.nextStep
    }
    #expect(try nextStep("OPS-9") == "Project OPS has no tickets yet.")
    try world.ticket(ops, TicketDraft(title: "one"))
    #expect(try nextStep("OPS-9") == "Project OPS has tickets up to OPS-1.")
    #expect(try nextStep("OSP-1") == "There is no project “OSP”. Did you mean “OPS”?")
  }

  @Test(arguments: EngineKind.all)
  func `Names are suggested by how they begin, in any case`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    let dev = try world.project("DEV")
    for name in ["bob", "Bea", "ann"] {
      try world.ticket(ops, TicketDraft(title: "x", assignee: name, labels: ["b-\(name)", "z"]))
    }
    try world.ticket(dev, TicketDraft(title: "x", assignee: "bert"))
    let people = try world.engine.suggestions(.assignee, in: ops, prefix: "b", limit: 5)
    #expect(people == ["Bea", "bob"])
    let labels = try world.engine.suggestions(.label, in: ops, prefix: "", limit: 2)
    #expect(labels == ["b-Bea", "b-ann"])
  }

  @Test(arguments: EngineKind.all)
  func `A name is suggested however many come before it`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    for ticket in 1...41 {
      let labels = (1...50).map { "a\(ticket * 100 + $0)" }
      try world.ticket(ops, TicketDraft(title: "x", labels: labels))
    }
    try world.ticket(ops, TicketDraft(title: "x", labels: ["Zeal", "zebra", "zoo"]))
    let labels = try world.engine.suggestions(.label, in: ops, prefix: "ze", limit: 5)
    #expect(labels == ["Zeal", "zebra"])
  }
}
