import SluiceCore
import Testing

/// Tickets that follow their project's workflow, and tickets that are bound to a revision of one.
@Suite struct BindingContractTests {
  @Test(arguments: EngineKind.all)
  func `A ticket that follows is checked by what its workflow says now`(kind: EngineKind) throws {
    let world = try World(kind)
    let bug = try world.project("BUG", .bugTriage)
    try world.ticket(bug, TicketDraft(title: "x"))
    #expect(try world.refusal("BUG-1", .move(to: "Closed")).rejection?.code == "NO_TRANSITION")
    try world.apply(.editWorkflow(.name("Bug Triage"), WorkflowEdit(enforcement: "none")))
    try world.change("BUG-1", .move(to: "Closed"))
    #expect(try world.detail("BUG-1").state.ticket.binding == nil)
    #expect(try world.detail("BUG-1").workflow.revision == 2)
  }

  @Test(arguments: EngineKind.all)
  func `A bound ticket keeps the revision that it was made with`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.apply(.createWorkflow(.bugTriage))
    let id = try world.engine.workflow(.name("Bug Triage")).id
    try world.ticket(ops, TicketDraft(title: "old", workflow: .name("Bug Triage")))
    try world.apply(.editWorkflow(.name("Bug Triage"), WorkflowEdit(enforcement: "none")))
    try world.ticket(ops, TicketDraft(title: "new", workflow: .id(id)))
    #expect(
      try ["OPS-1", "OPS-2"].map { try world.detail($0).state.ticket.binding } == [
        WorkflowRevision(workflow: id, revision: 1), WorkflowRevision(workflow: id, revision: 2),
      ])
    #expect(try world.refusal("OPS-1", .move(to: "Closed")).rejection?.code == "NO_TRANSITION")
    #expect(try world.detail("OPS-1").workflow.enforcement == .strict)
    try world.change("OPS-2", .move(to: "Closed"))
  }

  @Test(arguments: EngineKind.all)
  func `A bound ticket goes to a status that its workflow has no more`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.apply(.createWorkflow(.bugTriage))
    try world.ticket(ops, TicketDraft(title: "x", workflow: .name("Bug Triage")))
    let edit = WorkflowEdit(statuses: [.init(.init("New", "backlog"))])
    try world.apply(.editWorkflow(.name("Bug Triage"), edit))
    try world.change("OPS-1", .move(to: "Triaged"))
    #expect(try world.status("OPS-1") == "Triaged")
    #expect(
      try world.refusal("OPS-1", .move(to: "Closed")).nextStep
        == "From Triaged you can go to Fixing, WontFix.")
  }

  @Test(arguments: EngineKind.all)
  func `The workflow of a ticket never changes`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.apply(.createWorkflow(.bugTriage))
    try world.ticket(ops, TicketDraft(title: "bound", workflow: .name("Bug Triage")))
    try world.ticket(ops, TicketDraft(title: "follows"))
    let edit = { (name: String) in TicketChange.edit(TicketEdit(workflow: .name(name))) }
    let bound = try world.refusal("OPS-1", edit("Default"))
    #expect(bound.rejection?.code == "WORKFLOW_FIXED")
    #expect(bound.message == "OPS-1 is bound to its workflow, and that never changes.")
    let follows = try world.refusal("OPS-2", edit("Bug Triage"))
    #expect(
      follows.message
        == "OPS-2 follows its project's workflow; a ticket is bound to another when it is made.")
    try world.change("OPS-1", edit("Bug Triage"))
    try world.change("OPS-2", edit("Default"))
    #expect(try world.detail("OPS-1").state.ticket.version == 1)
    #expect(try world.refusal("OPS-1", edit("Nothing")).missing == "workflow")
  }

  @Test(arguments: EngineKind.all)
  func `A bound ticket stands in the nearest column and says where it is`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.apply(.createWorkflow(.delivery))
    for status in ["Idea", "Ready", "Blocked", "Staging", "Released", "Dropped"] {
      try world.ticket(
        ops, TicketDraft(title: status, status: status, workflow: .name("Delivery")))
    }
    #expect(
      try world.board(ops) == [
        "Backlog 1: OPS-1", "Todo 1: OPS-2", "InProgress 1: OPS-3", "InReview 1: OPS-4",
        "Done 1: OPS-5", "Cancelled 1: OPS-6",
      ])
    let columns = try world.engine.board(BoardQuery(project: ops)).columns
    #expect(
      columns.flatMap(\.window.cards).map(\.bound) == [
        .init(workflow: "Delivery", status: "Idea", requirements: 3),
        .init(workflow: "Delivery", status: "Ready", requirements: 3),
        .init(workflow: "Delivery", status: "Blocked", requirements: 4),
        .init(workflow: "Delivery", status: "Staging", requirements: 4),
        .init(workflow: "Delivery", status: "Released", requirements: 0),
        .init(workflow: "Delivery", status: "Dropped", requirements: 0),
      ])
    // None of them is in a status of the board's own workflow.
    #expect(columns.map(\.total) == [0, 0, 0, 0, 0, 0])
  }

  @Test(arguments: EngineKind.all)
  func `Bound tickets stay where they are when their project changes its workflow`(
    kind: EngineKind
  ) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.apply(.createWorkflow(.bugTriage))
    try world.ticket(
      ops, TicketDraft(title: "x", status: "Fixing", labels: ["a"], workflow: .name("Bug Triage")))
    let before = try world.detail("OPS-1").state
    try world.apply(.createWorkflow(.delivery))
    try world.apply(.editProject(ops, ProjectEdit(workflow: .name("Delivery"))))
    #expect(try world.detail("OPS-1").state == before)
    #expect(try world.board(ops, "label:a") == ["Building 1: OPS-1"])
    try world.change("OPS-1", .move(to: "Verifying"))
    #expect(try world.board(ops) == ["Reviewing 1: OPS-1"])
  }

  @Test(arguments: EngineKind.all)
  func `A limit counts bound tickets of its workflow too`(kind: EngineKind) throws {
    let world = try World(kind)
    let del = try world.project("DEL", .delivery)
    for _ in 1...3 { try world.ticket(del, TicketDraft(title: "x", status: "Building")) }
    for _ in 1...2 {
      try world.ticket(
        del, TicketDraft(title: "x", status: "Building", workflow: .name("Delivery")))
    }
    let error = try world.refusal(
      .createTicket(del, TicketDraft(title: "x", status: "Building")))
    #expect(error.rejection == .wipLimit(status: "Building", limit: 5, count: 5))
  }

  @Test(arguments: EngineKind.all)
  func `Ticks and values are kept with their workflow and come back with it`(
    kind: EngineKind
  ) throws {
    let world = try World(kind)
    let del = try world.project("DEL", .delivery)
    try world.ticket(del, TicketDraft(title: "x"))
    try world.change("DEL-1", .tick(gate: "shaped", item: "goal", isOn: true))
    try world.change("DEL-1", .setValue(field: "size", text: "3"))
    let progress = try world.detail("DEL-1").state.progress
    let there = StatusMapping(["Idea": "Backlog"])
    let back = StatusMapping(["Backlog": "Idea"])
    try world.apply(
      .editProject(del, ProjectEdit(clearsWorkflow: true, mapping: there)))
    #expect(try world.detail("DEL-1").state.progress == GateProgress())
    #expect(try world.metRequirements(del) == ["DEL-1": 0])
    try world.apply(
      .editProject(del, ProjectEdit(workflow: .name("Delivery"), mapping: back)))
    #expect(try world.detail("DEL-1").state.progress == progress)
    #expect(try world.metRequirements(del) == ["DEL-1": 2])
  }

  @Test(arguments: EngineKind.all)
  func `A list by status asks each ticket's own workflow`(kind: EngineKind) throws {
    let world = try World(kind)
    try world.apply(.createWorkflow(.bugTriage))
    let ops = try world.project("OPS")
    try world.ticket(ops, TicketDraft(title: "follows", status: "Backlog"))
    try world.ticket(ops, TicketDraft(title: "bound", workflow: .name("Bug Triage")))
    let listed = { (status: String) in
      try world.engine.tickets(TicketQuery(project: ops, status: status), PageRequest()).items
        .map { "\($0.key)" }
    }
    #expect(try world.board(ops) == ["Backlog 2: OPS-2 OPS-1"])
    #expect(try listed("backlog") == ["OPS-1"])
    #expect(try listed("New") == ["OPS-2"])
    #expect(try listed("Closed") == [])
    try world.apply(
      .changeTickets(.query(TicketQuery(project: ops, status: "new")), .move(to: "Triaged")))
    #expect(try listed("Triaged") == ["OPS-2"])
    #expect(throws: EngineError.self) { try listed("Nowhere") }
  }

  @Test(arguments: EngineKind.all)
  func `A column is swept with the guests that stand in it`(kind: EngineKind) throws {
    let world = try World(kind)
    try world.apply(.createWorkflow(.bugTriage))
    let ops = try world.project("OPS")
    try world.ticket(ops, TicketDraft(title: "follows", status: "Backlog"))
    try world.ticket(ops, TicketDraft(title: "bound", workflow: .name("Bug Triage")))
    let column = try #require(
      try world.engine.board(BoardQuery(project: ops)).columns.first { !$0.window.cards.isEmpty })
    let query = TicketQuery(project: ops, column: column.status)
    let listed = try world.engine.tickets(query, PageRequest()).items.map { "\($0.key)" }
    #expect(listed == ["OPS-2", "OPS-1"])
    let receipt = try world.apply(
      .changeTickets(
        .joined([], [query], except: []), .edit(TicketEdit(priority: .high))))
    guard case .tickets(let results) = receipt.subject else {
      Issue.record("Expected tickets.")
      return
    }
    #expect(results.map { "\($0.key) \($0.status)" } == ["OPS-2 New", "OPS-1 Backlog"])
  }
}
