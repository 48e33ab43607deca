import FoundationEssentials
import SluiceCore
import SluiceSamples
import SluiceStore

/// Makes the tickets of one project, in the order of their numbers.
struct ProjectFiller {
  private let key: ProjectKey
  private let workflow: Workflow
  private let part: FillPlan.Part
  private let end: Timestamp
  private var sampler: TicketSampler
  private let statuses: StatusSampler
  private let routes: [Status.ID: [Status]]
  /// Where work is limited, filled to one below the limit by the newest tickets.
  private let limited: [Status]

  /// How far back the first ticket lies.
  private static let span: Int64 = 730 * 86_400_000

  init(_ part: FillPlan.Part, _ key: ProjectKey, _ workflow: Workflow, seed: UInt64, end: Timestamp)
  {
    self.part = part
    self.key = key
    self.workflow = workflow
    self.end = end
    sampler = TicketSampler(seed: seed)
    statuses = StatusSampler(workflow)
    routes = Self.routes(in: workflow)
    limited = workflow.statuses.flatMap { status in
      Array(repeating: status, count: max(0, (status.wipLimit ?? 0) - 1))
    }
  }

  /// The ticket of a number, with all that happened to it.
  mutating func ticket(_ number: Int) throws(Rejection) -> BulkLoader.Item {
    let age = Int64(Double(Self.span) * Double(part.tickets - number) / Double(part.tickets))
    let start = Timestamp(milliseconds: end.milliseconds - age - 3_600_000)
    let draft = sampler.next().draft
    var life = try TicketLife(
      draft, id: id(), key: TicketKey(project: key, number: number), in: workflow, at: start,
      until: end)
    let goal = goal(of: number)
    for status in route(to: goal) { try advance(&life, to: status) }
    try finish(&life, in: goal)
    return life.item
  }

  private mutating func id() -> Ticket.ID {
    var bytes = (sampler.random.next(), sampler.random.next())
    return withUnsafeMutableBytes(of: &bytes) { bytes in
      // The version and variant of random ids (RFC 9562 §5.4).
      bytes[6] = bytes[6] & 0x0F | 0x40
      bytes[8] = bytes[8] & 0x3F | 0x80
      return Identifier(UUID(uuid: bytes.loadUnaligned(as: uuid_t.self)))
    }
  }

  private mutating func goal(of number: Int) -> Status.ID {
    let fromEnd = part.tickets - number
    if fromEnd < limited.count { return limited[fromEnd].id }
    let isDone = chance(part.donePercent)
    let done = workflow.statuses.first { $0.category == .done }
    return isDone ? done?.id ?? statuses.next(&sampler.random) : statuses.next(&sampler.random)
  }

  /// The way to a status; without strictness people skip half of what lies between.
  private mutating func route(to goal: Status.ID) -> [Status] {
    let route = routes[goal] ?? []
    guard workflow.enforcement == .none else { return route }
    return route.filter { $0.id == goal || chance(50) }
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int(sampler.random.next() >> 33) % 100 < percent
  }

  private mutating func share() -> Double {
    Double(sampler.random.next() >> 11) * 0x1p-53
  }
}

extension ProjectFiller {
  private mutating func advance(_ life: inout TicketLife, to status: Status) throws(Rejection) {
    let here = life.state.ticket.status
    let person = life.state.ticket.assignee ?? sampler.person()
    for gate in workflow.gates(from: here, to: status.id) {
      life.pass(share())
      for requirement in gate.requirements { try meet(requirement, of: gate, &life, by: person) }
    }
    life.pass(share())
    try life.apply(.move(to: status.name), by: person)
  }

  /// What belongs to no move: remarks, second thoughts, and progress on the gate ahead.
  private mutating func finish(_ life: inout TicketLife, in status: Status.ID) throws(Rejection) {
    if chance(20) {
      life.pass(share())
      try life.apply(.comment(sampler.remark()), by: sampler.person())
    }
    if chance(4) {
      life.pass(share())
      let priority = Priority.allCases.randomElement(using: &sampler.random) ?? .medium
      try life.apply(.edit(TicketEdit(priority: priority)), by: sampler.person())
    }
    guard let gate = workflow.gateAhead(of: status) else { return }
    for requirement in gate.requirements where chance(45) {
      life.pass(share())
      try meet(requirement, of: gate, &life, by: sampler.person())
    }
  }

  private mutating func meet(
    _ requirement: Gate.Requirement, of gate: Gate, _ life: inout TicketLife, by person: String
  ) throws(Rejection) {
    switch requirement {
    case .acknowledgment: try life.apply(.acknowledge(gate: gate.key, isOn: true), by: person)
    case .item(let key): try life.apply(.tick(gate: gate.key, item: key, isOn: true), by: person)
    case .field(let key):
      guard let field = workflow.field(key) else { return }
      try life.apply(.setValue(field: key, text: text(for: field, at: life.now)), by: person)
    }
  }

  private mutating func text(for field: Field, at moment: Timestamp) -> String {
    switch field.kind {
    case .text: sampler.remark()
    case .number: String(1 + sampler.random.next() % 8)
    case .select(let options): options.randomElement(using: &sampler.random) ?? ""
    case .date: moment.advanced(bySeconds: 14 * 86_400).day.description
    }
  }

  /// The way of work to each status: one after the other, or the shortest that is allowed.
  private static func routes(in workflow: Workflow) -> [Status.ID: [Status]] {
    guard let start = workflow.initialStatus?.id else { return [:] }
    var routes: [Status.ID: [Status]] = [:]
    for goal in workflow.statuses where goal.id != start {
      if workflow.enforcement == .strict {
        let path = workflow.path(from: start, to: goal.id) ?? []
        routes[goal.id] = path.compactMap { workflow.status($0.to) }
      } else {
        let between = workflow.statuses.filter { $0.id > start && $0.id < goal.id }
        routes[goal.id] = (goal.category == .cancelled ? [] : between) + [goal]
      }
    }
    return routes
  }
}
