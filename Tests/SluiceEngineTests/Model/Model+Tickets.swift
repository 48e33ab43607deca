import SluiceCore

/// Why the model refuses.
struct Refusal: Error {
  let code: String

  init(_ code: String) {
    self.code = code
  }
}

extension Model {
  /// Makes of a ticket what a change makes of it; answers whether there is something to be warned of.
  func change(
    _ ticket: inout Ticket, _ change: TicketChange, by actor: Actor
  ) throws(Refusal) -> Bool {
    let workflow = definition(of: ticket)
    if let holder = ticket.agent, let agent = actor.agent, holder != agent {
      guard case .comment = change else { throw Refusal("CLAIMED") }
    }
    switch change {
    case .move(let name): return try move(&ticket, to: name, workflow)
    case .edit(let edit): try self.edit(&ticket, edit)
    case .tick(let gate, let item, let isOn): try mark(&ticket, gate, item, isOn, workflow)
    case .acknowledge(let gate, let isOn): try mark(&ticket, gate, nil, isOn, workflow)
    case .setValue(let field, let text): try set(&ticket, field, text, workflow)
    case .setValues(let values):
      for (field, text) in values.sorted(by: { $0.key < $1.key }) {
        try set(&ticket, field, text, workflow)
      }
    case .progress(let gate, let answers, let target):
      return try progress(&ticket, gate, answers, target, workflow)
    case .comment(let text):
      guard !text.isEmpty else { throw Refusal("INVALID_VALUE") }
      ticket.comments += 1
    case .claim(let agent, let target): return try claim(&ticket, agent, target, workflow)
    case .release(let agent):
      if let agent, let holder = ticket.agent, agent != holder { throw Refusal("CLAIMED") }
      ticket.agent = nil
    case .delete:
      ticket.agent = nil
      ticket.isDeleted = true
    }
    return false
  }

  private func move(
    _ ticket: inout Ticket, to name: String, _ workflow: Definition
  ) throws(Refusal) -> Bool {
    guard let target = workflow.status(named: name) else { throw Refusal("UNKNOWN_STATUS") }
    guard target.number != ticket.status else { return false }
    var broken: [String] = []
    if !workflow.steps.contains([ticket.status, target.number]) { broken.append("NO_TRANSITION") }
    if let limit = target.limit,
      count(target.number, of: workflow.workflow, in: ticket.project) >= limit
    {
      broken.append("WIP_LIMIT")
    }
    if workflow.mode == "strict", let first = broken.first { throw Refusal(first) }
    var isWarned = workflow.mode == "warn" && !broken.isEmpty
    let (here, there) = (workflow.stage(of: ticket.status), workflow.stage(of: target.number))
    let gates = workflow.gates.filter { gate in
      if here == there { return false }
      if here > there { return gate.from == here && gate.to == there }
      guard gate.from < gate.to, gate.from >= here, gate.to <= there else { return false }
      return target.category != "cancelled" || gate.to == there
    }
    if !hasAssistant {
      let passed = gates.contains { workflow.stages[$0.from].isAgentRequired }
      if passed, target.category != "cancelled" { throw Refusal("ASSISTANT_MISSING") }
      if workflow.stages[here].isAgentRequired, there > here, target.category != "cancelled" {
        throw Refusal("ASSISTANT_MISSING")
      }
      if workflow.stages[there].isAgentRequired, there != here { isWarned = true }
    }
    for gate in gates where !missing(gate, ticket, workflow).isEmpty { throw Refusal("GATE_UNMET") }
    for gate in gates {
      ticket.marks = ticket.marks.filter { $0 != gate.key && !$0.hasPrefix(gate.key + "/") }
    }
    ticket.status = target.number
    ticket.entered = now
    if workflow.isOver(target.number) { ticket.agent = nil }
    return isWarned
  }

  private func missing(_ gate: Gate, _ ticket: Ticket, _ workflow: Definition) -> [String] {
    gate.needs.filter { need in
      guard need.hasPrefix("=") else { return !ticket.marks.contains(need) }
      let field = String(need.dropFirst())
      guard let value = ticket.values[field] else { return true }
      return !Self.fits(value, workflow.fields[field] ?? [])
    }
  }

  private static func fits(_ text: String, _ kind: [String]) -> Bool {
    switch kind {
    case ["text"]: true
    case ["number"]: Double(text) != nil
    default: kind.contains(text)
    }
  }

