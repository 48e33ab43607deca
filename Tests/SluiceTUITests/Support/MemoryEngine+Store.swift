import SluiceCore

extension MemoryEngine.Store {
  func project(_ reference: ProjectReference) throws(EngineError) -> Project {
    guard let project = projects.first(where: { ProjectReference.key($0.key) == reference }) else {
      throw .notFound("project", reference.description)
    }
    return project
  }

  func detail(_ reference: TicketReference) throws(EngineError) -> TicketDetail {
    guard case .key(let key) = reference, let state = tickets[key],
      state.ticket.status != .nowhere
    else {
      throw .notFound("ticket", reference.description)
    }
    return TicketDetail(
      state: state, project: try project(.key(key.project)), workflow: workflow(of: state.ticket),
      comments: (comments[key] ?? []).reversed(), occupancy: [:])
  }

  /// The workflow that a ticket is checked against.
  func workflow(of ticket: Ticket) -> Workflow {
    ticket.binding.flatMap { definitions[$0] } ?? workflow
  }

  /// The column where a ticket stands.
  func column(of ticket: Ticket) -> Status.ID {
    let own = workflow(of: ticket)
    guard ticket.binding != nil, let status = own.status(ticket.status) else {
      return ticket.status
    }
    return workflow.column(for: status, in: own)
  }

  func cards(_ status: Status.ID, _ project: ProjectKey, _ filter: BoardFilter) -> [Card] {
    tickets.values
      .filter {
        column(of: $0.ticket) == status && $0.ticket.key.project == project
          && filter.passes($0, in: workflow(of: $0.ticket))
      }
      .map(card(of:)).sorted { $0.position < $1.position }
  }

  private func card(of state: TicketState) -> Card {
    let ticket = state.ticket
    let own = workflow(of: ticket)
    let gate = own.gateAhead(of: ticket.status)
    let place = ticket.binding.map { _ in
      Card.BoundPlace(
        workflow: own.name, status: own.statusName(ticket.status),
        requirements: gate?.requirementCount ?? 0)
    }
    return Card(
      key: ticket.key, status: column(of: ticket), title: ticket.title, priority: ticket.priority,
      assignee: ticket.assignee, labels: ticket.labels, due: ticket.due,
      enteredAt: ticket.enteredAt, metRequirements: own.metCount(of: state),
      version: ticket.version, agent: ticket.agent, bound: place)
  }

  mutating func apply(_ change: Change, by actor: Actor) throws(EngineError) -> Receipt {
    switch change {
    case .createTicket(let reference, let draft):
      return try create(draft, in: try project(reference).key, by: actor)
    case .changeTicket(let reference, let change, let expectation):
      return try apply(change, to: try detail(reference).state, expectation, by: actor)
    case .changeTickets(let set, let change, let isAtomic, _):
      return try changeTickets(set, change, isAtomic: isAtomic, by: actor)
    case .undo(.change(let number)) where isOfMany(number): return try undoMany(number, by: actor)
    case .undo(let subject): return try reverse(subject, isRedo: false, by: actor)
    case .redo(let subject): return try reverse(subject, isRedo: true, by: actor)
    default:
      throw EngineError(.invalid, "Not part of a board.")
    }
  }

  private mutating func create(
    _ draft: TicketDraft, in project: ProjectKey, by actor: Actor
  ) throws(EngineError) -> Receipt {
    let number = (tickets.keys.filter { $0.project == project }.map(\.number).max() ?? 0) + 1
    let counts = occupancy(in: project)
    do {
      let outcome = try draft.creating(
        id: .make(), key: TicketKey(project: project, number: number), in: workflow,
        Circumstances(
          by: actor, at: Sample.now, hasAssistant: false, occupancy: { counts[$0] ?? 0 }))
      return keep(outcome, by: actor)
    } catch {
      throw EngineError(error)
    }
  }

  private mutating func apply(
    _ change: TicketChange, to state: TicketState, _ expectation: Expectation, by actor: Actor
  ) throws(EngineError) -> Receipt {
    let workflow = workflow(of: state.ticket)
    let status = workflow.statusName(state.ticket.status)
    guard expectation.version ?? state.ticket.version == state.ticket.version,
      expectation.status ?? status == status
    else {
      throw EngineError(
        .conflict, "\(state.ticket.key) was changed meanwhile; it is in \(status) now.",
        nextStep: "Look at it and try again.", current: state.ticket)
    }
    let counts = occupancy(in: state.ticket.key.project)
    do {
      let outcome = try state.applying(
        change, in: workflow,
        Circumstances(
          by: actor, at: Sample.now, hasAssistant: false, occupancy: { counts[$0] ?? 0 }))
      return keep(outcome, by: actor)
    } catch {
      throw EngineError(error)
    }
  }

  func occupancy(in project: ProjectKey) -> [Status.ID: Int] {
    tickets.values.filter { $0.ticket.key.project == project }
      .reduce(into: [:]) { $0[$1.ticket.status, default: 0] += 1 }
  }

  mutating func keep(_ outcome: Outcome, by actor: Actor) -> Receipt {
    let key = outcome.state.ticket.key
    let change = outcome.events.isEmpty ? nil : sequence + 1
    tickets[key] = outcome.state
    for body in outcome.events {
      sequence += 1
      events[key, default: []].append(
        Event(
          sequence: sequence, change: change, at: Sample.now, actor: actor.name, ticket: key,
          body: body))
    }
    comments[key, default: []] += outcome.comments
    comments[key]?.removeAll(where: outcome.removedComments.contains)
    return Receipt(
      subject: .ticket(outcome.state.ticket), warnings: outcome.warnings, sequence: sequence,
      change: change)
  }
}

extension BoardFilter {
  func passes(_ state: TicketState, in workflow: Workflow) -> Bool {
    let ticket = state.ticket
    let isTheirs =
      switch assignee {
      case nil: true
      case .nobody: ticket.assignee == nil
      case .named(let name): ticket.assignee == name
      }
    return isTheirs && ticket.priority >= minimumPriority ?? .low
      && labels.allSatisfy(ticket.labels.contains)
      && words.allSatisfy { ticket.title.lowercased().contains($0.lowercased()) }
      && condition.matches(
        FilterSubject(state, in: workflow), FilterContext(me: "", now: Sample.now))
  }
}
