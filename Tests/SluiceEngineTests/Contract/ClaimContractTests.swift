import SluiceCore
import Testing

/// Tickets that agents take, and give back.
@Suite struct ClaimContractTests {
  private func world(_ kind: EngineKind, _ draft: WorkflowDraft? = nil) throws -> (
    World, ProjectReference
  ) {
    let world = try World(kind)
    let ops = try world.project("OPS", draft)
    try world.ticket(ops, TicketDraft(title: "work"))
    return (world, ops)
  }

  @Test(arguments: EngineKind.all)
  func `A claim sets the agent and moves to where work goes on, in one step`(
    kind: EngineKind
  ) throws {
    let (world, ops) = try world(kind)
    let receipt = try world.change("OPS-1", .claim(agent: "bot"))
    #expect(receipt.ticket?.agent == "bot")
    #expect(receipt.ticket?.version == 2)
    #expect(try world.board(ops) == ["InProgress 1: OPS-1"])
    #expect(
      try world.lines("OPS-1").dropFirst() == [
        "ann agent.claimed: – → bot", "ann ticket.moved: Backlog → InProgress",
      ])
    let card = try #require(
      world.engine.board(BoardQuery(project: ops)).columns[2].window.cards.first)
    #expect(card.agent == "bot")
  }

  @Test(arguments: EngineKind.all)
  func `The same agent claims again; nothing changes, or only the place`(kind: EngineKind) throws {
    let (world, ops) = try world(kind, .delivery)
    try world.apply(.editWorkflow(.name("Delivery"), WorkflowEdit(enforcement: "none", gates: [])))
    try world.change("OPS-1", .claim(agent: "bot"))
    let again = try world.change("OPS-1", .claim(agent: "bot"))
    #expect(again.change == nil)
    #expect(again.ticket?.version == 2)
    try world.change("OPS-1", .claim(agent: "bot", to: "Blocked"))
    #expect(try world.board(ops) == ["Blocked 1: OPS-1"])
    #expect(try world.history("OPS-1").count { $0.body.kind == .ticketClaimed } == 1)
  }

  @Test(arguments: EngineKind.all)
  func `Another agent is told who holds it`(kind: EngineKind) throws {
    var (world, _) = try world(kind)
    try world.change("OPS-1", .claim(agent: "bot"))
    let before = try world.everything()
    let error = try world.refusal("OPS-1", .claim(agent: "ant"))
    #expect(error.code == .conflict)
    #expect(
      error.rejection == .claimed(ticket: try #require(TicketKey("OPS-1")), holder: "bot"))
    #expect(error.message == "OPS-1 is claimed by bot.")
    #expect(error.nextStep == "Take another ticket, or have bot release OPS-1.")
    world.actor = Actor(name: "ann", agent: "ant")
    #expect(try world.refusal("OPS-1", .move(to: "Done")).rejection?.code == "CLAIMED")
    #expect(try world.refusal("OPS-1", .release(agent: "ant")).rejection?.code == "CLAIMED")
    #expect(try world.everything() == before)
  }

  @Test(arguments: EngineKind.all)
  func `People and remarks are not locked out`(kind: EngineKind) throws {
    var (world, _) = try world(kind)
    try world.change("OPS-1", .claim(agent: "bot"))
    try world.change("OPS-1", .edit(TicketEdit(priority: .high)))
    world.actor = Actor(name: "ann", agent: "ant")
    try world.change("OPS-1", .comment("I know something of this"))
    #expect(try world.detail("OPS-1").state.ticket.agent == "bot")
    #expect(try world.history("OPS-1").first?.agent == "ant")
  }

  @Test(arguments: EngineKind.all)
  func `Of many that claim at once, one wins`(kind: EngineKind) throws {
    let (world, _) = try world(kind)
    let (engine, reference) = (world.engine, try world.reference("OPS-1"))
    let winners = try Threads.run(8) { index -> String? in
      let agent = "bot-\(index)"
      let claim = Change.changeTicket(reference, .claim(agent: agent))
      do throws(EngineError) {
        _ = try engine.apply(claim, by: Actor(name: "ann", agent: agent))
        return agent
      } catch {
        #expect(error.rejection?.code == "CLAIMED")
        return nil
      }
    }
    #expect(winners.compactMap(\.self) == [try world.detail("OPS-1").state.ticket.agent])
  }

  @Test(arguments: EngineKind.all)
  func `Release gives it back where it is; a person takes it from any agent`(
    kind: EngineKind
  ) throws {
    let (world, ops) = try world(kind)
    for agent in ["bot", nil] {
      try world.change("OPS-1", .claim(agent: "bot"))
      let receipt = try world.change("OPS-1", .release(agent: agent))
      #expect(receipt.ticket?.agent == nil)
    }
    #expect(try world.board(ops) == ["InProgress 1: OPS-1"])
    #expect(try world.lines("OPS-1").last == "ann agent.released: bot → –")
    #expect(try world.change("OPS-1", .release(agent: "bot")).change == nil)
    try world.change("OPS-1", .claim(agent: "ant"))
  }

  @Test(arguments: EngineKind.all, ["Done", "Cancelled"])
  func `Where work is over a claim ends`(kind: EngineKind, status: String) throws {
    let (world, _) = try world(kind)
    try world.change("OPS-1", .claim(agent: "bot"))
    try world.change("OPS-1", .move(to: status))
    #expect(try world.detail("OPS-1").state.ticket.agent == nil)
    #expect(
      try world.lines("OPS-1").suffix(2) == [
        "ann ticket.moved: InProgress → \(status)", "ann agent.released: bot → –",
      ])
    let error = try world.refusal("OPS-1", .claim(agent: "bot"))
    #expect(error.rejection == .resolved(status: status))
  }

  @Test(arguments: EngineKind.all)
  func `What is meant for people no agent takes`(kind: EngineKind) throws {
    let (world, ops) = try world(kind)
    try world.ticket(ops, TicketDraft(title: "sign it", target: .human))
    try world.ticket(ops, TicketDraft(title: "compute", target: .agent))
    #expect(try world.refusal("OPS-2", .claim(agent: "bot")).rejection == .notForAgents)
    try world.change("OPS-3", .claim(agent: "bot"))
    try world.change("OPS-2", .edit(TicketEdit(target: .either)))
    try world.change("OPS-2", .claim(agent: "bot"))
    #expect(
      try world.lines("OPS-2")[1] == "ann ticket.edited target: human → either")
  }

  @Test(arguments: EngineKind.all)
  func `A claim obeys transitions, limits and gates, or leaves no trace`(kind: EngineKind) throws {
    let (world, ops) = try world(kind, .delivery)
    let before = try world.everything()
    let jump = try world.refusal("OPS-1", .claim(agent: "bot"))
    #expect(
      jump.rejection
        == .noTransition(from: "Idea", to: "Building", allowed: ["Ready", "Dropped"]))
    #expect(try world.everything() == before)
    try world.change("OPS-1", .move(to: "Ready"))
    #expect(try world.refusal("OPS-1", .claim(agent: "bot")).rejection?.code == "GATE_UNMET")
    for _ in 1...5 { try world.ticket(ops, TicketDraft(title: "x", status: "Building")) }
    #expect(try world.refusal("OPS-1", .claim(agent: "bot")).rejection?.code == "WIP_LIMIT")
    #expect(try world.detail("OPS-1").state.ticket.agent == nil)
    // Where work goes on already nothing is in the way.
    try world.change("OPS-2", .claim(agent: "bot"))
    #expect(try world.status("OPS-2") == "Building")
  }

  @Test(arguments: EngineKind.all)
  func `A claim leads only to a status of category in progress`(kind: EngineKind) throws {
    let (world, _) = try world(kind)
    let error = try world.refusal("OPS-1", .claim(agent: "bot", to: "Todo"))
    #expect(error.rejection == .notInProgress(status: "Todo", known: ["InProgress"]))
    #expect(
      try world.refusal("OPS-1", .claim(agent: "bot", to: "Toodo")).rejection?.code
        == "UNKNOWN_STATUS")
    #expect(
      try world.refusal("OPS-1", .claim(agent: " ")).message
        == "A claim needs the name of an agent.")
    let lists = try world.project(
      "LST", WorkflowDraft(name: "List", statuses: [.init("Open", "todo"), .init("Shut", "done")]))
    try world.ticket(lists, TicketDraft(title: "x"))
    #expect(
      try world.refusal("LST-1", .claim(agent: "bot")).message
        == "A claim leads from Open to a status of category in_progress, and the workflow has none."
    )
  }
}
