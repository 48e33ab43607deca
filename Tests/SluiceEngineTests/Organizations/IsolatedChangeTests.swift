import SluiceCore
import SluiceEngine
import Testing

/// No change of one organization's engine reaches what is another's.
@Suite struct IsolatedChangeTests {
  private let pair: EnginePair
  private let page = PageRequest(limit: 100)
  private let ops: ProjectReference
  private let own: ProjectReference
  private let project: Project
  private let ticket: Ticket
  private let triage: Workflow
  private let newest: Int64

  /// Theirs is furnished; ours has a project OWN with one ticket.
  init() throws {
    pair = try EnginePair()
    ops = .key(try #require(ProjectKey("OPS")))
    own = .key(try #require(ProjectKey("OWN")))
    try pair.apply(.createProject(ProjectDraft(key: "OWN", name: "Own")), to: pair.ours)
    try pair.apply(.createTicket(own, TicketDraft(title: "Mine")), to: pair.ours)
    try pair.furnish(pair.theirs)
    project = try pair.theirs.project(ops)
    ticket = try #require(try pair.theirs.tickets(TicketQuery(project: ops), page).items.last)
    triage = try pair.theirs.workflow(.name("Bug Triage"))
    newest = try pair.directory.newestSequence()
  }

  private func refusal(_ change: Change) throws -> EngineError {
    let preview = try #require(throws: EngineError.self) {
      try pair.ours.preview(change, by: pair.actor)
    }
    let refusal = try #require(throws: EngineError.self) {
      try pair.apply(change, to: pair.ours)
    }
    #expect(preview == refusal)
    return refusal
  }

  private func expectUntouched(_ changes: [(String, Change)], _ missing: String) throws {
    let (ours, theirs) = (
      try pair.everything(of: pair.ours), try pair.everything(of: pair.theirs)
    )
    for (name, change) in changes {
      #expect(try refusal(change).missing == missing, "\(name)")
    }
    #expect(try pair.everything(of: pair.ours) == ours)
    #expect(try pair.everything(of: pair.theirs) == theirs)
  }

  @Test func `A project of another organization cannot be changed`() throws {
    for reference in [ops, .id(project.id)] {
      let draft = TicketDraft(title: "x")
      try expectUntouched(
        [
          ("edit", .editProject(reference, ProjectEdit(name: "x"))),
          ("delete", .deleteProject(reference)), ("ticket", .createTicket(reference, draft)),
          ("set", .changeTickets(.query(TicketQuery(project: reference)), .delete)),
          ("import", .importTickets(reference, [])),
        ], "project")
    }
  }

  @Test func `A ticket of another organization cannot be changed`() throws {
    for reference in [TicketReference.key(ticket.key), .id(ticket.id)] {
      let changes: [TicketChange] = [
        .move(to: "Done"), .edit(TicketEdit(title: "x")),
        .tick(gate: "g", item: "i", isOn: true), .acknowledge(gate: "g", isOn: true),
        .setValue(field: "f", text: "x"), .setValues(["f": "x"]),
        .progress(gate: "g", GateAnswers()), .comment("x"), .claim(agent: "other"),
        .release(agent: nil), .delete,
      ]
      try expectUntouched(
        changes.map { ("\($0)", .changeTicket(reference, $0)) } + [
          (
            "parent",
            .createTicket(own, TicketDraft(title: "x", kind: .subTask, parent: reference))
          )
        ], "ticket")
    }
    let set = Change.changeTickets(.list([.id(ticket.id)]), .delete)
    #expect(try refusal(set).missing == "ticket")
  }

  @Test func `A workflow of another organization is neither changed nor used`() throws {
    let mine = TicketReference.key(try #require(TicketKey("OWN-1")))
    for reference in [WorkflowReference.name("Bug Triage"), .id(triage.id)] {
      try expectUntouched(
        [
          ("edit", .editWorkflow(reference, WorkflowEdit(enforcement: "none"))),
          ("delete", .deleteWorkflow(reference)),
          ("assign", .editProject(own, ProjectEdit(workflow: reference))),
          ("project", .createProject(ProjectDraft(key: "NEW", name: "x", workflow: reference))),
          ("bind", .createTicket(own, TicketDraft(title: "x", workflow: reference))),
          ("rebind", .changeTicket(mine, .edit(TicketEdit(workflow: reference)))),
        ], "workflow")
    }
  }

  @Test func `Nothing of another organization is taken back, not even by who did it`() throws {
    let theirs = try pair.everything(of: pair.theirs)
    for subject in [UndoSubject.change(newest), .ticket(.id(ticket.id)), .ticket(.key(ticket.key))]
    {
      #expect(try refusal(.undo(subject)).rejection?.code == "NOTHING_TO_UNDO")
      #expect(try refusal(.redo(subject)).rejection != nil)
    }
    let undone = try pair.apply(.undo(.mine), to: pair.ours)
    #expect(undone.ticket?.title == "Mine")
    #expect(try pair.everything(of: pair.theirs) == theirs)
    try pair.apply(.undo(.mine), to: pair.theirs)
    let redone = try pair.apply(.redo(.mine), to: pair.ours)
    #expect(redone.ticket?.title == "Mine")
  }

  @Test func `Names that another organization has are free`() throws {
    try pair.furnish(pair.ours)
    #expect(try pair.ours.project(ops).id != project.id)
    let theirs = try pair.everything(of: pair.theirs)
    try pair.apply(
      .changeTickets(.query(TicketQuery(project: ops)), .delete, isAtomic: false), to: pair.ours)
    try pair.apply(.deleteProject(ops), to: pair.ours)
    #expect(try pair.everything(of: pair.theirs) == theirs)
  }
}
