internal import SluiceAPI
public import SluiceCore

extension RemoteEngine {
  /// The organization.
  public func organization() throws(EngineError) -> Organization {
    let answer = try ask(.organization)
    return try reading { () throws(WireFault) in try answer.organization() }
  }

  /// The projects, by key.
  public func projects(_ page: PageRequest) throws(EngineError) -> Page<Project> {
    let answer = try ask(.projects(page))
    return try reading { () throws(WireFault) in try answer.projects() }
  }

  /// One project.
  public func project(_ reference: ProjectReference) throws(EngineError) -> Project {
    let answer = try ask(.project(reference))
    return try reading { () throws(WireFault) in try answer.project() }
  }

  /// The workflows of the organization, by name.
  public func workflows(_ page: PageRequest) throws(EngineError) -> Page<Workflow> {
    let answer = try ask(.workflows(page))
    return try reading { () throws(WireFault) in try answer.workflows() }
  }

  /// One workflow.
  public func workflow(_ reference: WorkflowReference) throws(EngineError) -> Workflow {
    let answer = try ask(.workflow(reference))
    return try reading { () throws(WireFault) in try answer.workflow() }
  }

  /// A project's board: of each status the count and the first cards.
  public func board(_ query: BoardQuery) throws(EngineError) -> Board {
    let answer = try ask(.board(query))
    let board = try reading { () throws(WireFault) in try answer.board() }
    line.told(upTo: board.sequence)
    return board
  }

  /// The board that a person begins with; `nil` where there is no project.
  ///
  /// Whoever sees only some projects of an organization is not given a choice among all: for them it is the
  /// preferred one.
  public func opening(_ query: OpeningQuery) throws(EngineError) -> Board? {
    do throws(EngineError) {
      let answer = try ask(.opening(query))
      let board = try reading { () throws(WireFault) in try answer.opening() }
      if let board { line.told(upTo: board.sequence) }
      return board
    } catch {
      guard error.code == .permission, error.missing == nil, let key = query.preferred else {
        throw error
      }
      return try board(BoardQuery(project: .key(key), limit: query.limit))
    }
  }

  /// Counts on what passes a filter, for a few milliseconds.
  public func count(_ query: CountQuery) throws(EngineError) -> CountSlice {
    let answer = try ask(.count(query))
    return try reading { () throws(WireFault) in try answer.countSlice() }
  }

  /// A window of one column.
  public func column(_ query: ColumnQuery) throws(EngineError) -> CardWindow {
    let answer = try ask(.column(query))
    return try reading { () throws(WireFault) in try answer.window() }
  }

  /// Tickets of a project, newest first.
  public func tickets(
    _ query: TicketQuery, _ page: PageRequest
  ) throws(EngineError) -> Page<Ticket> {
    let answer = try ask(.tickets(query, page))
    return try reading { () throws(WireFault) in try answer.tickets() }
  }

  /// One ticket with its gates, remarks and workflow.
  public func ticket(_ reference: TicketReference) throws(EngineError) -> TicketDetail {
    let answer = try ask(.ticket(reference))
    return try reading { () throws(WireFault) in try answer.ticket() }
  }

  /// The history of one ticket, newest first.
  public func history(
    of reference: TicketReference, _ page: PageRequest
  ) throws(EngineError) -> Page<Event> {
    let answer = try ask(.history(reference, page))
    return try reading { () throws(WireFault) in try answer.events() }
  }

  /// What has happened, in the order that the query asks for.
  public func events(
    _ query: EventQuery, _ page: PageRequest
  ) throws(EngineError) -> Page<Event> {
    let answer = try ask(.events(query, page))
    return try reading { () throws(WireFault) in try answer.events() }
  }

  /// The unfinished tickets that an agent may claim, the most urgent and longest waiting first.
  public func available(
    _ query: QueueQuery, _ page: PageRequest
  ) throws(EngineError) -> Page<Ticket> {
    let answer = try ask(.available(query, page))
    return try reading { () throws(WireFault) in try answer.tickets() }
  }

  /// The unfinished tickets that an agent has claimed, by key.
  public func claimed(
    by agent: String, _ query: QueueQuery, _ page: PageRequest
  ) throws(EngineError) -> Page<Ticket> {
    let answer = try ask(.claimed(agent: agent, query, page))
    return try reading { () throws(WireFault) in try answer.tickets() }
  }

  /// The assistant providers, by name; secrets are never among what is read.
  public func providers(_ page: PageRequest) throws(EngineError) -> Page<Provider> {
    let answer = try ask(.providers(page))
    return try reading { () throws(WireFault) in try answer.providers() }
  }

  /// One assistant provider.
  public func provider(_ reference: ProviderReference) throws(EngineError) -> Provider {
    let answer = try ask(.provider(reference))
    return try reading { () throws(WireFault) in try answer.provider() }
  }

  /// Has the server call a provider's endpoint, and tells what came of it.
  public func testProvider(_ reference: ProviderReference) throws(EngineError) -> ProviderReport {
    let answer = try ask(.testProvider(reference))
    return try reading { () throws(WireFault) in try answer.report() }
  }

  /// People and labels that tickets of a project carry and that begin with `prefix`, sorted.
  public func suggestions(
    _ kind: SuggestionKind, in project: ProjectReference, prefix: String, limit: Int
  ) throws(EngineError) -> [String] {
    let answer = try ask(.suggestions(kind, project, prefix: prefix, limit: limit))
    return try reading { () throws(WireFault) in try answer.texts() }
  }
}
