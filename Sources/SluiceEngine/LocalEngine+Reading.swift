public import SluiceCore
internal import SluiceStore

extension LocalEngine {
  /// The organization whose engine this is.
  public func organization() throws(EngineError) -> Organization {
    try reading { (store) throws(EngineError) in try store.organizationValue() }
  }

  /// The projects, by key.
  public func projects(_ page: PageRequest) throws(EngineError) -> Page<Project> {
    try reading { (store) throws(EngineError) in
      let found = try store.projects(after: page.cursor ?? "", limit: page.limit + 1)
      return Page(found.map(\.project), limit: page.limit, cursor: \.key.text)
    }
  }

  /// One project.
  public func project(_ reference: ProjectReference) throws(EngineError) -> Project {
    try reading { (store) throws(EngineError) in try store.existing(reference).project }
  }

  /// The workflows of the organization, by name.
  public func workflows(_ page: PageRequest) throws(EngineError) -> Page<Workflow> {
    try reading { (store) throws(EngineError) in
      var found: [Workflow] = []
      for key in try store.workflowKeys(after: page.cursor ?? "", limit: page.limit + 1) {
        found.append(try store.workflow(key))
      }
      return Page(found, limit: page.limit, cursor: \.name)
    }
  }

  /// One workflow.
  public func workflow(_ reference: WorkflowReference) throws(EngineError) -> Workflow {
    try reading { (store) throws(EngineError) in try store.workflow(store.existing(reference)) }
  }

  /// A project's board: of each status the count and the first cards.
  public func board(_ query: BoardQuery) throws(EngineError) -> Board {
    try reading { (store) throws(EngineError) in
      try store.board(
        of: try store.existing(query.project), filter: query.filter, limit: query.limit,
        at: now())
    }
  }

  /// The board that a person begins with: of the preferred project while there is one, else of the first by key
  /// with open work, else of the first that is not `ME`, else of the first; `nil` where there is no project.
  ///
  /// Open work is found by the counters of projects, not by tickets.
  public func opening(_ query: OpeningQuery) throws(EngineError) -> Board? {
    try reading { (store) throws(EngineError) in
      let preferred = try query.preferred.flatMap { (key) throws(EngineError) in
        try store.project(.key(key))
      }
      guard let project = try (preferred == nil ? store.projectToBeginWith() : preferred) else {
        return nil
      }
      return try store.board(of: project, filter: .everything, limit: query.limit, at: now())
    }
  }

  /// A window of one column.
  public func column(_ query: ColumnQuery) throws(EngineError) -> CardWindow {
    try reading { (store) throws(EngineError) in
      let project = try store.existing(query.project)
      return try store.window(
        of: project, status: query.status,
        filter: try store.plan(query.filter, in: project, at: now()), anchor: query.anchor,
        limit: query.limit.heldToWindow)
    }
  }

  /// Counts on what passes a filter, for a few milliseconds.
  public func count(_ query: CountQuery) throws(EngineError) -> CountSlice {
    let place = try query.cursor.map { (text) throws(EngineError) in
      guard let place = CountPlace(text) else { throw .badCursor(text) }
      return place
    }
    return try reading { (store) throws(EngineError) in
      let project = try store.existing(query.project)
      let run = try store.count(query.filter, of: project, at: now(), from: place)
      guard let run else { throw .badCursor(query.cursor ?? "") }
      return CountSlice(counts: run.counts, cursor: run.next?.text)
    }
  }

  /// Tickets of a project, newest first.
  public func tickets(
    _ query: TicketQuery, _ page: PageRequest
  ) throws(EngineError) -> Page<Ticket> {
    let cursor = try page.number().map(TicketRow.init(id:))
    return try reading { (store) throws(EngineError) in
      let project = try store.existing(query.project)
      let status = try query.status.map { (name) throws(EngineError) in
        try store.existingStatus(name, in: project)
      }
      let run = try store.tickets(
        of: project, status: status, column: query.column,
        filter: try store.plan(query.filter, in: project, at: now()), below: cursor,
        limit: page.limit)
      return Page(items: run.tickets, nextCursor: run.next.map { "\($0.id)" })
    }
  }

  /// One ticket with its gates, remarks and workflow.
  public func ticket(_ reference: TicketReference) throws(EngineError) -> TicketDetail {
    try reading { (store) throws(EngineError) in
      let found = try store.existing(reference)
      let workflow = try store.workflow(found.workflow)
      let limited = workflow.statuses.filter { $0.wipLimit != nil }.map(\.id)
      let occupancy =
        limited.isEmpty
        ? [:] : try store.occupancy(of: found.workflow, in: found.project)
      let hasAssistant = try store.hasAssistant(for: workflow)
      return TicketDetail(
        state: found.state, project: found.project.project, workflow: workflow,
        comments: try store.comments(on: found.row, limit: TicketDetail.commentLimit),
        occupancy: occupancy.filter { limited.contains($0.key) }, hasAssistant: hasAssistant)
    }
  }

  /// People and labels that tickets of a project carry and that begin with `prefix`, sorted.
  public func suggestions(
    _ kind: SuggestionKind, in project: ProjectReference, prefix: String, limit: Int
  ) throws(EngineError) -> [String] {
    try reading { (store) throws(EngineError) in
      let row = try store.existing(project).row
      return try store.suggestions(kind, in: row, prefix: prefix, limit: limit)
    }
  }

  /// Reads one consistent state.
  func reading<Output: Sendable>(
    _ body: (Store) throws(EngineError) -> Output
  ) throws(EngineError) -> Output {
    try locked { (store) throws(EngineError) in
      try store.reading { () throws(EngineError) in try body(store) }
    }
  }

  /// Lends the organization's view of the file.
  func locked<Output: Sendable>(
    _ body: (Store) throws(EngineError) -> Output
  ) throws(EngineError) -> Output {
    try store.withLock { (store) throws(EngineError) in
      try body(store.scoped(to: organizationRow))
    }
  }
}

extension Store {
  fileprivate func board(
    of project: StoredProject, filter: BoardFilter, limit: Int, at now: Timestamp
  ) throws(EngineError) -> Board {
    let workflow = try workflow(project.workflow)
    let columns = try columns(
      of: project, workflow: workflow, filter: try plan(filter, in: project, at: now),
      limit: limit.heldToWindow)
    return Board(
      project: project.project, workflow: workflow, columns: columns,
      sequence: try newestSequence(), hasAssistant: try hasAssistant(for: workflow))
  }
}

extension Page {
  /// A page of a list that was read one item too far.
  init(_ items: [Item], limit: Int, cursor: (Item) -> String) {
    let shown = Array(items.prefix(limit))
    self.init(items: shown, nextCursor: items.count > limit ? shown.last.map(cursor) : nil)
  }
}

extension PageRequest {
  /// The cursor of a list that is ordered by number.
  func number() throws(EngineError) -> Int64? {
    guard let cursor else { return nil }
    guard let number = Int64(cursor) else {
      throw .badCursor(cursor)
    }
    return number
  }
}

extension EngineError {
  /// A cursor that no page has given out.
  static func badCursor(_ text: String) -> EngineError {
    EngineError(
      .invalid, "“\(text)” is not a cursor.", nextStep: "Start again without a cursor.")
  }
}

extension Int {
  /// The number of cards that one window may ask for.
  fileprivate var heldToWindow: Int {
    Swift.min(Swift.max(self, 0), PageRequest.maximumLimit)
  }
}
