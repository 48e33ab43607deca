/// What keeps tickets and decides about changes: a local file, or a server.
///
/// Calls block until they are answered and may come from any thread; a caller that must stay responsive
/// calls from a thread of its own. No read takes time proportional to the board.
public protocol Engine: AnyObject, Sendable {
  /// The organization.
  func organization() throws(EngineError) -> Organization

  /// The projects, by key.
  func projects(_ page: PageRequest) throws(EngineError) -> Page<Project>

  /// One project.
  func project(_ reference: ProjectReference) throws(EngineError) -> Project

  /// The workflows of the organization, by name.
  func workflows(_ page: PageRequest) throws(EngineError) -> Page<Workflow>

  /// One workflow.
  func workflow(_ reference: WorkflowReference) throws(EngineError) -> Workflow

  /// A project's board: of each status the count and the first cards.
  func board(_ query: BoardQuery) throws(EngineError) -> Board

  /// The board that a person begins with: of the preferred project while there is one, else of the first by key
  /// with open work, else of the first that is not `ME`, else of the first; `nil` where there is no project.
  func opening(_ query: OpeningQuery) throws(EngineError) -> Board?

  /// Counts on what passes a filter, for a few milliseconds.
  func count(_ query: CountQuery) throws(EngineError) -> CountSlice

  /// A window of one column.
  func column(_ query: ColumnQuery) throws(EngineError) -> CardWindow

  /// Tickets of a project, newest first.
  func tickets(_ query: TicketQuery, _ page: PageRequest) throws(EngineError) -> Page<Ticket>

  /// One ticket with its gates, remarks and workflow.
  func ticket(_ reference: TicketReference) throws(EngineError) -> TicketDetail

  /// The history of one ticket, newest first.
  func history(
    of reference: TicketReference, _ page: PageRequest
  ) throws(EngineError) -> Page<Event>

  /// What has happened, in the order that the query asks for.
  func events(_ query: EventQuery, _ page: PageRequest) throws(EngineError) -> Page<Event>

  /// The unfinished tickets that an agent may claim, the most urgent and longest waiting first.
  func available(_ query: QueueQuery, _ page: PageRequest) throws(EngineError) -> Page<Ticket>

  /// The unfinished tickets that an agent has claimed, by key.
  func claimed(by agent: String, _ query: QueueQuery, _ page: PageRequest) throws(EngineError)
    -> Page<Ticket>

  /// The assistant providers, by name; secrets are never among what is read.
  func providers(_ page: PageRequest) throws(EngineError) -> Page<Provider>

  /// One assistant provider.
  func provider(_ reference: ProviderReference) throws(EngineError) -> Provider

  /// Calls a provider's endpoint and tells what came of it.
  func testProvider(_ reference: ProviderReference) throws(EngineError) -> ProviderReport

  /// People and labels that tickets of a project carry and that begin with `prefix`, sorted.
  func suggestions(
    _ kind: SuggestionKind, in project: ProjectReference, prefix: String, limit: Int
  ) throws(EngineError) -> [String]

  /// Applies one change as a whole, or changes nothing and throws.
  ///
  /// When it returns, the change survives a crash of the program and of the machine. `progress` is told
  /// from time to time how far a long change has come; if it answers `false`, the change is given up
  /// without a trace and `interrupted` is thrown.
  func apply(_ change: Change, by actor: Actor, progress: ChangeProgress?) throws(EngineError)
    -> Receipt

  /// What `apply` would answer or throw now, without changing anything; `progress` is told as it is there.
  func preview(_ change: Change, by actor: Actor, progress: ChangeProgress?) throws(EngineError)
    -> Receipt

  /// Why the engine cannot do something, as a sentence; `nil` if it can.
  func refusal(of feature: EngineFeature) -> String?

  /// A descriptor that becomes readable when others may have changed something; `nil` if there is none.
  var changeDescriptor: Int32? { get }

  /// Whether others have changed something since the last call; also empties the descriptor.
  func takeForeignChange() -> Bool
}

extension Engine {
  /// Applies one change as a whole, or changes nothing and throws.
  public func apply(_ change: Change, by actor: Actor) throws(EngineError) -> Receipt {
    try apply(change, by: actor, progress: nil)
  }

  /// What `apply` would answer or throw now, without changing anything.
  public func preview(_ change: Change, by actor: Actor) throws(EngineError) -> Receipt {
    try preview(change, by: actor, progress: nil)
  }
}

/// Is told how many parts of a long change are done, and of how many; answers whether to go on.
public typealias ChangeProgress = @Sendable (_ done: Int, _ total: Int) -> Bool

/// What can be suggested while a person types.
public enum SuggestionKind: Hashable, Sendable {
  case assignee
  case label
}
