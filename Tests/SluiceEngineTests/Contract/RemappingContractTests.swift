import SluiceCore
import Testing

/// Workflows that change under living tickets without stranding one.
@Suite struct RemappingContractTests {
  /// Bug Triage without the statuses named.
  private func edit(without names: String..., mapping: StatusMapping = .init()) -> WorkflowEdit {
    let left = WorkflowDraft.bugTriage.statuses.filter { !names.contains($0.name) }
    return WorkflowEdit(statuses: left.map { .init($0) }, mapping: mapping)
  }

  /// Two projects that follow Bug Triage, with tickets in Fixing and WontFix.
  private func world(_ kind: EngineKind) throws -> (World, [ProjectReference]) {
    let world = try World(kind)
    let projects = [try world.project("BUG", .bugTriage), try world.project("WEB")]
    try world.apply(.editProject(projects[1], ProjectEdit(workflow: .name("Bug Triage"))))
    for status in ["New", "Fixing", "Fixing", "WontFix"] {
      try world.ticket(projects[0], TicketDraft(title: status, status: status, labels: ["a"]))
    }
    try world.ticket(projects[1], TicketDraft(title: "x", status: "Fixing"))
    return (world, projects)
  }

  @Test(arguments: EngineKind.all)
  func `An edit that would strand tickets is refused with statuses and counts`(
    kind: EngineKind
  ) throws {
    let (world, _) = try world(kind)
    let before = try world.everything()
    let error = try world.refusal(
      .editWorkflow(.name("Bug Triage"), edit(without: "Fixing", "WontFix")))
    #expect(error.code == .conflict)
    #expect(
      error.message
        == "Workflow “Bug Triage” has no status for tickets that stand in "
        + "Fixing (BUG: 2), WontFix (BUG: 1), Fixing (WEB: 1).")
    let (bug, web) = (try #require(ProjectKey("BUG")), try #require(ProjectKey("WEB")))
    #expect(
      error.stranded == [
        StatusShift(project: bug, from: "Fixing", to: nil, count: 2),
        StatusShift(project: bug, from: "WontFix", to: nil, count: 1),
        StatusShift(project: web, from: "Fixing", to: nil, count: 1),
      ])
    #expect(try world.everything() == before)
  }

  @Test(arguments: EngineKind.all)
  func `With a mapping the edit is one step for all projects`(kind: EngineKind) throws {
    let (world, projects) = try world(kind)
    let mapping = StatusMapping(["Fixing": "Triaged", "WontFix": "Closed"])
    let receipt = try world.apply(
      .editWorkflow(.name("Bug Triage"), edit(without: "Fixing", "WontFix", mapping: mapping)))
    #expect(
      receipt.shifts.map { "\($0.project) \($0.from) → \($0.to ?? "–"): \($0.count)" } == [
        "BUG Fixing → Triaged: 2", "BUG WontFix → Closed: 1", "WEB Fixing → Triaged: 1",
      ])
    #expect(
      try world.board(projects[0]) == [
        "New 1: BUG-1", "Triaged 2: BUG-3 BUG-2", "Closed 1: BUG-4",
      ])
    #expect(try world.board(projects[0], "label:a").count == 3)
    #expect(try world.board(projects[1]) == ["Triaged 1: WEB-1"])
    #expect(
      try world.lines("BUG-4").last == "ann ticket.remapped Bug Triage: WontFix → Closed")
    #expect(try world.detail("BUG-1").state.ticket.version == 1)
    #expect(try world.detail("BUG-4").state.ticket.version == 2)
    // One change, however many tickets it took along.
    let changes = Set(try world.events().suffix(5).map(\.change))
    #expect(changes.count == 1)
  }

  @Test(arguments: EngineKind.all)
  func `A suggested mapping goes by name, then by category`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    let other = WorkflowDraft(
      name: "Other", enforcement: "none",
      statuses: [
        .init("Inbox", "backlog"), .init("Todo", "in_progress"), .init("Ready", "todo"),
        .init("Gone", "cancelled"),
      ])
    try world.apply(.createWorkflow(other))
    for status in ["Backlog", "Todo", "Cancelled"] {
      try world.ticket(ops, TicketDraft(title: status, status: status))
    }
    let change = Change.editProject(
      ops,
      ProjectEdit(
        workflow: .name("Other"), mapping: StatusMapping(takesSuggestions: true)))
    try world.apply(change)
    #expect(try world.board(ops) == ["Inbox 1: OPS-1", "Todo 1: OPS-2", "Gone 1: OPS-3"])
  }

  @Test(arguments: EngineKind.all)
  func `What a mapping says goes before what is suggested`(kind: EngineKind) throws {
    let (world, projects) = try world(kind)
    let mapping = StatusMapping(["Fixing": "InReview"], takesSuggestions: true)
    try world.apply(
      .editProject(
        projects[0], ProjectEdit(workflow: .name("Default"), mapping: mapping)))
    #expect(
      try world.board(projects[0]) == [
        "Backlog 1: BUG-1", "InReview 2: BUG-3 BUG-2", "Cancelled 1: BUG-4",
      ])
  }

  @Test(arguments: EngineKind.all)
  func `A mapping of names that do not exist is refused`(kind: EngineKind) throws {
    let (world, _) = try world(kind)
    let before = try world.everything()
    for names in [["Fixng": "Triaged"], ["Fixing": "Triagd"]] {
      let change = Change.editWorkflow(
        .name("Bug Triage"), edit(without: "Fixing", mapping: StatusMapping(names)))
      #expect(try world.refusal(change).rejection?.code == "UNKNOWN_STATUS")
    }
    #expect(try world.everything() == before)
  }

  @Test(arguments: EngineKind.all)
  func `A preview tells what would happen and leaves no trace`(kind: EngineKind) throws {
    let (world, _) = try world(kind)
    let before = try world.everything()
    let mapping = StatusMapping(["Fixing": "Triaged"])
    let change = Change.editWorkflow(
      .name("Bug Triage"), edit(without: "Fixing", mapping: mapping))
    let preview = try world.engine.preview(change, by: world.actor)
    #expect(preview.shifts.map(\.count) == [2, 1])
    #expect(
      try world.previewRefusal(
        .editWorkflow(.name("Bug Triage"), edit(without: "Fixing"))
      ).code == .conflict)
    #expect(try world.everything() == before)
    let receipt = try world.engine.apply(change, by: world.actor)
    #expect(receipt.shifts == preview.shifts)
    #expect(receipt.sequence == preview.sequence)
  }

  @Test(arguments: EngineKind.all)
  func `A renamed status keeps tickets and transitions`(kind: EngineKind) throws {
    let (world, projects) = try world(kind)
    let statuses = WorkflowDraft.bugTriage.statuses.map { status in
      guard status.name == "Fixing" else { return WorkflowEdit.StatusEdit(status) }
      return WorkflowEdit.StatusEdit(.init("Mending", status.category), was: "Fixing")
    }
    let receipt = try world.apply(
      .editWorkflow(.name("Bug Triage"), WorkflowEdit(statuses: statuses)))
    #expect(receipt.shifts == [])
    #expect(try world.status("BUG-2") == "Mending")
    #expect(try world.detail("BUG-2").state.ticket.version == 1)
    #expect(
      try world.board(projects[0]) == [
        "New 1: BUG-1", "Mending 2: BUG-3 BUG-2", "WontFix 1: BUG-4",
      ])
    #expect(
      try world.refusal("BUG-2", .move(to: "Closed")).nextStep
        == "From Mending you can go to Triaged, Verifying.")
    try world.change("BUG-2", .move(to: "Verifying"))
    #expect(try world.refusal("BUG-1", .move(to: "Fixing")).rejection?.code == "UNKNOWN_STATUS")
  }

  @Test(arguments: EngineKind.all)
  func `A status that comes back under its old name is another one`(kind: EngineKind) throws {
    let (world, projects) = try world(kind)
    let number = try #require(
      world.engine.workflow(.name("Bug Triage")).status(named: "Verifying")
    ).id
    try world.apply(.editWorkflow(.name("Bug Triage"), edit(without: "Verifying")))
    try world.apply(
      .editWorkflow(
        .name("Bug Triage"),
        WorkflowEdit(statuses: WorkflowDraft.bugTriage.statuses.map { .init($0) })))
    let workflow = try world.engine.workflow(.name("Bug Triage"))
    #expect(try #require(workflow.status(named: "Verifying")).id != number)
    #expect(workflow.revision == 3)
    #expect(
      workflow.exits(of: try #require(workflow.status(named: "Fixing")).id).map(\.name) == [
        "Triaged"
      ])
    #expect(try world.board(projects[1]) == ["Fixing 1: WEB-1"])
  }

  @Test(arguments: EngineKind.all)
  func `What was deleted under another workflow is not put into a status of this one`(
    kind: EngineKind
  ) throws {
    let (world, projects) = try world(kind)
    try world.change("BUG-1", .delete)
    try world.ticket(projects[0], TicketDraft(title: "bound", workflow: .name("Default")))
    try world.change("BUG-5", .delete)
    let mapping = StatusMapping(takesSuggestions: true)
    try world.apply(
      .editProject(projects[0], ProjectEdit(workflow: .name("Default"), mapping: mapping)))
    let receipt = try world.apply(.undo(.ticket(try world.reference("BUG-1"))))
    #expect(
      receipt.warnings == [
        "BUG-1 was in New of “Bug Triage” and comes back in Backlog of “Default”."
      ])
    #expect(try world.status("BUG-1") == "Backlog")
    try world.apply(.undo(.ticket(try world.reference("BUG-5"))))
    #expect(try world.status("BUG-5") == "Backlog")
  }
}