  private func edit(_ ticket: inout Ticket, _ edit: TicketEdit) throws(Refusal) {
    if let title = edit.title {
      guard !title.isEmpty else { throw Refusal("INVALID_VALUE") }
      ticket.title = title
    }
    if let priority = edit.priority { ticket.priority = priority.rawValue }
    if let assignee = edit.assignee { ticket.assignee = assignee.value }
    if let target = edit.target { ticket.target = target.rawValue }
    ticket.labels.formUnion(edit.addedLabels)
    ticket.labels.subtract(edit.removedLabels)
  }

  private func mark(
    _ ticket: inout Ticket, _ key: String, _ item: String?, _ isOn: Bool, _ workflow: Definition
  ) throws(Refusal) {
    guard let gate = workflow.gates.first(where: { $0.key == key }) else {
      throw Refusal("UNKNOWN_GATE")
    }
    let mark = item.map { "\(key)/\($0)" } ?? key
    guard gate.needs.contains(mark) else {
      throw Refusal(item == nil ? "NOTHING_TO_ACKNOWLEDGE" : "UNKNOWN_ITEM")
    }
    if isOn { ticket.marks.insert(mark) } else { ticket.marks.remove(mark) }
  }

  private func set(
    _ ticket: inout Ticket, _ field: String, _ text: String?, _ workflow: Definition
  ) throws(Refusal) {
    guard let kind = workflow.fields[field] else { throw Refusal("UNKNOWN_FIELD") }
    if let text, text.isEmpty || !Self.fits(text, kind) { throw Refusal("INVALID_VALUE") }
    ticket.values[field] = text
  }

  private func progress(
    _ ticket: inout Ticket, _ key: String, _ answers: GateAnswers, _ target: String?,
    _ workflow: Definition
  ) throws(Refusal) -> Bool {
    guard let gate = workflow.gates.first(where: { $0.key == key }) else {
      throw Refusal("UNKNOWN_GATE")
    }
    guard workflow.stage(of: ticket.status) == gate.from else { throw Refusal("GATE_ELSEWHERE") }
    if let target, workflow.status(named: target) == nil { throw Refusal("UNKNOWN_STATUS") }
    for item in answers.checklist { try mark(&ticket, key, item, true, workflow) }
    if answers.isAcknowledged { try mark(&ticket, key, nil, true, workflow) }
    for (field, text) in answers.values.sorted(by: { $0.key < $1.key }) {
      try set(&ticket, field, text, workflow)
    }
    guard missing(gate, ticket, workflow).isEmpty else { return false }
    if let target {
      guard let status = workflow.status(named: target) else { throw Refusal("UNKNOWN_STATUS") }
      let (here, there) = (gate.from, workflow.stage(of: status.number))
      let isCrossed =
        here < there
        ? gate.to > here && gate.to <= there && (status.category != "cancelled" || gate.to == there)
        : here > there && gate.to == there
      guard isCrossed else { throw Refusal("TARGET_NEEDED") }
      return try move(&ticket, to: target, workflow)
    }
    let behind = workflow.statuses.filter { workflow.stage(of: $0.number) == gate.to }
    let here = ticket.status
    let reached = behind.filter { workflow.steps.contains([here, $0.number]) }
    if reached.isEmpty, workflow.mode == "strict" { throw Refusal("NO_TRANSITION") }
    let candidates = reached.isEmpty ? behind : reached
    guard candidates.count == 1 else { throw Refusal("TARGET_NEEDED") }
    return try move(&ticket, to: candidates[0].name, workflow)
  }

  private func claim(
    _ ticket: inout Ticket, _ agent: String, _ target: String?, _ workflow: Definition
  ) throws(Refusal) -> Bool {
    guard !agent.isEmpty else { throw Refusal("INVALID_VALUE") }
    if let holder = ticket.agent, holder != agent { throw Refusal("CLAIMED") }
    guard ticket.target != "human" else { throw Refusal("NOT_FOR_AGENTS") }
    guard !workflow.isOver(ticket.status) else { throw Refusal("RESOLVED") }
    let places = workflow.statuses.filter { $0.category == "in_progress" }
    var name = target
    if let target {
      guard let status = workflow.status(named: target) else { throw Refusal("UNKNOWN_STATUS") }
      guard places.contains(status) else { throw Refusal("NOT_IN_PROGRESS") }
    } else {
      let here = ticket.status
      let place =
        places.first { $0.number == here }
        ?? places.first { workflow.steps.contains([here, $0.number]) } ?? places.first
      guard let place else { throw Refusal("NOT_IN_PROGRESS") }
      name = place.name
    }
    ticket.agent = agent
    return try move(&ticket, to: name ?? "", workflow)
  }
}
