import SluiceCore
import Testing

/// Answers to a gate, and the way through it.
@Suite struct ProgressContractTests {
  private func world(_ kind: EngineKind, status: String = "Ready") throws -> World {
    let world = try World(kind)
    let del = try world.project("DEL", .delivery)
    try world.ticket(del, TicketDraft(title: "feature", status: status))
    return world
  }

  @Test(arguments: EngineKind.all)
  func `Partial answers are saved, and what is missing is told`(kind: EngineKind) throws {
    let world = try world(kind)
    let receipt = try world.change(
      "DEL-1", .progress(gate: "shaped", GateAnswers(checklist: ["goal"])))
    #expect(receipt.needs.map(\.gate.key) == ["shaped"])
    #expect(receipt.needs.flatMap(\.unmet) == [.item("small"), .field("size")])
    #expect(
      receipt.needs.flatMap(\.texts) == ["tick “It fits into a week”", "fill “Size in days”"])
    #expect(try world.status("DEL-1") == "Ready")
    #expect(
      try world.detail("DEL-1").state.progress.marks == [
        .init(gate: "shaped", item: "goal"): .init(by: "ann", at: world.clock.now)
      ])
    let same = try world.change(
      "DEL-1", .progress(gate: "shaped", GateAnswers(checklist: ["goal"])))
    #expect(same.change == nil)
    #expect(same.needs == receipt.needs)
  }

  @Test(arguments: EngineKind.all)
  func `A name that is no status is told with the first answer`(kind: EngineKind) throws {
    let world = try world(kind)
    let error = try world.refusal(
      "DEL-1", .progress(gate: "shaped", GateAnswers(checklist: ["goal"]), to: "Biulding"))
    #expect(error.rejection?.code == "UNKNOWN_STATUS")
    #expect(try world.detail("DEL-1").state.progress.marks == [:])
  }

  @Test(arguments: EngineKind.all)
  func `The last answer moves through the gate`(kind: EngineKind) throws {
    var world = try world(kind)
    try world.change("DEL-1", .progress(gate: "shaped", GateAnswers(checklist: ["goal"])))
    world.actor = Actor(name: "bob")
    let receipt = try world.change(
      "DEL-1", .progress(gate: "shaped", GateAnswers(checklist: ["small"], values: ["size": "2"])))
    #expect(receipt.needs == [])
    #expect(receipt.ticket?.version == 3)
    #expect(try world.status("DEL-1") == "Building")
    #expect(
      try world.lines("DEL-1").dropFirst() == [
        "ann gate.ticked shaped/goal", "bob gate.ticked shaped/small", "bob field.set size: – → 2",
        "bob gate.passed shaped", "bob ticket.moved: Ready → Building",
      ])
    let progress = try world.detail("DEL-1").state.progress
    #expect(progress.marks == [:])
    #expect(progress.values == ["size": .number(2)])
  }

  @Test(arguments: EngineKind.all)
  func `Where several statuses can be reached one has to be named`(kind: EngineKind) throws {
    let world = try world(kind)
    let edges = WorkflowDraft.delivery.transitions + [.init("Ready", "Blocked")]
    try world.apply(.editWorkflow(.name("Delivery"), WorkflowEdit(transitions: edges)))
    let answers = GateAnswers(checklist: ["goal", "small"], values: ["size": "2"])
    let before = try world.everything()
    let error = try world.refusal("DEL-1", .progress(gate: "shaped", answers))
    #expect(
      error.rejection
        == .targetNeeded(gate: "Ready to build", candidates: ["Building", "Blocked"]))
    #expect(error.nextStep == "Repeat it with one of Building, Blocked; nothing was changed.")
    #expect(try world.everything() == before)
    try world.change("DEL-1", .progress(gate: "shaped", answers, to: "blocked"))
    #expect(try world.status("DEL-1") == "Blocked")
  }

  @Test(arguments: EngineKind.all)
  func `A target that the gate does not lead to is refused`(kind: EngineKind) throws {
    let world = try world(kind)
    let answers = GateAnswers(checklist: ["goal", "small"], values: ["size": "2"])
    let before = try world.everything()
    for (target, code) in [("Idea", "TARGET_NEEDED"), ("Nowhere", "UNKNOWN_STATUS")] {
      let error = try world.refusal("DEL-1", .progress(gate: "shaped", answers, to: target))
      #expect(error.rejection?.code == code)
    }
    let further = try world.refusal("DEL-1", .progress(gate: "shaped", answers, to: "Reviewing"))
    #expect(further.rejection?.code == "NO_TRANSITION")
    #expect(try world.everything() == before)
  }

  @Test(arguments: EngineKind.all)
  func `A gate of another stage is not progressed`(kind: EngineKind) throws {
    let world = try world(kind)
    let error = try world.refusal("DEL-1", .progress(gate: "ready", GateAnswers()))
    #expect(
      error.message
        == "Gate “Ready to check” leads out of stage Build, and the ticket is in stage Shape.")
    #expect(
      error.nextStep
        == "Bring the ticket into stage Build first, or progress the gate of its own stage.")
  }

  @Test(
    arguments: EngineKind.all,
    [
      ("odd", GateAnswers(), "UNKNOWN_GATE"),
      ("shaped", GateAnswers(isAcknowledged: true, checklist: ["goal"]), "NOTHING_TO_ACKNOWLEDGE"),
      ("shaped", GateAnswers(checklist: ["goal", "odd"]), "UNKNOWN_ITEM"),
      ("shaped", GateAnswers(checklist: ["goal"], values: ["odd": "1"]), "UNKNOWN_FIELD"),
      ("shaped", GateAnswers(checklist: ["goal"], values: ["size": "many"]), "INVALID_VALUE"),
    ])
  func `One bad answer saves none`(
    kind: EngineKind, example: (gate: String, answers: GateAnswers, code: String)
  ) throws {
    let world = try world(kind)
    let before = try world.everything()
    let error = try world.refusal("DEL-1", .progress(gate: example.gate, example.answers))
    #expect(error.code == .refused)
    #expect(error.rejection?.code == example.code)
    #expect(try world.everything() == before)
  }

  @Test(arguments: EngineKind.all)
  func `Acknowledgment, ticks and fields of every type pass the last gate`(
    kind: EngineKind
  ) throws {
    let world = try world(kind, status: "Staging")
    let values: [String: String?] = ["risk": "high", "release_date": "2026-03-01"]
    let receipt = try world.change(
      "DEL-1",
      .progress(
        gate: "release",
        GateAnswers(isAcknowledged: true, checklist: ["second"], values: values)))
    #expect(receipt.needs == [])
    #expect(try world.status("DEL-1") == "Released")
  }

  @Test(arguments: EngineKind.all)
  func `A full status is in the way, and nothing is saved`(kind: EngineKind) throws {
    let world = try world(kind)
    let del = try #require(ProjectReference("DEL"))
    for _ in 1...5 { try world.ticket(del, TicketDraft(title: "x", status: "Building")) }
    let answers = GateAnswers(checklist: ["goal", "small"], values: ["size": "2"])
    let before = try world.everything()
    #expect(
      try world.refusal("DEL-1", .progress(gate: "shaped", answers)).rejection
        == .wipLimit(status: "Building", limit: 5, count: 5))
    #expect(try world.everything() == before)
  }

  @Test(arguments: EngineKind.all)
  func `A second passage asks again`(kind: EngineKind) throws {
    let world = try world(kind)
    let answers = GateAnswers(checklist: ["goal", "small"], values: ["size": "2"])
    try world.change("DEL-1", .progress(gate: "shaped", answers))
    try world.change("DEL-1", .move(to: "Ready"))
    let error = try world.refusal("DEL-1", .move(to: "Building"))
    #expect(
      error.nextStep
        == "Still to do: tick “The goal is written down”; tick “It fits into a week”.")
  }
}
