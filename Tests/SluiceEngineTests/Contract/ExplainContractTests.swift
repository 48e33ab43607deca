import SluiceCore
import Testing

/// What may be done next, why not, and which way leads there.
@Suite struct ExplainContractTests {
  private func world(_ kind: EngineKind, status: String) throws -> World {
    let world = try World(kind)
    let del = try world.project("DEL", .delivery)
    try world.ticket(del, TicketDraft(title: "feature", status: status))
    return world
  }

  @Test(arguments: EngineKind.all)
  func `An agent is told the goal, every exit, and the fields that are asked for`(
    kind: EngineKind
  ) throws {
    let world = try world(kind, status: "Ready")
    try world.change("DEL-1", .tick(gate: "shaped", item: "goal", isOn: true))
    try world.change("DEL-1", .setValue(field: "size", text: "2"))
    let context = try world.detail("DEL-1").agentContext(for: world.actor)
    #expect(
      context.currentGoal == "Satisfy gate “Ready to build”: tick “It fits into a week”.")
    #expect(context.allowedExits.map(\.status.name) == ["Idea", "Dropped"])
    #expect(
      context.blockedExits.map { "\($0.status.name): \($0.rejection.code)" } == [
        "Building: GATE_UNMET", "Blocked: NO_TRANSITION", "Reviewing: NO_TRANSITION",
        "Staging: NO_TRANSITION", "Released: NO_TRANSITION",
      ])
    #expect(
      context.blockedExits[0].rejection.nextStep == "Still to do: tick “It fits into a week”.")
    #expect(
      context.requiredFields.map {
        "\($0.field.key) \($0.gates) \($0.value?.text ?? "–") \($0.isMet)"
      }
        == ["size [\"shaped\"] 2 true"])
  }

  @Test(arguments: EngineKind.all)
  func `Once the gate is satisfied its exit is allowed`(kind: EngineKind) throws {
    let world = try world(kind, status: "Ready")
    for item in ["goal", "small"] {
      try world.change("DEL-1", .tick(gate: "shaped", item: item, isOn: true))
    }
    try world.change("DEL-1", .setValue(field: "size", text: "2"))
    let context = try world.detail("DEL-1").agentContext(for: world.actor)
    #expect(context.currentGoal == "Pass gate “Ready to build” out of Ready.")
    #expect(context.allowedExits.map(\.status.name) == ["Idea", "Building", "Dropped"])
    #expect(context.allowedExits.map { $0.gates.map(\.key) } == [[], ["shaped"], []])
  }

  @Test(arguments: EngineKind.all)
  func `A full status is a blocked exit`(kind: EngineKind) throws {
    let world = try world(kind, status: "Blocked")
    let del = try #require(ProjectReference("DEL"))
    for _ in 1...5 { try world.ticket(del, TicketDraft(title: "x", status: "Building")) }
    let blocked = try world.detail("DEL-1").agentContext(for: world.actor).blockedExits
    let building = blocked.first { $0.status.name == "Building" }
    #expect(building?.rejection == .wipLimit(status: "Building", limit: 5, count: 5))
  }

  @Test(arguments: EngineKind.all)
  func `Where work is over nothing is asked`(kind: EngineKind) throws {
    let world = try world(kind, status: "Released")
    let context = try world.detail("DEL-1").agentContext(for: world.actor)
    #expect(context.currentGoal == "DEL-1 is in Released; work is over.")
    #expect(context.allowedExits == [])
    #expect(context.requiredFields == [])
  }

  @Test(arguments: EngineKind.all)
  func `The shortest way tells what each of its steps needs`(kind: EngineKind) throws {
    let world = try world(kind, status: "Idea")
    let explanation = try world.detail("DEL-1").explanation(ofMovingTo: "released", by: world.actor)
    #expect(
      explanation.verdict
        == .refused(
          .noTransition(from: "Idea", to: "Released", allowed: ["Ready", "Dropped"])))
    let path = try #require(explanation.path).map { step in
      "\(step.status.name): " + step.needs.flatMap(\.texts).joined(separator: ", ")
    }
    #expect(
      path == [
        "Ready: ",
        "Building: tick “The goal is written down”, tick “It fits into a week”, fill “Size in days”",
        "Reviewing: tick “Tests cover the change”, tick “Changelog entry written”, "
          + "accept “I ran it on staging.”, fill “Root cause”",
        "Staging: ",
        "Released: tick “Reviewed by a second person”, "
          + "accept “I watched the dashboards for an hour.”, fill “Risk”, fill “Release date”",
      ])
  }

  @Test(arguments: EngineKind.all)
  func `A step of the way tells what else stands in it now`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project(
      "OPS",
      WorkflowDraft(
        name: "Line", enforcement: "strict",
        statuses: [
          .init("A", "todo"), .init("B", "in_progress"), .init("C", "in_review", wipLimit: 1),
          .init("D", "done"),
        ],
        transitions: [.init("A", "B"), .init("B", "C"), .init("C", "D")],
        stages: [
          .init("a", "Plan", ["A"]), .init("b", "Build", ["B"], isAgentRequired: true),
          .init("c", "Check", ["C", "D"]),
        ]))
    let obstacles = {
      try world.detail("OPS-1").explanation(ofMovingTo: "D", by: world.actor).path?.map {
        "\($0.status.name) \($0.obstacle?.code ?? "free")"
      }
    }
    try world.ticket(ops, TicketDraft(title: "One"))
    #expect(try obstacles() == ["B free", "C ASSISTANT_MISSING", "D free"])
    try world.apply(
      .createProvider(
        ProviderDraft(
          name: "helper", type: "openai", config: ["endpoint": "https://ai.example.org"])))
    try world.ticket(ops, TicketDraft(title: "Two", status: "C"))
    #expect(try obstacles() == ["B free", "C WIP_LIMIT", "D free"])
  }

  @Test(arguments: EngineKind.all)
  func `To another agent every exit of a claimed ticket is blocked`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.ticket(ops, TicketDraft(title: "One"))
    try world.change("OPS-1", .claim(agent: "a1"))
    let detail = try world.detail("OPS-1")
    let others = detail.agentContext(for: Actor(name: "ann", agent: "a2"))
    #expect(others.allowedExits == [])
    #expect(Set(others.blockedExits.map(\.rejection.code)) == ["CLAIMED"])
    #expect(others.currentGoal == "OPS-1 is claimed by a1.")
    #expect(detail.agentContext(for: Actor(name: "ann", agent: "a1")).blockedExits == [])
    #expect(detail.agentContext(for: world.actor).blockedExits == [])
  }

  @Test(arguments: EngineKind.all)
  func `There may be no way, and a name that is none is refused`(kind: EngineKind) throws {
    let world = try world(kind, status: "Dropped")
    let detail = try world.detail("DEL-1")
    #expect(try detail.explanation(ofMovingTo: "Idea", by: world.actor).path == nil)
    let error = try #require(throws: Rejection.self) {
      try detail.explanation(ofMovingTo: "Droped", by: world.actor)
    }
    #expect(error.nextStep == "Did you mean “Dropped”?")
  }
}
