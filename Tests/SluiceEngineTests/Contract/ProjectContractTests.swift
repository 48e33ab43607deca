import SluiceCore
import Testing

@Suite struct ProjectContractTests {
  @Test(arguments: EngineKind.all)
  func `A project gets an upper-case key and the Default workflow`(kind: EngineKind) throws {
    let world = try World(kind)
    try world.apply(.createProject(ProjectDraft(key: "ops", name: " Operations ")))
    let project = try world.engine.project(try #require(ProjectReference("ops")))
    #expect(project.key.text == "OPS")
    #expect(project.name == "Operations")
    #expect(project.workflow == nil)
    let board = try world.engine.board(BoardQuery(project: .id(project.id)))
    #expect(board.workflow.name == "Default")
    #expect(
      board.workflow.statuses.map(\.name)
        == ["Backlog", "Todo", "InProgress", "InReview", "Done", "Cancelled"])
  }

  @Test(arguments: EngineKind.all)
  func `A key is given once`(kind: EngineKind) throws {
    let world = try World(kind)
    try world.project("OPS")
    let error = try world.refusal(.createProject(ProjectDraft(key: "OPS", name: "Other")))
    #expect(error.code == .conflict)
    #expect(error.message == "There is a project OPS already.")
  }

  @Test(arguments: EngineKind.all)
  func `A key that is none is refused with what one looks like`(kind: EngineKind) throws {
    let world = try World(kind)
    let error = try world.refusal(.createProject(ProjectDraft(key: "1", name: "One")))
    #expect(error.code == .refused)
    #expect(
      error.message
        == "A project key is 2 to 10 letters A–Z and digits, beginning with a letter, not “1”.")
  }

  @Test(arguments: EngineKind.all)
  func `Projects come by key, page by page`(kind: EngineKind) throws {
    let world = try World(kind)
    for key in ["CC", "AA", "BB"] { try world.project(key) }
    let first = try world.engine.projects(PageRequest(limit: 2))
    #expect(first.items.map(\.key.text) == ["AA", "BB"])
    let second = try world.engine.projects(PageRequest(limit: 2, cursor: first.nextCursor))
    #expect(second.items.map(\.key.text) == ["CC"])
    #expect(second.nextCursor == nil)
  }

  @Test(arguments: EngineKind.all)
  func `An unknown project is named, and so are those there are`(kind: EngineKind) throws {
    let world = try World(kind)
    for key in ["OPS", "WEB"] { try world.project(key) }
    let error = try #require(throws: EngineError.self) {
      try world.engine.board(BoardQuery(project: try #require(ProjectReference("NO"))))
    }
    #expect(error.code == .notFound)
    #expect(error.message == "There is no project “NO”.")
    #expect(error.nextStep == "There are OPS, WEB.")
  }

  @Test(arguments: EngineKind.all)
  func `Another workflow takes tickets over by the names of their statuses`(
    kind: EngineKind
  ) throws {
    let world = try World(kind)
    let ops = try world.project("OPS", .mirrored)
    try world.ticket(ops, TicketDraft(title: "one", status: "Backlog", labels: ["bug"]))
    try world.ticket(ops, TicketDraft(title: "two", labels: ["bug"]))
    #expect(try world.board(ops) == ["Done 1: OPS-2", "Backlog 1: OPS-1"])
    try world.apply(.editProject(ops, ProjectEdit(workflow: .name("Default"))))
    #expect(try world.board(ops) == ["Backlog 1: OPS-1", "Done 1: OPS-2"])
    #expect(try world.board(ops, "label:bug") == ["Backlog 1: OPS-1", "Done 1: OPS-2"])
  }

  @Test(arguments: EngineKind.all)
  func `Naming the Default that a project follows is a change with an event`(
    kind: EngineKind
  ) throws {
    let world = try World(kind)
    let made = try world.apply(.createProject(ProjectDraft(key: "OPS", name: "x")))
    let ops = try #require(ProjectReference("OPS"))
    let edit = Change.editProject(ops, ProjectEdit(workflow: .name("Default")))
    let edited = try world.apply(edit)
    #expect(edited.sequence == made.sequence + 1)
    #expect(try world.engine.project(ops).workflow != nil)
    #expect(try world.apply(edit).sequence == edited.sequence)
  }

  @Test(arguments: EngineKind.all)
  func `A workflow without a home for every ticket is refused`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.apply(.createWorkflow(.bugTriage))
    for title in ["one", "two"] { try world.ticket(ops, TicketDraft(title: title)) }
    try world.ticket(ops, TicketDraft(title: "three", status: "Done"))
    let error = try world.refusal(
      .editProject(ops, ProjectEdit(workflow: .name("Bug Triage"))))
    #expect(error.code == .conflict)
    #expect(
      error.message
        == "Workflow “Bug Triage” has no status for tickets that stand in Backlog (2), Done (1).")
    #expect(
      error.nextStep
        == "Say where they go, for example --map 'Backlog=New' --map 'Done=Closed', "
        + "which is what --map-suggested takes.")
    #expect(error.stranded.map(\.to) == ["New", "Closed"])
    #expect(try world.board(ops) == ["Backlog 2: OPS-2 OPS-1", "Done 1: OPS-3"])
  }

  @Test(arguments: EngineKind.all)
  func `A refused workflow suggests where to start where nothing is alike`(
    kind: EngineKind
  ) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.apply(.createWorkflow(.mirrored))
    try world.ticket(ops, TicketDraft(title: "one", status: "Todo"))
    let error = try world.refusal(.editProject(ops, ProjectEdit(workflow: .name("Mirrored"))))
    #expect(error.nextStep == "Say where they go, for example --map 'Todo=Done'.")
  }
}

extension WorkflowDraft {
  /// Two statuses of the Default workflow the other way round.
  static let mirrored = WorkflowDraft(
    name: "Mirrored", enforcement: "none",
    statuses: [StatusDraft("Done", "done"), StatusDraft("Backlog", "backlog")])
}
