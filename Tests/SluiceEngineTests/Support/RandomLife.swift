import SluiceCore
import Testing

/// A project with changes of every kind that touches tickets, at random.
struct RandomLife {
  private var world: World
  private let project: ProjectReference
  private let key: ProjectKey
  private var random: SeededGenerator
  private var names = 0
  private var known: [TicketKey]

  init(_ kind: EngineKind, seed: UInt64) throws {
    world = try World(kind)
    random = SeededGenerator(seed: seed)
    for _ in 0..<4 { _ = random.next() }
    key = try #require(ProjectKey("OPS"))
    try world.apply(.createWorkflow(Self.loose(.delivery)))
    try world.apply(.createWorkflow(Self.loose(.bugTriage)))
    project = try world.project("OPS")
    try world.apply(.editProject(project, ProjectEdit(workflow: .name("Delivery"))))
    known = [TicketKey(project: key, number: 1)]
    try world.ticket(project, TicketDraft(title: "first"))
  }

  /// The same workflow in mode `warn`, so that more happens.
  private static func loose(_ draft: WorkflowDraft) -> WorkflowDraft {
    var draft = draft
    draft.enforcement = "warn"
    return draft
  }

  /// Tries a change; `nil` if it is refused or nothing happens.
  mutating func step() -> Receipt? {
    world.actor = Actor(
      name: pick(["ann", "ann", "ann", "ann", "bob"]), agent: chance(8) ? "bot" : nil)
    world.clock.advance(seconds: Int64.random(in: 0...500, using: &random))
    guard let change = try? change(), let receipt = try? world.apply(change),
      receipt.change != nil
    else { return nil }
    if let made = receipt.ticket?.key, !known.contains(made) { known.append(made) }
    return receipt
  }

  /// The tickets that are on the board, as they are now.
  func tickets() throws -> [TicketKey: TicketState] {
    let page = try world.engine.tickets(TicketQuery(project: project), PageRequest(limit: 200))
    var states: [TicketKey: TicketState] = [:]
    for ticket in page.items {
      states[ticket.key] = try world.engine.ticket(.key(ticket.key)).state
    }
    return states
  }

  /// The events of a ticket, oldest first.
  func history(of key: TicketKey) throws -> [Event] {
    let page = try world.engine.events(
      EventQuery(.oldestFirst(after: 0), ticket: .key(key)), PageRequest(limit: 200))
    try #require(page.nextCursor == nil)
    return page.items
  }

  private mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int.random(in: 0..<items.count, using: &random)]
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }
}

extension RandomLife {
  /// Rather one of the newest.
  private mutating func reference() -> TicketReference {
    .key(pick(chance(70) ? known.suffix(4) : known))
  }

