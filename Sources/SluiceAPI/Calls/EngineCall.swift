public import SluiceCore

/// One call of an engine, as a value that travels.
///
/// A remote engine makes a request of it, and the server the same call of the request: both sides go by this
/// one table. Every call that reads may be repeated.
public enum EngineCall: Hashable, Sendable {
  case organization
  case projects(PageRequest)
  case project(ProjectReference)
  case workflows(PageRequest)
  case workflow(WorkflowReference)
  case board(BoardQuery)
  /// What is asked first, so that a board opens after one round trip.
  case opening(OpeningQuery)
  case count(CountQuery)
  case column(ColumnQuery)
  case tickets(TicketQuery, PageRequest)
  case ticket(TicketReference)
  case history(TicketReference, PageRequest)
  case events(EventQuery, PageRequest)
  case available(QueueQuery, PageRequest)
  case claimed(agent: String, QueueQuery, PageRequest)
  case providers(PageRequest)
  case provider(ProviderReference)
  case testProvider(ProviderReference)
  case suggestions(SuggestionKind, ProjectReference, prefix: String, limit: Int)
  /// Who asks is who is signed in; `agent` is the agent that acts for that person.
  case apply(Change, agent: String? = nil)
  /// What `apply` would come to.
  case preview(Change, agent: String? = nil)
}

extension EngineCall {
  /// Which call it is, whatever it asks for.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case organization, projects, project, workflows, workflow, board, opening, count, column,
      tickets, ticket
    case history, events, available, claimed, providers, provider, testProvider, suggestions
    case apply, preview
  }

  /// Which call it is.
  public var kind: Kind {
    switch self {
    case .organization: .organization
    case .projects: .projects
    case .project: .project
    case .workflows: .workflows
    case .workflow: .workflow
    case .board: .board
    case .opening: .opening
    case .count: .count
    case .column: .column
    case .tickets: .tickets
    case .ticket: .ticket
    case .history: .history
    case .events: .events
    case .available: .available
    case .claimed: .claimed
    case .providers: .providers
    case .provider: .provider
    case .testProvider: .testProvider
    case .suggestions: .suggestions
    case .apply: .apply
    case .preview: .preview
    }
  }
}
