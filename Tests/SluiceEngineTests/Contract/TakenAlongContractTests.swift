import SluiceCore
import Testing

/// What happens to tickets, beside their new status, when the definition changes that they follow.
@Suite struct TakenAlongContractTests {
  private let flow = WorkflowDraft(
    name: "Flow", enforcement: "none",
    statuses: [.init("Todo", "todo"), .init("Doing", "in_progress"), .init("Done", "done")],
    gates: [
      Gate(
        key: "ready", name: "Ready", from: "todo", to: "in_progress",
        checklist: [.init(key: "tests", text: "Tests pass")], requiredFields: ["risk"])
    ],
    fields: [.init("risk", "Risk", "select", options: ["low", "high"])])

  private func claimed(_ kind: EngineKind) throws -> (World, ProjectReference) {
    let world = try World(kind)
    let ops = try world.project("OPS", flow)
    for title in ["One", "Two"] {
      try world.ticket(ops, TicketDraft(title: title, status: "Doing"))
    }
    try world.change("OPS-1", .claim(agent: "bot"))
    return (world, ops)
  }

  @Test(arguments: EngineKind.all)
  func `A claim ends where a mapping takes the ticket to where work is over`(
    kind: EngineKind
  ) throws {
    let (world, _) = try claimed(kind)
    try world.apply(
      .editWorkflow(
        .name("Flow"),
        WorkflowEdit(
          statuses: [
            .init(.init("Todo", "todo"), was: "Todo"), .init(.init("Done", "done"), was: "Done"),
          ], gates: [], mapping: StatusMapping(["Doing": "Done"]))))
    let ticket = try world.detail("OPS-1").state.ticket
    #expect(ticket.agent == nil)
    #expect(ticket.version == 3)
    #expect(
      try world.history("OPS-1").prefix(2).map(\.line) == [
        "ann agent.released: bot → –", "ann ticket.remapped Flow: Doing → Done",
      ])
    #expect(try world.engine.claimed(by: "bot", QueueQuery(), PageRequest()).items == [])
    #expect(try world.history("OPS-2").count == 2)
  }

  @Test(arguments: EngineKind.all)
  func `A claim ends where the ticket's status becomes one in which work is over`(
    kind: EngineKind
  ) throws {
    let (world, _) = try claimed(kind)
    try world.apply(
      .editWorkflow(
        .name("Flow"),
        WorkflowEdit(
          statuses: [
            .init(.init("Todo", "todo"), was: "Todo"), .init(.init("Doing", "done"), was: "Doing"),
            .init(.init("Done", "done"), was: "Done"),
          ], gates: [])))
    let ticket = try world.detail("OPS-1").state.ticket
    #expect(ticket.agent == nil)
    #expect(ticket.version == 3)
    #expect(try world.history("OPS-1").map(\.line).first == "ann agent.released: bot → –")
    #expect(try world.detail("OPS-2").state.ticket.version == 1)
  }

  @Test(arguments: EngineKind.all)
  func `A card no longer counts a value that its field has ceased to take`(
    kind: EngineKind
  ) throws {
    let world = try World(kind)
    let ops = try world.project("OPS", flow)
    try world.ticket(ops, TicketDraft(title: "One"))
    try world.change("OPS-1", .setValue(field: "risk", text: "high"))
    #expect(try card(ops, in: world).metRequirements == 1)
    try world.apply(
      .editWorkflow(
        .name("Flow"),
        WorkflowEdit(fields: [.init("risk", "Risk", "select", options: ["low", "mid"])])))
    #expect(try card(ops, in: world).metRequirements == 0)
    try world.change("OPS-1", .tick(gate: "ready", item: "tests", isOn: true))
    #expect(try card(ops, in: world).metRequirements == 1)
    #expect(try world.refusal("OPS-1", .move(to: "Doing")).rejection?.code == "GATE_UNMET")
  }

  private func card(_ project: ProjectReference, in world: World) throws -> Card {
    let board = try world.engine.board(BoardQuery(project: project))
    return try #require(board.columns.flatMap(\.window.cards).first)
  }

  @Test(arguments: EngineKind.all)
  func `A bound ticket that is still open stands in an open column and waits in the queue`(
    kind: EngineKind
  ) throws {
    let world = try World(kind)
    try world.apply(
      .createWorkflow(
        WorkflowDraft(
          name: "Odd", statuses: [.init("Done", "in_progress"), .init("Shut", "done")])))
    let ops = try world.project("OPS", flow)
    try world.ticket(ops, TicketDraft(title: "Bound", workflow: .name("Odd")))
    #expect(try world.board(ops) == ["Doing 1: OPS-1"])
    let waiting = {
      try world.engine.available(QueueQuery(), PageRequest()).items.map { "\($0.key)" }
    }
    #expect(try waiting() == ["OPS-1"])
    try world.change("OPS-1", .move(to: "Shut"))
    #expect(try world.board(ops) == ["Done 1: OPS-1"])
    #expect(try waiting() == [])
  }
}