  private mutating func change() throws -> Change {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<7: return create()
    case 7..<66:
      let reference = reference()
      return .changeTicket(reference, try ticketChange(of: reference), expecting: .anything)
    case 66..<72:
      let some = (1...3).map { _ in reference() }
      return .changeTickets(.list(some), try ticketChange(of: some[0]), isAtomic: chance(30))
    case 72..<82: return .undo(chance(60) ? .mine : .ticket(reference()))
    case 82..<92: return .redo(chance(60) ? .mine : .ticket(reference()))
    case 92..<94:
      return .editProject(
        project,
        ProjectEdit(
          workflow: .name(pick(["Default", "Delivery", "Bug Triage"])),
          mapping: StatusMapping(takesSuggestions: true)))
    case 94..<96: return try editWorkflow()
    default: return try importSome()
    }
  }

  private mutating func create() -> Change {
    let isPart = chance(25)
    return .createTicket(
      project,
      TicketDraft(
        title: "made", kind: isPart ? .subTask : .task, parent: isPart ? reference() : nil,
        description: chance(50) ? "text" : "", priority: pick(Priority.allCases),
        labels: chance(50) ? ["a", "b"] : [],
        workflow: chance(25) ? .name(pick(["Delivery", "Bug Triage"])) : nil))
  }

  private mutating func ticketChange(of reference: TicketReference) throws -> TicketChange {
    let detail = try world.engine.ticket(reference)
    let workflow = detail.workflow
    let status = detail.state.ticket.status
    switch Int.random(in: 0..<20, using: &random) {
    case 0...4: return .move(to: pick(chance(70) ? workflow.exits(of: status) : workflow.statuses))
    case 5, 6: return .edit(edit())
    case 7...12:
      guard let gate = workflow.gateAhead(of: status) ?? workflow.gates.first else {
        return .move(to: pick(workflow.statuses))
      }
      return gateChange(gate)
    case 13: return .setValue(field: "size", text: pick(["1", "2.5", nil]))
    case 14: return .setValues(["risk": pick(["low", "high", nil]), "root_cause": "cache"])
    case 15: return .comment("hello")
    case 16, 17: return .claim(agent: pick(["bot", "ant"]))
    case 18: return .release(agent: nil)
    default: return .delete
    }
  }

  private mutating func gateChange(_ gate: Gate) -> TicketChange {
    if chance(30) {
      return .progress(
        gate: gate.key,
        GateAnswers(
          isAcknowledged: gate.acknowledgment != nil, checklist: gate.checklist.map(\.key),
          values: ["size": "3", "risk": "low", "root_cause": "cache"]))
    }
    if gate.acknowledgment != nil, chance(40) {
      return .acknowledge(gate: gate.key, isOn: chance(70))
    }
    return .tick(gate: gate.key, item: pick(gate.checklist).key, isOn: chance(75))
  }

  private mutating func pick(_ statuses: [Status]) -> String {
    statuses.randomElement(using: &random)?.name ?? "Nowhere"
  }

  private mutating func edit() -> TicketEdit {
    TicketEdit(
      title: chance(40) ? pick(["new", "old"]) : nil,
      description: chance(40) ? pick(["", "more"]) : nil,
      priority: chance(40) ? pick(Priority.allCases) : nil,
      assignee: chance(40) ? .init(pick(["cy", nil])) : nil,
      reporter: chance(20) ? .init(pick(["di", nil])) : nil,
      due: chance(40) ? .init(pick([CalendarDay("2030-02-03"), nil])) : nil,
      target: chance(20) ? pick(ExecutionTarget.allCases) : nil,
      addedLabels: chance(50) ? [pick(["a", "b", "c"])] : [],
      removedLabels: chance(50) ? [pick(["a", "b", "c"])] : [])
  }

  /// Renames a status, takes one away with a word on where its tickets go, or adds one.
  private mutating func editWorkflow() throws -> Change {
    let reference = WorkflowReference.name(pick(["Default", "Delivery", "Bug Triage"]))
    let workflow = try world.engine.workflow(reference)
    var edits = workflow.draft.statuses.map { WorkflowEdit.StatusEdit($0) }
    names += 1
    let index = Int.random(in: 0..<edits.count, using: &random)
    var edit = WorkflowEdit(mapping: StatusMapping(takesSuggestions: true))
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      edits[index].formerName = edits[index].status.name
      edits[index].status.name = "Status \(names)"
    case 1:
      let gone = edits.remove(at: index).status.name
      edit.mapping.names[gone] = edits.first?.status.name
    default:
      edits.append(.init(.init("Status \(names)", "in_progress")))
      edit.stages = workflow.draft.stages
      edit.stages?[0].statuses.append("Status \(names)")
    }
    edit.statuses = edits
    return .editWorkflow(reference, edit)
  }

  private mutating func importSome() throws -> Change {
    let names = try world.engine.board(BoardQuery(project: project)).workflow.statuses.map(\.name)
    let numbers = Set((1...2).map { _ in Int.random(in: 1...4, using: &random) }).sorted()
    return .importTickets(project, numbers.map { item($0, in: names) })
  }

  private mutating func item(_ number: Int, in names: [String]) -> ImportedTicket {
    let start = Timestamp(milliseconds: 1_600_000_000_000 + Int64(number) * 1_000_000)
    let age = Int64.random(in: 1...900, using: &random)
    let remark = Comment(author: "eve", at: start.advanced(bySeconds: age), text: "there")
    return ImportedTicket(
      source: "#\(number)",
      draft: TicketDraft(
        title: pick(["there", "elsewhere"]), status: chance(80) ? pick(names) : nil,
        assignee: pick(["bob", nil]), labels: [pick(["web", "app"])]),
      createdAt: start, updatedAt: start.advanced(bySeconds: age),
      enteredAt: start.advanced(bySeconds: age / 2), comments: chance(50) ? [remark] : [])
  }
}
