public import SluiceCore
internal import Synchronization

extension AlloyEngine {
  /// The organization, as far as the account tells.
  public func organization() throws(EngineError) -> Organization {
    guard let id = Organization.ID(reader.organizationID) else {
      throw .notUnderstood("an organization has no id")
    }
    let items = try reader.caller.all(["orgs"], of: "organizations")
    let found = items.first { $0["id"]?.text == reader.organizationID }
    let workflow = try workflows(PageRequest(limit: 1)).items.first
    return Organization(
      id: id, name: found?["name"]?.text ?? reader.organizationID,
      slug: found?["slug"]?.text ?? reader.organizationID, defaultWorkflow: workflow?.id ?? .make(),
      createdAt: reader.now())
  }

  /// The projects, by key.
  public func projects(_ page: PageRequest) throws(EngineError) -> Page<Project> {
    let all = try reader.readProjects().filter { $0.key.text > page.cursor ?? "" }
    let shown = Array(all.prefix(page.limit))
    return Page(
      items: shown, nextCursor: all.count > page.limit ? shown.last?.key.text : nil)
  }

  /// One project.
  public func project(_ reference: ProjectReference) throws(EngineError) -> Project {
    try reader.knownProject(reference)
  }

  /// The workflows of the organization, by name.
  public func workflows(_ page: PageRequest) throws(EngineError) -> Page<Workflow> {
    var all: [Workflow] = []
    for item in try reader.caller.all(
      ["orgs", reader.organizationID, "workflows"], of: "workflows")
    {
      all.append(try Workflow(alloy: item, at: reader.now()))
    }
    let rest = all.sorted { $0.name < $1.name }.filter { $0.name > page.cursor ?? "" }
    let shown = Array(rest.prefix(page.limit))
    return Page(items: shown, nextCursor: rest.count > page.limit ? shown.last?.name : nil)
  }

  /// One workflow.
  public func workflow(_ reference: WorkflowReference) throws(EngineError) -> Workflow {
    switch reference {
    case .id(let id):
      return try Workflow(
        alloy: try reader.caller.get(["workflows", id.description]), at: reader.now())
    case .name(let name):
      let all = try workflows(PageRequest(limit: PageRequest.maximumLimit)).items
      guard let found = all.first(where: { $0.name == name }) else {
        throw .notFound("workflow", name, among: all.map(\.name))
      }
      return found
    }
  }

  /// The board of a project as far as it was read: what is new on the shelf, else all of it anew.
  public func board(_ query: BoardQuery) throws(EngineError) -> Board {
    let project = try reader.knownProject(query.project)
    let isFirst = reader.shelves.withLock { shelves in
      shelves.current = project.id
      return shelves.shelves[project.id] == nil
    }
    var shelf = try reader.shelf(of: .id(project.id))
    if !isFirst, !shelf.hasNews { shelf = try reader.readAgain(project, shelf) }
    try reader.change(project) { (shelf) throws(EngineError) in shelf.hasNews = false }
    return shelf.board(query.filter, limit: query.limit, at: reader.now())
  }

  /// The board to begin with: of projects that have tickets the first, for the guide does not count open work.
  public func opening(_ query: OpeningQuery) throws(EngineError) -> Board? {
    let all = try reader.readProjects()
    let found =
      all.first { $0.key == query.preferred } ?? all.first { $0.ticketCounter > 0 }
      ?? all.first { !$0.key.isPersonal } ?? all.first
    return try found.map { (project) throws(EngineError) in
      try board(BoardQuery(project: .id(project.id), limit: query.limit))
    }
  }

  /// A window of one column; a few pages more are read where it would not be full.
  public func column(_ query: ColumnQuery) throws(EngineError) -> CardWindow {
    let project = try reader.knownProject(query.project)
    let now = reader.now()
    let shelf = try reader.readOn(project, pages: Self.pagesPerWindow) { shelf in
      query.anchor != .bottom && shelf.window(query, at: now).cards.count >= query.limit
    }
    return shelf.window(query, at: now)
  }

  /// Reads a few pages more, and tells the counts once there are no more pages: the guide counts nothing.
  public func count(_ query: CountQuery) throws(EngineError) -> CountSlice {
    let project = try reader.knownProject(query.project)
    let shelf = try reader.readOn(project, pages: Self.pagesPerWindow) { _ in false }
    guard let counts = shelf.counts(query.filter, at: reader.now()) else {
      return CountSlice(counts: [:], cursor: "\(shelf.tickets.count)")
    }
    return CountSlice(counts: counts)
  }

  /// How many pages are read for one window at most, whatever is found on them.
  private static let pagesPerWindow = 2
}

extension AlloyEngine {
  /// Tickets of a project, newest first as far as the server lists them so; a page may be short and yet not the
  /// last.
  public func tickets(
    _ query: TicketQuery, _ page: PageRequest
  ) throws(EngineError) -> Page<Ticket> {
    let project = try reader.knownProject(query.project)
    let former = try reader.shelf(of: .id(project.id))
    let status = try query.status.map { (name) throws(EngineError) in
      guard let found = former.workflow.status(meant: name) else {
        throw .notFound("status", name, among: former.workflow.statuses.map(\.name))
      }
      return found.name
    }
    let read = try reader.readTickets(of: project, cursor: page.cursor)
    var items: [Ticket] = []
    for ticket in read.tickets where status == nil || ticket.status == status {
      let moment = reader.now()
      let full = try reader.change(project) { (shelf) throws(EngineError) in
        try shelf.put(ticket, at: moment)
      }
      if former.passes(full, query.filter, at: moment) { items.append(full) }
    }
    return Page(items: items, nextCursor: read.next)
  }

  /// One ticket; it has no gates and no remarks there.
  public func ticket(_ reference: TicketReference) throws(EngineError) -> TicketDetail {
    let (ticket, shelf) = try reader.found(reference)
    return TicketDetail(
      state: TicketState(ticket: ticket), project: shelf.project, workflow: shelf.workflow,
      comments: [], occupancy: [:], hasAssistant: true)
  }

  /// Nothing: the guide knows no histories.
  public func history(
    of reference: TicketReference, _ page: PageRequest
  ) throws(EngineError) -> Page<Event> {
    Page(items: [])
  }

  /// People and labels of the tickets that were read.
  public func suggestions(
    _ kind: SuggestionKind, in project: ProjectReference, prefix: String, limit: Int
  ) throws(EngineError) -> [String] {
    let tickets = try reader.shelf(of: project).tickets
    let all = kind == .label ? tickets.flatMap(\.labels) : tickets.compactMap(\.assignee)
    return Array(Set(all).filter { $0.hasPrefix(prefix) }.sorted().prefix(limit))
  }
}
