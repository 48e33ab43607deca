import SluiceCore
import Testing

/// Revisions of a definition, and its end.
@Suite struct WorkflowEditContractTests {
  @Test(arguments: EngineKind.all)
  func `Every edit makes a revision and says what it changed`(kind: EngineKind) throws {
    let world = try World(kind)
    try world.apply(.createWorkflow(.bugTriage))
    try world.apply(.editWorkflow(.name("Bug Triage"), WorkflowEdit(name: "Bugs")))
    try world.apply(
      .editWorkflow(
        .name("Bugs"),
        WorkflowEdit(enforcement: "warn", fields: [.init("impact", "Impact", "text")])))
    let workflow = try world.engine.workflow(.name("Bugs"))
    #expect(workflow.revision == 3)
    #expect(workflow.enforcement == .warn)
    #expect(workflow.fields.map(\.key) == ["impact"])
    #expect(
      try world.events().map(\.line) == [
        "ann workflow.created Bug Triage", "ann workflow.edited Bug Triage: – → name",
        "ann workflow.edited Bugs: – → enforcement, fields",
      ])
    #expect(try world.failure { try world.engine.workflow(.name("Bug Triage")) }.code == .notFound)
  }

  @Test(arguments: EngineKind.all)
  func `An edit that changes nothing makes no revision`(kind: EngineKind) throws {
    let world = try World(kind)
    try world.apply(.createWorkflow(.delivery))
    let before = try world.everything()
    let draft = WorkflowDraft.delivery
    let edit = WorkflowEdit(
      name: draft.name, enforcement: draft.enforcement,
      statuses: draft.statuses.map { .init($0) }, transitions: draft.transitions,
      stages: draft.stages, gates: draft.gates, fields: draft.fields)
    let receipt = try world.apply(.editWorkflow(.name("Delivery"), edit))
    #expect(receipt.change == nil)
    #expect(try world.everything() == before)
  }

  @Test(arguments: EngineKind.all)
  func `An edit made from another revision is a conflict and writes nothing`(
    kind: EngineKind
  ) throws {
    let world = try World(kind)
    try world.apply(.createWorkflow(.bugTriage))
    let size = WorkflowEdit(fields: [.init("size", "Size", "number")], expectedRevision: 1)
    let risk = WorkflowEdit(fields: [.init("risk", "Risk", "text")], expectedRevision: 1)
    try world.apply(.editWorkflow(.name("Bug Triage"), size))
    let before = try world.everything()
    let error = try world.refusal(.editWorkflow(.name("Bug Triage"), risk))
    #expect(error.code == .conflict)
    #expect(
      error.message
        == "Workflow “Bug Triage” has changed meanwhile: it is at revision 2, not 1.")
    #expect(error.nextStep == "Look at it again and repeat what still makes sense.")
    // Not even what is so already is taken for seen.
    #expect(try world.refusal(.editWorkflow(.name("Bug Triage"), size)).code == .conflict)
    #expect(try world.everything() == before)
  }

  @Test(arguments: EngineKind.all)
  func `An edit with faults is refused with all of them`(kind: EngineKind) throws {
    let world = try World(kind)
    try world.apply(.createWorkflow(.delivery))
    let before = try world.everything()
    let error = try world.refusal(
      .editWorkflow(
        .name("Delivery"), WorkflowEdit(enforcement: "loose", fields: [])))
    #expect(error.code == .refused)
    #expect(
      error.faults.map(\.place) == [
        "enforcement", "gates[0].required_fields[0]", "gates[1].required_fields[0]",
        "gates[2].required_fields[0]", "gates[2].required_fields[1]",
      ])
    #expect(try world.everything() == before)
  }

  @Test(arguments: EngineKind.all)
  func `A name that another workflow has is refused`(kind: EngineKind) throws {
    let world = try World(kind)
    try world.apply(.createWorkflow(.bugTriage))
    let error = try world.refusal(
      .editWorkflow(.name("Bug Triage"), WorkflowEdit(name: "Default")))
    #expect(error.code == .conflict)
    #expect(error.message == "There is a workflow “Default” already.")
  }

  @Test(arguments: EngineKind.all)
  func `A workflow that is used cannot be deleted, and its projects are named`(
    kind: EngineKind
  ) throws {
    let world = try World(kind)
    try world.project("BUG", .bugTriage)
    let web = try world.project("WEB")
    try world.apply(.editProject(web, ProjectEdit(workflow: .name("Bug Triage"))))
    let error = try world.refusal(.deleteWorkflow(.name("Bug Triage")))
    #expect(error.code == .conflict)
    #expect(error.message == "Workflow “Bug Triage” is used by projects BUG, WEB.")
    #expect(error.users.map(\.text) == ["BUG", "WEB"])
  }

  @Test(arguments: EngineKind.all)
  func `A workflow to which a ticket is bound cannot be deleted`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.apply(.createWorkflow(.bugTriage))
    try world.ticket(ops, TicketDraft(title: "x", workflow: .name("Bug Triage")))
    let error = try world.refusal(.deleteWorkflow(.name("Bug Triage")))
    #expect(error.code == .conflict)
    #expect(error.message == "1 ticket of project OPS is bound to workflow “Bug Triage”.")
    #expect(error.users.map(\.text) == ["OPS"])
  }

  @Test(arguments: EngineKind.all)
  func `What was bound in a project that is deleted keeps no workflow`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.apply(.createWorkflow(.bugTriage))
    try world.ticket(ops, TicketDraft(title: "x", workflow: .name("Bug Triage")))
    try world.change("OPS-1", .delete)
    #expect(try world.refusal(.deleteWorkflow(.name("Bug Triage"))).code == .conflict)
    try world.apply(.deleteProject(ops))
    try world.apply(.deleteWorkflow(.name("Bug Triage")))
  }

  @Test(arguments: EngineKind.all)
  func `The organization's default cannot be deleted, an unused one can`(kind: EngineKind) throws {
    let world = try World(kind)
    #expect(
      try world.refusal(.deleteWorkflow(.name("Default"))).message
        == "Workflow “Default” is the organization's default.")
    try world.apply(.createWorkflow(.bugTriage))
    let receipt = try world.apply(.deleteWorkflow(.name("Bug Triage")))
    #expect(receipt.subject == .deleted("workflow “Bug Triage”"))
    #expect(try world.engine.workflows(PageRequest()).items.map(\.name) == ["Default"])
    #expect(try world.failure { try world.engine.workflow(.name("Bug Triage")) }.code == .notFound)
    #expect(try world.refusal(.deleteWorkflow(.name("Bug Triage"))).code == .notFound)
    // The name is free again.
    try world.apply(.createWorkflow(.bugTriage))
  }

  @Test(arguments: EngineKind.all)
  func `A workflow that is added for a change is not there if that is refused`(
    kind: EngineKind
  ) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.ticket(ops, TicketDraft(title: "x", status: "InReview"))
    let before = try world.everything()
    let assign = Change.editProject(ops, ProjectEdit(workflow: .name("Bug Triage")))
    #expect(try world.refusal(.adding(.bugTriage, assign)).stranded.map(\.from) == ["InReview"])
    #expect(try world.everything() == before)
    let draft = TicketDraft(title: "y", workflow: .name("Bug Triage"))
    try world.apply(.adding(.bugTriage, .createTicket(ops, draft)))
    #expect(
      try world.events().suffix(2).map(\.line) == [
        "ann workflow.created Bug Triage", "ann ticket.created y: – → New",
      ])
    // Taking back the ticket is what taking back the step means; others may use the workflow by now.
    try world.apply(.undo(.mine))
    #expect(try world.failure { try world.detail("OPS-2") }.code == .notFound)
    #expect(try world.engine.workflow(.name("Bug Triage")).revision == 1)
    try world.apply(.redo(.mine))
    #expect(try world.detail("OPS-2").workflow.name == "Bug Triage")
  }

  @Test(arguments: EngineKind.all)
  func `An unknown workflow is named with what was meant`(kind: EngineKind) throws {
    let world = try World(kind)
    let error = try world.refusal(.editWorkflow(.name("Defualt"), WorkflowEdit(name: "x")))
    #expect(error.code == .notFound)
    #expect(error.missing == "workflow")
    #expect(error.message == "There is no workflow “Defualt”.")
    #expect(error.nextStep == "Did you mean “Default”?")
  }
}
