import SluiceCore
import Testing

@Suite struct MoveContractTests {
  @Test(arguments: EngineKind.all)
  func `Without enforcement any move happens silently`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.ticket(ops, TicketDraft(title: "any"))
    let receipt = try world.change("OPS-1", .move(to: "done"))
    #expect(receipt.warnings == [])
    #expect(receipt.ticket?.enteredAt == world.clock.now)
    #expect(try world.board(ops) == ["Done 1: OPS-1"])
  }

  @Test(arguments: EngineKind.all)
  func `With warn the move happens and the warning stays in history`(kind: EngineKind) throws {
    var draft = WorkflowDraft.bugTriage
    draft.enforcement = "warn"
    let world = try World(kind)
    let bug = try world.project("BUG", draft)
    try world.ticket(bug, TicketDraft(title: "jump"))
    let receipt = try world.change("BUG-1", .move(to: "Closed"))
    #expect(receipt.warnings == ["New has no transition to Closed."])
    #expect(
      try world.history("BUG-1").map(\.line) == [
        "ann ticket.moved: New → Closed (New has no transition to Closed.)",
        "ann ticket.created jump: – → New",
      ])
  }

  @Test(arguments: EngineKind.all)
  func `Strict refuses and says where to go`(kind: EngineKind) throws {
    let world = try World(kind)
    let bug = try world.project("BUG", .bugTriage)
    try world.ticket(bug, TicketDraft(title: "jump"))
    let error = try world.refusal("BUG-1", .move(to: "Closed"))
    #expect(error.code == .refused)
    #expect(error.message == "New has no transition to Closed, and the workflow is strict.")
    #expect(error.nextStep == "From New you can go to Triaged, WontFix.")
    #expect(
      error.rejection == .noTransition(from: "New", to: "Closed", allowed: ["Triaged", "WontFix"]))
    #expect(try world.history("BUG-1").count == 1)
    let unknown = try world.refusal("BUG-1", .move(to: "Triagd"))
    #expect(unknown.nextStep == "Did you mean “Triaged”?")
  }

  @Test(arguments: EngineKind.all)
  func `A full status takes no more tickets`(kind: EngineKind) throws {
    let world = try World(kind)
    let del = try world.project("DEL", .delivery)
    for _ in 1...5 { try world.ticket(del, TicketDraft(title: "x", status: "Building")) }
    let created = try world.refusal(
      .createTicket(del, TicketDraft(title: "x", status: "Building")))
    #expect(created.rejection == .wipLimit(status: "Building", limit: 5, count: 5))
    try world.ticket(del, TicketDraft(title: "blocked", status: "Blocked"))
    let moved = try world.refusal("DEL-6", .move(to: "Building"))
    #expect(moved.rejection == .wipLimit(status: "Building", limit: 5, count: 5))
    #expect(try world.detail("DEL-6").occupancy[Status.ID(3)] == 5)
  }

  @Test(arguments: EngineKind.all)
  func `A gate is filled step by step, by several people, and cleared on passing`(
    kind: EngineKind
  ) throws {
    var world = try World(kind)
    let del = try world.project("DEL", .delivery)
    try world.ticket(del, TicketDraft(title: "feature", status: "Ready"))
    try world.change("DEL-1", .tick(gate: "shaped", item: "goal", isOn: true))
    let waiting = try world.refusal("DEL-1", .move(to: "Building"))
    #expect(waiting.message == "Ready → Building waits for gate “Ready to build”: 2 of 3 left.")
    world.actor = Actor(name: "bob")
    try world.change("DEL-1", .tick(gate: "shaped", item: "small", isOn: true))
    try world.change("DEL-1", .setValue(field: "size", text: "2.5"))
    let progress = try world.detail("DEL-1").state.progress
    #expect(progress.marks[.init(gate: "shaped", item: "goal")]?.by == "ann")
    #expect(
      progress.marks[.init(gate: "shaped", item: "small")]
        == .init(by: "bob", at: world.clock.now.advanced(bySeconds: -1)))
    #expect(progress.values == ["size": .number(2.5)])
    #expect(progress.valueStamps["size"] == .init(by: "bob", at: world.clock.now))
    #expect(try world.metRequirements(del) == ["DEL-1": 3])
    try world.change("DEL-1", .move(to: "Building"))
    #expect(try world.detail("DEL-1").state.progress.marks == [:])
    #expect(try world.detail("DEL-1").state.progress.values == ["size": .number(2.5)])
    #expect(try world.metRequirements(del) == ["DEL-1": 0])
    #expect(
      try world.history("DEL-1").map(\.line) == [
        "bob ticket.moved: Ready → Building",
        "bob gate.passed shaped",
        "bob field.set size: – → 2.5",
        "bob gate.ticked shaped/small",
        "ann gate.ticked shaped/goal",
        "ann ticket.created feature: – → Ready",
      ])
  }

  @Test(arguments: EngineKind.all)
  func `Ticks, acknowledgments and values can be taken back`(kind: EngineKind) throws {
    let world = try World(kind)
    let del = try world.project("DEL", .delivery)
    try world.ticket(del, TicketDraft(title: "x", status: "Building"))
    try world.change("DEL-1", .acknowledge(gate: "ready", isOn: true))
    try world.change("DEL-1", .setValue(field: "root_cause", text: "cache"))
    #expect(try world.metRequirements(del) == ["DEL-1": 2])
    try world.change("DEL-1", .acknowledge(gate: "ready", isOn: false))
    try world.change("DEL-1", .setValue(field: "root_cause", text: nil))
    #expect(try world.metRequirements(del) == ["DEL-1": 0])
    #expect(try world.detail("DEL-1").state.progress == GateProgress())
  }

  @Test(arguments: EngineKind.all)
  func `Values of every kind come back`(kind: EngineKind) throws {
    let world = try World(kind)
    let del = try world.project("DEL", .delivery)
    try world.ticket(del, TicketDraft(title: "x"))
    let texts = ["size": "3", "root_cause": "a\nb", "risk": "low", "release_date": "2026-02-28"]
    for (field, text) in texts { try world.change("DEL-1", .setValue(field: field, text: text)) }
    #expect(
      try world.detail("DEL-1").state.progress.values == [
        "size": .number(3), "root_cause": .text("a\nb"), "risk": .option("low"),
        "release_date": .date(try #require(CalendarDay("2026-02-28"))),
      ])
  }
}

extension World {
  /// The met requirements that cards show, by key.
  func metRequirements(_ project: ProjectReference) throws -> [String: Int] {
    let cards = try engine.board(BoardQuery(project: project)).columns.flatMap(\.window.cards)
    return Dictionary(uniqueKeysWithValues: cards.map { ("\($0.key)", $0.metRequirements) })
  }
}
