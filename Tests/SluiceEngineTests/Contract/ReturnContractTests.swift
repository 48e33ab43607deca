import SluiceCore
import Testing

/// A deleted ticket that comes back to a workflow that has changed meanwhile.
@Suite struct ReturnContractTests {
  /// A ticket of a project of `Bug Triage`, in Fixing and deleted.
  private func deleted(_ kind: EngineKind) throws -> (World, ProjectReference) {
    let world = try World(kind)
    let ops = try world.project("OPS", .bugTriage)
    try world.ticket(ops, TicketDraft(title: "lost", status: "Fixing"))
    try world.change("OPS-1", .delete)
    return (world, ops)
  }

  private func follow(
    _ name: String, _ statuses: [(String, String)], _ world: World, _ project: ProjectReference
  ) throws {
    try world.apply(
      .createWorkflow(
        WorkflowDraft(
          name: name, enforcement: "none", statuses: statuses.map { .init($0.0, $0.1) })))
    var edit = ProjectEdit()
    edit.workflow = .name(name)
    edit.mapping = StatusMapping(takesSuggestions: true)
    try world.apply(.editProject(project, edit))
  }

  @Test(arguments: EngineKind.all)
  func `It comes back by the name of its status`(kind: EngineKind) throws {
    let (world, ops) = try deleted(kind)
    try follow(
      "Other", [("Start", "backlog"), ("Now", "in_progress"), ("Fixing", "in_review")], world, ops)
    let receipt = try world.apply(.undo(.ticket(try world.reference("OPS-1"))))
    #expect(
      receipt.warnings == [
        "OPS-1 was in Fixing of “Bug Triage” and comes back in Fixing of “Other”."
      ])
    #expect(try world.board(ops) == ["Fixing 1: OPS-1"])
    #expect(
      try world.history("OPS-1").map(\.line) == [
        "ann ticket.remapped Other: Fixing → Fixing",
        "ann change.undone 4: – → Fixing "
          + "(OPS-1 was in Fixing of “Bug Triage” and comes back in Fixing of “Other”.)",
        "ann ticket.deleted: Fixing → –",
        "ann ticket.created lost: – → Fixing",
      ])
    let error = try world.refusal(.undo(.ticket(try world.reference("OPS-1"))))
    #expect(error.message == "A return into another status cannot be taken back.")
    #expect(
      try world.refusal(.redo(.ticket(try world.reference("OPS-1")))).rejection
        == .nothingToUndo(isRedo: true))
  }

  @Test(arguments: EngineKind.all)
  func `It comes back by the category of its status`(kind: EngineKind) throws {
    let (world, ops) = try deleted(kind)
    try follow("Other", [("Start", "backlog"), ("Now", "in_progress")], world, ops)
    let receipt = try world.apply(.undo(.ticket(try world.reference("OPS-1"))))
    #expect(
      receipt.warnings == ["OPS-1 was in Fixing of “Bug Triage” and comes back in Now of “Other”."])
    #expect(try world.board(ops) == ["Now 1: OPS-1"])
  }

  @Test(arguments: EngineKind.all)
  func `It stays where it is if nothing is like its status`(kind: EngineKind) throws {
    let (world, ops) = try deleted(kind)
    try follow("Other", [("Start", "backlog"), ("End", "done")], world, ops)
    let error = try world.refusal(.undo(.ticket(try world.reference("OPS-1"))))
    #expect(error.code == .refused)
    #expect(
      error.message
        == "OPS-1 was in Fixing, and workflow “Other” has no status of that name or category.")
    #expect(error.nextStep == "Give the workflow a status Fixing first.")
    #expect(try world.board(ops) == [])
  }

  @Test(arguments: EngineKind.all)
  func `A status that was removed leads to its category, a renamed one stays`(
    kind: EngineKind
  ) throws {
    let (world, ops) = try deleted(kind)
    try world.ticket(ops, TicketDraft(title: "new", status: "New"))
    try world.change("OPS-2", .delete)
    var edit = WorkflowEdit()
    edit.statuses = [
      .init(.init("Fresh", "backlog"), was: "New"), .init(.init("Busy", "in_progress")),
      .init(.init("Triaged", "todo")), .init(.init("Verifying", "in_review")),
      .init(.init("Closed", "done")), .init(.init("WontFix", "cancelled")),
    ]
    try world.apply(.editWorkflow(.name("Bug Triage"), edit))
    let renamed = try world.apply(.undo(.ticket(try world.reference("OPS-2"))))
    #expect(renamed.warnings == [])
    let removed = try world.apply(.undo(.ticket(try world.reference("OPS-1"))))
    #expect(
      removed.warnings == ["OPS-1 was in Fixing, which is no more, and comes back in Busy."])
    #expect(try world.board(ops) == ["Fresh 1: OPS-2", "Busy 1: OPS-1"])
  }

  @Test(arguments: EngineKind.all)
  func `A workflow that is deleted is known by the name of the status alone`(
    kind: EngineKind
  ) throws {
    let (world, ops) = try deleted(kind)
    try follow("Other", [("Start", "backlog"), ("Fixing", "in_progress")], world, ops)
    try world.apply(.deleteWorkflow(.name("Bug Triage")))
    let receipt = try world.apply(.undo(.ticket(try world.reference("OPS-1"))))
    #expect(
      receipt.warnings == [
        "OPS-1 was in Fixing of another workflow and comes back in Fixing of “Other”."
      ])
  }

  @Test(arguments: EngineKind.all)
  func `A making that is made again, and what was before, heed the change of workflow too`(
    kind: EngineKind
  ) throws {
    let world = try World(kind)
    let ops = try world.project("OPS", .bugTriage)
    try world.ticket(ops, TicketDraft(title: "lost", status: "Fixing"))
    try world.change("OPS-1", .move(to: "Verifying"))
    for _ in 1...2 { try world.apply(.undo(.mine)) }
    try follow("Other", [("Start", "backlog"), ("Now", "in_progress")], world, ops)
    let again = UndoSubject.ticket(try world.reference("OPS-1"))
    let receipt = try world.apply(.redo(again))
    #expect(receipt.ticket?.status == Status.ID(2))
    #expect(try world.board(ops) == ["Now 1: OPS-1"])
    #expect(try world.refusal(.redo(again)).rejection == .nothingToUndo(isRedo: true))
  }

  @Test(arguments: EngineKind.all)
  func `A bound ticket comes back to where it was`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS", .bugTriage)
    try world.ticket(
      ops, TicketDraft(title: "bound", status: "Fixing", workflow: .name("Bug Triage")))
    try world.change("OPS-1", .delete)
    try follow("Other", [("Start", "backlog"), ("Now", "in_progress")], world, ops)
    let receipt = try world.apply(.undo(.ticket(try world.reference("OPS-1"))))
    #expect(receipt.warnings == [])
    #expect(try world.detail("OPS-1").state.ticket.status == Status.ID(3))
    #expect(try world.board(ops) == ["Now 1: OPS-1"])
  }

  @Test(arguments: EngineKind.all)
  func `A claim ends where the way back leads to an end`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS", .bugTriage)
    try world.ticket(ops, TicketDraft(title: "lost", status: "Triaged"))
    try world.change("OPS-1", .claim(agent: "bot"))
    try world.change("OPS-1", .delete)
    try follow("Other", [("Start", "backlog"), ("Fixing", "done")], world, ops)
    try world.apply(.undo(.ticket(try world.reference("OPS-1"))))
    #expect(try world.board(ops) == ["Fixing 1: OPS-1"])
    #expect(try world.detail("OPS-1").state.ticket.agent == nil)
  }

  @Test(arguments: EngineKind.all)
  func `A move is not made again into a status that is no more`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS", .bugTriage)
    try world.ticket(ops, TicketDraft(title: "here"))
    try world.change("OPS-1", .move(to: "WontFix"))
    try world.apply(.undo(.mine))
    let kept = ["New", "Triaged", "Fixing", "Verifying", "Closed"]
    let drafts = WorkflowDraft.bugTriage.statuses.filter { kept.contains($0.name) }
    try world.apply(
      .editWorkflow(.name("Bug Triage"), WorkflowEdit(statuses: drafts.map { .init($0) })))
    let error = try world.refusal(.redo(.ticket(try world.reference("OPS-1"))))
    #expect(
      error.message == "A change that leads to a status that is no more cannot be taken back.")
    #expect(try world.board(ops) == ["New 1: OPS-1"])
  }
}
