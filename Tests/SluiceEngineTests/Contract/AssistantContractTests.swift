import SluiceCore
import Testing

/// Stages that only an assistant completes.
@Suite struct AssistantContractTests {
  /// Think needs an assistant; a gate leads out of it.
  private static let draft = WorkflowDraft(
    name: "Assisted", enforcement: "none",
    statuses: [
      .init("New", "backlog"), .init("Thinking", "in_progress"), .init("Checking", "in_review"),
      .init("Dropped", "cancelled"),
    ],
    stages: [
      .init("plan", "Plan", ["New"]),
      .init("think", "Think", ["Thinking"], isAgentRequired: true),
      .init("check", "Check", ["Checking"]), .init("dropped", "Dropped", ["Dropped"]),
    ],
    gates: [
      Gate(
        key: "thought", name: "Thought through", from: "think", to: "check",
        checklist: [.init(key: "plan", text: "There is a plan")])
    ])

  private static let missing =
    "Stage Think is completed by an assistant, and none is configured and active."

  private func world(_ kind: EngineKind) throws -> (World, ProjectReference) {
    let world = try World(kind)
    return (world, try world.project("OPS", Self.draft))
  }

  private let provider = Change.createProvider(
    ProviderDraft(name: "helper", type: "openai", config: ["api_key": "k"]))

  @Test(arguments: EngineKind.all)
  func `It is entered with a warning while there is no assistant`(kind: EngineKind) throws {
    let (world, ops) = try world(kind)
    try world.ticket(ops, TicketDraft(title: "moved in"))
    let moved = try world.change("OPS-1", .move(to: "Thinking"))
    #expect(moved.warnings == [Self.missing])
    let made = try world.apply(.createTicket(ops, TicketDraft(title: "x", status: "Thinking")))
    #expect(made.warnings == [Self.missing])
    try world.ticket(ops, TicketDraft(title: "claimed in"))
    let claimed = try world.change("OPS-3", .claim(agent: "bot"))
    #expect(claimed.warnings == [Self.missing])
    #expect(
      try world.lines("OPS-1").last == "ann ticket.moved: New → Thinking (\(Self.missing))")
    #expect(try world.detail("OPS-1").hasAssistant == false)
    #expect(try world.engine.board(BoardQuery(project: ops)).hasAssistant == false)
  }

  @Test(arguments: EngineKind.all)
  func `Nothing leads on out of it, nor through its gate, until there is one`(
    kind: EngineKind
  ) throws {
    let (world, ops) = try world(kind)
    try world.ticket(ops, TicketDraft(title: "x", status: "Thinking"))
    try world.change("OPS-1", .tick(gate: "thought", item: "plan", isOn: true))
    let error = try world.refusal("OPS-1", .move(to: "Checking"))
    #expect(error.code == .refused)
    #expect(error.rejection == .assistantMissing(stage: "Think"))
    #expect(error.message == Self.missing)
    #expect(
      error.nextStep == "Add an assistant provider, or activate one: sluice provider create.")
    let progress = try world.refusal("OPS-1", .progress(gate: "thought", GateAnswers()))
    #expect(progress.rejection == .assistantMissing(stage: "Think"))
    try world.apply(provider)
    #expect(try world.detail("OPS-1").hasAssistant)
    #expect(try world.change("OPS-1", .move(to: "Checking")).warnings == [])
  }

  @Test(arguments: EngineKind.all)
  func `An assistant that is inactive is none`(kind: EngineKind) throws {
    let (world, ops) = try world(kind)
    try world.apply(provider)
    #expect(
      try world.apply(.createTicket(ops, TicketDraft(title: "x", status: "Thinking"))).warnings
        == [])
    try world.change("OPS-1", .tick(gate: "thought", item: "plan", isOn: true))
    try world.apply(.editProvider(.name("helper"), ProviderEdit(isActive: false)))
    #expect(
      try world.refusal("OPS-1", .move(to: "Checking")).rejection
        == .assistantMissing(stage: "Think"))
    try world.apply(.editProvider(.name("helper"), ProviderEdit(isActive: true)))
    _ = try world.engine.preview(
      .changeTicket(try world.reference("OPS-1"), .move(to: "Checking")), by: world.actor)
    try world.apply(.deleteProvider(.name("helper")))
    #expect(
      try world.refusal("OPS-1", .move(to: "Checking")).rejection
        == .assistantMissing(stage: "Think"))
  }

  @Test(arguments: EngineKind.all)
  func `Work can always be given back and given up`(kind: EngineKind) throws {
    let (world, ops) = try world(kind)
    for _ in 1...2 { try world.ticket(ops, TicketDraft(title: "x", status: "Thinking")) }
    #expect(try world.change("OPS-1", .move(to: "New")).warnings == [])
    #expect(try world.change("OPS-2", .move(to: "Dropped")).warnings == [])
    #expect(try world.board(ops) == ["New 1: OPS-1", "Dropped 1: OPS-2"])
  }
}
