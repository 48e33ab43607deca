import SluiceCore

/// A number of changes by several people and agents, mostly sensible, often against the rules.
struct RandomProgram {
  struct Step {
    let change: Change
    let actor: Actor
  }

  let seed: UInt64
  let world: ModelWorld
  let project: ProjectKey
  var steps: [Step] = []

  init?(seed: UInt64, maximumLength: Int) {
    self.seed = seed
    var random = SeededGenerator(seed: seed)
    for _ in 0..<4 { _ = random.next() }
    guard let project = ProjectKey("P\(seed % 100_000_000)") else { return nil }
    self.project = project
    world = ModelWorld(name: "W\(seed)", &random)
    var hand = Hand(random: random, project: project, workflow: world.draft, seed: seed)
    steps.append(hand.step(.createTicket(.key(project), TicketDraft(title: "one"))))
    // Short programs find as much, and long ones something else.
    let length = min(
      Int.random(in: 4...maximumLength, using: &hand.random),
      Int.random(in: 4...maximumLength, using: &hand.random))
    for _ in 1..<length {
      let change = hand.change()
      steps.append(hand.step(change))
    }
  }

  /// The projects that it is about.
  var projects: [ProjectKey] { [project] }

  /// Makes the workflow and the project that it needs.
  func makeWorld(in world: World) throws {
    try world.apply(.createWorkflow(self.world.draft))
    try world.apply(
      .createProject(
        ProjectDraft(key: project.text, name: "x", workflow: .name(self.world.draft.name))))
  }
}

/// Makes changes up.
private struct Hand {
  var random: SeededGenerator
  let project: ProjectKey
  let workflow: WorkflowDraft
  let seed: UInt64
  private var tickets = 1
  private var names: [String]

  init(random: SeededGenerator, project: ProjectKey, workflow: WorkflowDraft, seed: UInt64) {
    self.random = random
    self.project = project
    self.workflow = workflow
    self.seed = seed
    names = workflow.statuses.map(\.name)
  }

  private mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int.random(in: 0..<items.count, using: &random)]
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  mutating func step(_ change: Change) -> RandomProgram.Step {
    let agent: String? = chance(15) ? pick(["bot", "ant"]) : nil
    return RandomProgram.Step(
      change: change, actor: Actor(name: pick(["ann", "bo"]) + "\(seed)", agent: agent))
  }

  private mutating func reference() -> TicketReference {
    .key(TicketKey(project: project, number: Int.random(in: 1...tickets, using: &random)))
  }

  mutating func change() -> Change {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<10: return create()
    case 10..<68:
      let version = chance(3) ? 1 : nil
      return .changeTicket(reference(), ticketChange(), expecting: Expectation(version: version))
    case 68..<76:
      let all = (1...tickets).filter { _ in Bool.random(using: &random) }
      let keys = (all.isEmpty ? [1] : all).map {
        TicketReference.key(TicketKey(project: project, number: $0))
      }
      return .changeTickets(.list(keys), ticketChange(), isAtomic: chance(60))
    case 76..<86: return .undo(chance(40) ? .mine : .ticket(reference()))
    case 86..<92: return .redo(chance(30) ? .mine : .ticket(reference()))
    case 92..<96: return edit()
    default:
      return chance(60)
        ? .createProvider(
          ProviderDraft(name: "p\(random.next() % 1_000_000)", type: "t", config: [:]))
        : .deleteProvider(.name("any"))
    }
  }

  private mutating func create() -> Change {
    tickets += 1
    return .createTicket(
      .key(project),
      TicketDraft(
        title: chance(4) ? "" : "made", status: chance(30) ? pick(names + ["Nowhere"]) : nil,
        target: pick(ExecutionTarget.allCases),
        workflow: chance(35) ? .name(workflow.name) : nil))
  }

  private mutating func ticketChange() -> TicketChange {
    let gates = workflow.gates.map(\.key) + ["odd"]
    switch Int.random(in: 0..<22, using: &random) {
    case 0...6: return .move(to: chance(4) ? "Nowhere" : pick(names))
    case 7:
      return .edit(
        TicketEdit(
          title: chance(30) ? pick(["new", ""]) : nil, priority: pick(Priority.allCases),
          assignee: chance(50) ? TicketEdit.Setting(pick(["cy", nil])) : nil,
          target: chance(40) ? pick(ExecutionTarget.allCases) : nil,
          addedLabels: [pick(["a", "b"])],
          removedLabels: chance(30) ? ["a"] : []))
    case 8...10: return .tick(gate: pick(gates), item: pick(["a", "b", "odd"]), isOn: chance(80))
    case 11: return .acknowledge(gate: pick(gates), isOn: chance(80))
    case 12, 13: return .setValue(field: pick(["size", "risk", "odd"]), text: value())
    case 14: return .setValues(["risk": pick(["low", "high", "odd"]), "size": pick(["1", nil])])
    case 15, 16:
      if let gate = workflow.gates.randomElement(using: &random), chance(50) {
        return .progress(
          gate: gate.key,
          GateAnswers(
            isAcknowledged: gate.acknowledgment != nil, checklist: gate.checklist.map(\.key),
            values: ["size": "2", "risk": "low"]), to: chance(60) ? pick(names) : nil)
      }
      return .progress(
        gate: pick(gates),
        GateAnswers(
          isAcknowledged: chance(40), checklist: chance(60) ? ["a"] : (chance(40) ? ["b"] : []),
          values: chance(50) ? ["size": "2", "risk": "low"] : [:]),
        to: chance(40) ? pick(names + ["Nowhere"]) : nil)
    case 17: return .comment(pick(["hello", ""]))
    case 18, 19: return .claim(agent: pick(["bot", "ant"]), to: chance(40) ? pick(names) : nil)
    case 20: return .release(agent: pick(["bot", "ant", nil]))
    default: return chance(50) ? .delete : .move(to: pick(names))
    }
  }

  private mutating func value() -> String? {
    pick(["1", "2", "low", "high", "odd", "", nil])
  }

  /// Another enforcement, another name for a status, or one status less.
  private mutating func edit() -> Change {
    var edit = WorkflowEdit()
    if chance(50) { edit.enforcement = pick(["none", "warn", "strict"]) }
    if chance(60) {
      var edits = workflow.statuses.enumerated().map { index, status in
        WorkflowEdit.StatusEdit(
          .init(names[index], status.category, wipLimit: status.wipLimit))
      }
      if chance(40), !names.contains("R") {
        edits[0].formerName = names[0]
        edits[0].status.name = "R"
        names[0] = "R"
      } else if chance(30) {
        let gone = Int.random(in: 0..<edits.count, using: &random)
        let name = names[gone]
        edits.remove(at: gone)
        if chance(60), let home = edits.first?.status.name { edit.mapping.names[name] = home }
      }
      edit.statuses = edits.isEmpty ? nil : edits
    }
    return .editWorkflow(.name(workflow.name), edit)
  }
}
