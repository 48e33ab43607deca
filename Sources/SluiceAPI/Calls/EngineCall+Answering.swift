public import SluiceCore

extension EngineCall {
  /// Makes the call of an engine, and answers with JSON on one line; throws what the engine does.
  ///
  /// `person` is who is signed in; only changes say who made them.
  public func answer(by engine: any Engine, for person: String) throws(EngineError) -> [UInt8] {
    switch self {
    case .organization: try engine.organization().wireBytes
    case .projects(let page): try engine.projects(page).wireBytes
    case .project(let project): try engine.project(project).wireBytes
    case .workflows(let page): try engine.workflows(page).wireBytes
    case .workflow(let workflow): try engine.workflow(workflow).wireBytes
    case .board(let query): try engine.board(query).wireBytes
    case .opening(let query): OpeningAnswer(board: try engine.opening(query)).wireBytes
    case .count(let query): try engine.count(query).wireBytes
    case .column(let query): try engine.column(query).wireBytes
    case .tickets(let query, let page): try engine.tickets(query, page).wireBytes
    case .ticket(let ticket): try engine.ticket(ticket).wireBytes
    case .history(let ticket, let page): try engine.history(of: ticket, page).wireBytes
    case .events(let query, let page): try engine.events(query, page).wireBytes
    case .available(let query, let page): try engine.available(query, page).wireBytes
    case .claimed(let agent, let query, let page):
      try engine.claimed(by: agent, query, page).wireBytes
    case .providers(let page): try engine.providers(page).wireBytes
    case .provider(let provider): try engine.provider(provider).wireBytes
    case .testProvider(let provider): try engine.testProvider(provider).wireBytes
    case .suggestions(let kind, let project, let prefix, let limit):
      try engine.suggestions(kind, in: project, prefix: prefix, limit: limit).wireBytes
    case .apply(let change, let agent):
      try engine.apply(change, by: Actor(name: person, agent: agent)).wireBytes
    case .preview(let change, let agent):
      try engine.preview(change, by: Actor(name: person, agent: agent)).wireBytes
    }
  }
}
