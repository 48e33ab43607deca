import SluiceCore

/// Makes changes up, knowing what there is.
struct Hand {
  var random: SeededGenerator
  /// What the changes so far have come to.
  private var model: Model
  private let workflows: [WorkflowDraft]
  private let seed: UInt64

  init(random: SeededGenerator, model: Model, workflows: [WorkflowDraft], seed: UInt64) {
    self.random = random
    self.model = model
    self.workflows = workflows
    self.seed = seed
  }

  mutating func next() -> RandomProgram.Step {
    first(change())
  }

  /// A step that makes this change.
  mutating func first(_ change: Change) -> RandomProgram.Step {
    let agent: String? = chance(22) ? pick(["bot", "ant"]) : nil
    let actor = Actor(name: pick(["ann", "bo"]) + "\(seed)", agent: agent)
    _ = model.apply(change, by: actor)
    return RandomProgram.Step(change: change, actor: actor)
  }

  private mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int.random(in: 0..<items.count, using: &random)]
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  /// The names of the statuses of a workflow.
  private func names(_ workflow: Int) -> [String] {
    model.current(workflow).statuses.map(\.name)
  }

  /// The names of statuses, those of the first workflow twice.
  private var anyNames: [String] { names(0) + names(0) + names(1) }

  /// Mostly a ticket that is there.
  private mutating func reference() -> TicketReference {
    let present = model.tickets.filter { !$0.value.isDeleted }.keys.sorted()
    guard chance(94), !present.isEmpty else {
      let number = Int.random(in: 1...9, using: &random)
      return .key(TicketKey(project: pick(model.projects).key, number: number))
    }
    return .key(model.key(of: pick(present)))
  }

  /// A ticket that is there or was, those that were no less than the others.
  private mutating func anyReference() -> TicketReference {
    let isGone = chance(50)
    let found = model.tickets.filter { $0.value.isDeleted == isGone }.keys.sorted()
    return found.isEmpty ? reference() : .key(model.key(of: pick(found)))
  }

  /// A few tickets in the order of their keys, seldom one that is not there.
  private mutating func references() -> [TicketReference] {
    let all = model.tickets.keys.sorted()
    let some = all.filter { id in
      chance(model.tickets[id]?.isDeleted == false ? 45 : 6)
    }
    return (some.isEmpty ? [1] : some).map { .key(model.key(of: $0)) }
  }

  mutating func change() -> Change {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<10: return create()
    case 10..<68:
      let version = chance(3) ? 1 : nil
      return .changeTicket(reference(), ticketChange(), expecting: Expectation(version: version))
    case 68..<76:
      return .changeTickets(.list(references()), ticketChange(), isAtomic: chance(60))
    case 76..<86: return .undo(chance(40) ? .mine : .ticket(anyReference()))
    case 86..<92: return .redo(chance(30) ? .mine : .ticket(anyReference()))
    case 92..<95: return edit()
    case 95..<98: return assign()
    default:
      return chance(60)
        ? .createProvider(
          ProviderDraft(name: "p\(random.next() % 1_000_000)", type: "t", config: [:]))
        : .deleteProvider(.name("any"))
    }
  }

  private mutating func create() -> Change {
    .createTicket(
      .key(model.projects[chance(60) ? 0 : 1].key),
      TicketDraft(
        title: chance(4) ? "" : "made", status: chance(30) ? pick(anyNames + ["Nowhere"]) : nil,
        priority: pick(Priority.allCases), target: pick(ExecutionTarget.allCases),
        workflow: chance(35) ? .name(pick(workflows).name) : nil))
  }

  private mutating func ticketChange() -> TicketChange {
    let all = workflows.flatMap(\.gates)
    let gates = all.map(\.key) + ["odd"]
    switch Int.random(in: 0..<22, using: &random) {
    case 0...6: return .move(to: chance(4) ? "Nowhere" : pick(anyNames))
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
      if let gate = all.randomElement(using: &random), chance(50) {
        return .progress(
          gate: gate.key,
          GateAnswers(
            isAcknowledged: gate.acknowledgment != nil, checklist: gate.checklist.map(\.key),
            values: ["size": "2", "risk": "low"]), to: chance(60) ? pick(anyNames) : nil)
      }
      return .progress(
        gate: pick(gates),
        GateAnswers(
          isAcknowledged: chance(40), checklist: chance(60) ? ["a"] : (chance(40) ? ["b"] : []),
          values: chance(50) ? ["size": "2", "risk": "low"] : [:]),
        to: chance(40) ? pick(anyNames + ["Nowhere"]) : nil)
    case 17: return .comment(pick(["hello", ""]))
    case 18, 19: return .claim(agent: pick(["bot", "ant"]), to: chance(40) ? pick(anyNames) : nil)
    case 20: return .release(agent: pick(["bot", "ant", nil]))
    default: return chance(50) ? .delete : .move(to: pick(anyNames))
    }
  }

  private mutating func value() -> String? {
    pick(["1", "2", "low", "high", "odd", "", nil])
  }

  /// Another enforcement, another name for a status, or one status less.
  private mutating func edit() -> Change {
    let index = chance(60) ? 0 : 1
    let names = names(index)
    var edit = WorkflowEdit()
    if chance(50) { edit.enforcement = pick(["none", "warn", "strict"]) }
    if chance(60) {
      var edits = model.current(index).statuses.map { status in
        WorkflowEdit.StatusEdit(.init(status.name, status.category, wipLimit: status.limit))
      }
      if chance(40), !names.contains("R") {
        edits[0].formerName = names[0]
        edits[0].status.name = "R"
      } else if chance(50), edits.count > 1 {
        let gone = Int.random(in: 0..<edits.count, using: &random)
        edits.remove(at: gone)
        if chance(60) { edit.mapping.names[names[gone]] = edits[0].status.name }
      }
      edit.statuses = edits
    }
    if chance(4) { edit.mapping.names["Nowhere"] = names[0] }
    return .editWorkflow(.name(workflows[index].name), edit)
  }

  /// Another workflow for a project, with or without a word on where its tickets go.
  private mutating func assign() -> Change {
    let project = pick(model.projects)
    let former = names(project.workflow)
    let index = chance(90) ? 1 - project.workflow : project.workflow
    var mapping = StatusMapping(takesSuggestions: chance(50))
    if chance(60) {
      for name in former where chance(70) { mapping.names[name] = pick(names(index)) }
    }
    if chance(4) { mapping.names["Nowhere"] = pick(names(index)) }
    return .editProject(
      .key(project.key), ProjectEdit(workflow: .name(workflows[index].name), mapping: mapping))
  }
}
