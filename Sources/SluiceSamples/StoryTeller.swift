import SluiceCore

/// Plays a project's months in fast motion: people report, tick, move and comment, by the rules.
struct StoryTeller {
  private let project: ProjectKey
  private let workflow: Workflow
  private let ticketCount: Int
  private let end: Timestamp
  private var sampler: TicketSampler
  private var tickets: [TicketState] = []
  private var steps: [DemoStory.Step] = []

  /// How many things happen for each ticket, its creation included.
  private static let stepsPerTicket = 7

  init(
    _ project: ProjectKey, _ workflow: Workflow, tickets: Int, seed: UInt64, until end: Timestamp
  ) {
    self.project = project
    self.workflow = workflow
    ticketCount = tickets
    self.end = end
    sampler = TicketSampler(seed: seed)
  }

  /// Everything that happened, in the order of time.
  mutating func tell() -> [DemoStory.Step] {
    let count = ticketCount * Self.stepsPerTicket
    for index in 0..<count {
      let moment = moment(index, of: count)
      // Reports come in steadily; the last ones are still fresh at the end.
      if tickets.count * count <= index * ticketCount {
        create(at: moment)
      } else {
        goOn(at: moment)
      }
    }
    return steps
  }

  /// When a step happens: most of what is remembered is recent.
  private mutating func moment(_ index: Int, of count: Int) -> Timestamp {
    let rest = (Double(count - index) - sampler.random.fraction()) / Double(count)
    return end.advanced(bySeconds: -Int64(Double(DemoStory.spanSeconds) * rest * rest))
  }

  private mutating func create(at moment: Timestamp) {
    let sample = sampler.next()
    var draft = sample.draft
    draft.assignee = nil
    if sampler.random.chance(12) {
      draft.due = moment.advanced(bySeconds: Int64(10 + sampler.random.below(80)) * 86_400).day
    }
    let key = TicketKey(project: project, number: tickets.count + 1)
    let actor = Actor(name: sample.reporter)
    guard
      let outcome = try? draft.creating(
        id: .make(), key: key, in: workflow, by: actor, at: moment, occupancy: { _ in 0 })
    else { return }
    tickets.append(outcome.state)
    steps.append(
      DemoStory.Step(at: moment, actor: actor, change: .createTicket(.key(project), draft)))
  }

  /// Lets something happen to a ticket that is still open, rather a recent one.
  private mutating func goOn(at moment: Timestamp) {
    let open = tickets.indices.filter { !workflow.isTerminal(tickets[$0].ticket.status) }
    guard !open.isEmpty else { return }
    let index = open[sampler.random.below(open.count)]
    let state = tickets[index]
    guard let assignee = state.ticket.assignee else {
      let change: TicketChange = .edit(TicketEdit(assignee: .init(sampler.person())))
      return apply(change, to: index, by: sampler.person(), at: moment)
    }
    if sampler.random.chance(14) {
      return apply(.comment(sampler.remark()), to: index, by: sampler.person(), at: moment)
    }
    if sampler.random.chance(5) {
      let priority = sampler.random.pick(Priority.allCases)
      return apply(.edit(TicketEdit(priority: priority)), to: index, by: assignee, at: moment)
    }
    advance(index, by: assignee, at: moment)
  }

  /// Moves a ticket on, or does the next thing that its gate asks for.
  private mutating func advance(_ index: Int, by person: String, at moment: Timestamp) {
    guard let target = target(of: tickets[index].ticket.status) else { return }
    let state = tickets[index]
    let verdict = workflow.verdict(
      from: state.ticket.status, to: target.id, progress: state.progress, occupancy: occupancy)
    if case .refused(.gatesUnmet(_, _, let needs)) = verdict, let need = needs.first {
      let requirement = sampler.random.pick(need.unmet)
      guard let change = meet(requirement, of: need.gate, at: moment) else { return }
      return apply(change, to: index, by: person, at: moment)
    }
    guard verdict.isAllowed else { return }
    apply(.move(to: target.name), to: index, by: person, at: moment)
  }

  /// Mostly the next status, now and then another one that may be entered.
  private mutating func target(of status: Status.ID) -> Status? {
    let exits = workflow.available(from: status)
    let forward = exits.filter { $0.id > status && $0.category != .cancelled }
    if let next = forward.first, sampler.random.chance(84) { return next }
    return exits.isEmpty ? nil : sampler.random.pick(exits)
  }

  private mutating func meet(
    _ requirement: Gate.Requirement, of gate: Gate, at moment: Timestamp
  ) -> TicketChange? {
    switch requirement {
    case .acknowledgment: return .acknowledge(gate: gate.key, isOn: true)
    case .item(let key): return .tick(gate: gate.key, item: key, isOn: true)
    case .field(let key):
      let text = workflow.field(key)?.sampleText(&sampler, at: moment)
      return text.map { .setValue(field: key, text: $0) }
    }
  }

  private func occupancy(_ status: Status.ID) -> Int {
    tickets.count { $0.ticket.status == status }
  }

  /// Does what the rules allow; anything else does not become part of the story.
  private mutating func apply(
    _ change: TicketChange, to index: Int, by person: String, at moment: Timestamp
  ) {
    let actor = Actor(name: person)
    guard
      let outcome = try? tickets[index].applying(
        change, in: workflow, by: actor, at: moment, occupancy: occupancy),
      !outcome.events.isEmpty
    else { return }
    tickets[index] = outcome.state
    let reference = TicketReference.key(outcome.state.ticket.key)
    steps.append(
      DemoStory.Step(at: moment, actor: actor, change: .changeTicket(reference, change)))
  }
}
