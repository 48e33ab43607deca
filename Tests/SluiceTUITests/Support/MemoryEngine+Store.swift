import SluiceCore

extension MemoryEngine.Store {
  func project(_ reference: ProjectReference) throws(EngineError) -> Project {
    guard let project = projects.first(where: { ProjectReference.key($0.key) == reference }) else {
      throw .notFound("project", reference.description)
    }
    return project
  }

  func detail(_ reference: TicketReference) throws(EngineError) -> TicketDetail {
    guard case .key(let key) = reference, let state = tickets[key] else {
      throw .notFound("ticket", reference.description)
    }
    return TicketDetail(
      state: state, project: try project(.key(key.project)), workflow: workflow,
      comments: (comments[key] ?? []).reversed(), occupancy: [:])
  }

  func cards(_ status: Status.ID, _ project: ProjectKey, _ filter: BoardFilter) -> [Card] {
    tickets.values
      .filter {
        $0.ticket.status == status && $0.ticket.key.project == project
          && filter.passes($0.ticket)
      }
      .map(card(of:)).sorted { $0.position < $1.position }
  }

  private func card(of state: TicketState) -> Card {
    let ticket = state.ticket
    let met = workflow.gateAhead(of: ticket.status).map { state.progress.metCount(of: $0) } ?? 0
    return Card(
      key: ticket.key, status: ticket.status, title: ticket.title, priority: ticket.priority,
      assignee: ticket.assignee, labels: ticket.labels, due: ticket.due,
      enteredAt: ticket.enteredAt, metRequirements: met, version: ticket.version)
  }

  mutating func apply(_ change: Change, by actor: Actor) throws(EngineError) -> Receipt {
    switch change {
    case .createTicket(let reference, let draft):
      return try create(draft, in: try project(reference).key, by: actor)
    case .changeTicket(let reference, let change, let expectation):
      return try apply(change, to: try detail(reference).state, expectation, by: actor)
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

  private func occupancy(in project: ProjectKey) -> [Status.ID: Int] {
    tickets.values.filter { $0.ticket.key.project == project }
      .reduce(into: [:]) { $0[$1.ticket.status, default: 0] += 1 }
  }

  private mutating func keep(_ outcome: Outcome, by actor: Actor) -> Receipt {
    let key = outcome.state.ticket.key
    tickets[key] = outcome.state
    for body in outcome.events {
      sequence += 1
      events[key, default: []].append(
        Event(sequence: sequence, at: Sample.now, actor: actor.name, ticket: key, body: body))
    }
    comments[key, default: []] += outcome.comments
    return Receipt(
      subject: .ticket(outcome.state.ticket), warnings: outcome.warnings, sequence: sequence)
  }
}

extension BoardFilter {
  func passes(_ ticket: Ticket) -> Bool {
    let isTheirs =
      switch assignee {
      case nil: true
      case .nobody: ticket.assignee == nil
      case .named(let name): ticket.assignee == name
      }
    return isTheirs && ticket.priority >= minimumPriority ?? .low
      && labels.allSatisfy(ticket.labels.contains)
      && words.allSatisfy { ticket.title.lowercased().contains($0.lowercased()) }
  }
}
