public import SluiceCore

extension EngineCall {
  /// All that is asked of the one who makes the call; each must be met.
  public var needs: [Need] {
    switch self {
    case .organization, .workflows, .workflow: [Need(.viewer, in: .organization)]
    case .projects, .opening: [Need(.viewer, in: .everything)]
    case .project(let project), .suggestions(_, let project, _, _):
      [Need(.viewer, in: .project(project))]
    case .board(let query): [Need(.viewer, in: .project(query.project))]
    case .count(let query): [Need(.viewer, in: .project(query.project))]
    case .column(let query): [Need(.viewer, in: .project(query.project))]
    case .tickets(let query, _): [Need(.viewer, in: .project(query.project))]
    case .ticket(let ticket), .history(let ticket, _): [Need(.viewer, in: .ticket(ticket))]
    case .events(let query, _): query.needs
    case .available(let query, _), .claimed(_, let query, _):
      [Need(.viewer, in: query.project.map(Need.Place.project) ?? .everything)]
    case .providers, .provider, .testProvider: [Need(.owner, in: .server)]
    // Who asks what a change would come to learns as much as who makes it.
    case .apply(let change, _), .preview(let change, _): change.needs
    }
  }
}

extension EventQuery {
  fileprivate var needs: [Need] {
    if let ticket { return [Need(.viewer, in: .ticket(ticket))] }
    return [Need(.viewer, in: project.map(Need.Place.project) ?? .everything)]
  }
}

extension Change {
  /// The agents that the change names as those who work.
  public var agents: Set<String> {
    switch self {
    case .adding(_, let change): change.agents
    case .changeTicket(_, let change, _), .changeTickets(_, let change, _, _): change.agents
    default: []
    }
  }
}

extension TicketChange {
  fileprivate var agents: Set<String> {
    switch self {
    case .claim(let agent, _): [agent]
    case .release(let agent): agent.map { [$0] } ?? []
    default: []
    }
  }
}
