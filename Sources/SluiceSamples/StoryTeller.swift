import SluiceCore

/// Plays a project's months in fast motion: people report, tick, move and comment, by the rules.
struct StoryTeller {
  private let project: ProjectKey
  private let workflow: Workflow
  private let end: Timestamp
  private var fates: [Status.ID]
  private var sampler: TicketSampler
  private var tickets: [TicketState] = []
  private var steps: [DemoStory.Step] = []
  /// How often in a row nothing could be done.
  private var idleCount = 0

  init(
    _ project: ProjectKey, _ workflow: Workflow, tickets: Int, seed: UInt64, until end: Timestamp
  ) {
    self.project = project
    self.workflow = workflow
    self.end = end
    sampler = TicketSampler(seed: seed)
    fates = Fates.statuses(in: workflow, count: tickets, &sampler.random)
  }

  /// Everything that happened, in the order of time.
  ///
  /// At the end an agent, if one is named, takes a ticket that is worked on.
  mutating func tell(handingOverTo agent: String?) -> [DemoStory.Step] {
    while idleCount < Self.patience {
      let active = tickets.indices.filter { tickets[$0].ticket.status != fates[$0] }
      let count = steps.count
      if tickets.count < fates.count, active.count < Self.fewActive || sampler.random.chance(8) {
        create()
      } else if active.isEmpty {
        break
      } else {
        goOn(active[sampler.random.below(active.count)])
      }
      if sampler.random.chance(9) { discuss() }
      if sampler.random.chance(12) { prepare() }
      idleCount = steps.count == count ? idleCount + 1 : 0
    }
    if let agent { handOver(to: agent) }
    return spread(steps)
  }

  /// How many tickets are worked on at once.
  private static let fewActive = 7
  /// So many tries without effect mean that limits keep the rest where they are.
  private static let patience = 400

  /// Gives the steps their times: most of what is remembered is recent.
  private mutating func spread(_ steps: [DemoStory.Step]) -> [DemoStory.Step] {
    let count = Double(steps.count)
    return steps.enumerated().map { index, step in
      let rest = (count - Double(index) - sampler.random.fraction()) / count
      let age = Double(DemoStory.spanSeconds) * rest * rest
      return DemoStory.Step(
        at: end.advanced(bySeconds: -Int64(age)), actor: step.actor, change: step.change)
    }
  }

  private mutating func create() {
    let sample = sampler.next()
    var draft = sample.draft
    draft.assignee = sampler.random.chance(25) ? draft.assignee : nil
    if sampler.random.chance(12) {
      draft.due = end.advanced(bySeconds: Int64(sampler.random.below(60) - 8) * 86_400).day
    }
    let key = TicketKey(project: project, number: tickets.count + 1)
    let actor = Actor(name: sample.reporter)
    guard
      let outcome = try? draft.creating(
        id: .make(), key: key, in: workflow, world(of: sample.reporter, occupancy: { _ in 0 }))
    else { return }
    tickets.append(outcome.state)
    add(.createTicket(.key(project), draft), by: actor.name)
  }

  /// Takes the next step on a ticket's way: someone takes it, a gate is worked on, or it moves.
  private mutating func goOn(_ index: Int) {
    let state = tickets[index]
    guard let assignee = state.ticket.assignee else {
      let change: TicketChange = .edit(TicketEdit(assignee: .init(sampler.person())))
      return apply(change, to: index, by: sampler.person())
    }
    if sampler.random.chance(4) {
      let priority = sampler.random.pick(Priority.allCases)
      return apply(.edit(TicketEdit(priority: priority)), to: index, by: assignee)
    }
    guard let target = nextStatus(index) else { return }
    let verdict = workflow.verdict(
      from: state.ticket.status, to: target.id, progress: state.progress, hasAssistant: false,
      occupancy: occupancy)
    if case .refused(.gatesUnmet(_, _, let needs)) = verdict, let need = needs.first {
      let requirement = sampler.random.pick(need.unmet)
      guard let change = meet(requirement, of: need.gate) else { return }
      return apply(change, to: index, by: assignee)
    }
    guard verdict.isAllowed else { return }
    apply(.move(to: target.name), to: index, by: assignee)
  }

  /// The next status on the shortest way to the ticket's fate, now and then a step back.
  private mutating func nextStatus(_ index: Int) -> Status? {
    let here = tickets[index].ticket.status
    let fate = fates[index]
    if sampler.random.chance(6), let back = workflow.exits(of: here).first(where: { $0.id < here })
    {
      return back
    }
    // Where every move is allowed, the order of statuses is the custom all the same.
    if workflow.enforcement != .strict, workflow.status(fate)?.category != .cancelled {
      return workflow.statuses.first { $0.id > here }
    }
    return workflow.path(from: here, to: fate)?.first.flatMap { workflow.status($0.to) }
  }

  /// Lets somebody say something about a ticket that is still open.
  private mutating func discuss() {
    let open = tickets.indices.filter { !workflow.isTerminal(tickets[$0].ticket.status) }
    guard !open.isEmpty else { return }
    let index = open[sampler.random.below(open.count)]
    apply(.comment(sampler.remark()), to: index, by: sampler.person())
  }

  /// Lets somebody do one thing of several that the gate ahead of a resting ticket asks for.
  private mutating func prepare() {
    let resting = tickets.indices.filter { tickets[$0].ticket.status == fates[$0] }
    guard !resting.isEmpty else { return }
    let index = resting[sampler.random.below(resting.count)]
    let state = tickets[index]
    guard let gate = workflow.gateAhead(of: state.ticket.status) else { return }
    let unmet = state.progress.unmet(of: gate, in: workflow)
    guard unmet.count > 1, let change = meet(sampler.random.pick(unmet), of: gate) else { return }
    apply(change, to: index, by: state.ticket.assignee ?? sampler.person())
  }

  private mutating func handOver(to agent: String) {
    let open = tickets.indices.filter {
      workflow.status(tickets[$0].ticket.status)?.category == .inProgress
    }
    let index = open.min { tickets[$0].ticket.status < tickets[$1].ticket.status }
    guard let index, let assignee = tickets[index].ticket.assignee else { return }
    apply(.claim(agent: agent), to: index, by: assignee)
  }

  private mutating func meet(
    _ requirement: Gate.Requirement, of gate: Gate
  ) -> TicketChange? {
    switch requirement {
    case .acknowledgment: return .acknowledge(gate: gate.key, isOn: true)
    case .item(let key): return .tick(gate: gate.key, item: key, isOn: true)
    case .field(let key):
      let text = workflow.field(key)?.sampleText(&sampler, at: end)
      return text.map { .setValue(field: key, text: $0) }
    }
  }

  private func world(
    of person: String, occupancy: @escaping (Status.ID) -> Int
  ) -> Circumstances {
    Circumstances(
      by: Actor(name: person), at: end, hasAssistant: false, occupancy: occupancy)
  }

  private func occupancy(_ status: Status.ID) -> Int {
    tickets.count { $0.ticket.status == status }
  }

  /// Does what the rules allow; anything else does not become part of the story.
  private mutating func apply(_ change: TicketChange, to index: Int, by person: String) {
    guard
      let outcome = try? tickets[index].applying(
        change, in: workflow, world(of: person, occupancy: occupancy)),
      !outcome.events.isEmpty
    else { return }
    tickets[index] = outcome.state
    add(.changeTicket(.key(outcome.state.ticket.key), change), by: person)
  }

  private mutating func add(_ change: Change, by person: String) {
    steps.append(DemoStory.Step(at: end, actor: Actor(name: person), change: change))
  }
}
