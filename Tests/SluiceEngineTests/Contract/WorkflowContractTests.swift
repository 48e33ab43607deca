import SluiceCore
import Testing

@Suite struct WorkflowContractTests {
  @Test(arguments: EngineKind.all, WorkflowDraft.templates)
  func `A definition comes back as it went in`(kind: EngineKind, draft: WorkflowDraft) throws {
    let world = try World(kind)
    if draft != .standard { try world.apply(.createWorkflow(draft)) }
    let workflow = try world.engine.workflow(.name(draft.name))
    let made = try draft.validated(id: workflow.id, at: workflow.createdAt)
    #expect(workflow == made)
    #expect(try world.engine.workflow(.id(workflow.id)) == workflow)
  }

  @Test(arguments: EngineKind.all)
  func `A bad definition is refused with every fault`(kind: EngineKind) throws {
    let world = try World(kind)
    let draft = WorkflowDraft(
      name: "Bad", enforcement: "maybe", statuses: [.init("A", "todo"), .init("A", "odd")])
    let error = try world.refusal(.createWorkflow(draft))
    #expect(error.code == .refused)
    #expect(
      error.faults.map(\.place) == ["enforcement", "statuses[1].category", "statuses[1].name"])
    #expect(try world.engine.workflows(PageRequest()).items.map(\.name) == ["Default"])
  }

  @Test(arguments: EngineKind.all)
  func `A name is found in any case, if only one is meant`(kind: EngineKind) throws {
    let world = try World(kind)
    #expect(try world.engine.workflow(.name("dEFAULT")).name == "Default")
    try world.apply(
      .createWorkflow(WorkflowDraft(name: "default", statuses: [.init("New", "todo")])))
    #expect(try world.engine.workflow(.name("default")).name == "default")
    #expect(try world.engine.workflow(.name("Default")).name == "Default")
    let error = try #require(throws: EngineError.self) {
      try world.engine.workflow(.name("DEFAULT"))
    }
    #expect(error.nextStep == "Did you mean “Default”?")
  }

  @Test(arguments: EngineKind.all)
  func `A name is given once`(kind: EngineKind) throws {
    let world = try World(kind)
    try world.apply(.createWorkflow(.bugTriage))
    #expect(try world.refusal(.createWorkflow(.bugTriage)).code == .conflict)
    #expect(
      try world.engine.workflows(PageRequest()).items.map(\.name) == ["Bug Triage", "Default"])
  }
}
