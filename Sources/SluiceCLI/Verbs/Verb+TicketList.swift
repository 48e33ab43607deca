import SluiceAPI
import SluiceCore

extension Verb {
  static let ticketList = Verb(
    words: ["ticket", "list"], summary: "Lists tickets of a project, newest first.",
    examples: [
      "sluice ticket list --project OPS",
      "sluice ticket list --project OPS --status Todo --assignee me",
      "sluice ticket list --project OPS --filter \"label:auth or stale>14d\"",
      "sluice ticket list --project OPS --search \"login time\" --json --limit 100",
    ],
    options: [
      .status, .assigneeFilter, .labelFilter, .priorityFilter, .search, .listFilter, .limit,
      .cursor,
    ],
    notes: [filterNote],
    run: { session throws(Failure) in
      let engine = try session.engine()
      let query = try session.ticketQuery(in: engine)
      let request = session.page
      // The smallest board query gives the project and the workflow that it follows.
      let board = try reporting { () throws(EngineError) in
        try engine.board(BoardQuery(project: query.project, limit: 1))
      }
      let page: Page<Ticket>
      do throws(EngineError) {
        page = try engine.filled(query, request)
      } catch {
        var failure = Failure(error)
        if case .unknownStatus = error.rejection {
          failure.nextCommand = "sluice workflow show \(board.workflow.name.shellWord)"
        }
        throw failure
      }
      let own = try session.ownWorkflows(of: page.items, in: engine)
      let workflow = { (ticket: Ticket) in ticket.binding.flatMap { own[$0] } ?? board.workflow }
      if session.isJSON {
        return try session.print(page) { .object($0.json(in: board.project, workflow($0))) }
      }
      try session.print(page, workflow)
    })
}

extension Session {
  fileprivate func ticketQuery(in engine: any Engine) throws(Failure) -> TicketQuery {
    let assignee: BoardFilter.Assignee? =
      switch invocation[.assigneeFilter] {
      case nil: nil
      case "none", "": .nobody
      case "me": .named(try me())
      case let name?: .named(name)
      }
    let filter = BoardFilter(
      words: (invocation[.search] ?? "").split(whereSeparator: \.isWhitespace).map(String.init),
      assignee: assignee, labels: invocation.all(.labelFilter), minimumPriority: priority)
    let project = try project(in: engine)
    let typed = try invocation[.listFilter].map { (text) throws(Failure) in
      try boardFilter(text, of: project, in: engine)
    }
    return TicketQuery(
      project: project, status: invocation[.status],
      filter: typed.map { filter.isEverything ? $0 : filter.and($0.whole) } ?? filter)
  }

  /// The definitions to which tickets are bound, each read once.
  fileprivate func ownWorkflows(
    of tickets: [Ticket], in engine: any Engine
  ) throws(Failure) -> [WorkflowRevision: Workflow] {
    var own: [WorkflowRevision: Workflow] = [:]
    for ticket in tickets {
      guard let binding = ticket.binding, own[binding] == nil else { continue }
      own[binding] = try reporting { () throws(EngineError) in
        try engine.ticket(.id(ticket.id)).workflow
      }
    }
    return own
  }

  fileprivate func print(
    _ page: Page<Ticket>, _ workflow: (Ticket) -> Workflow
  ) throws(Failure) {
    guard !page.items.isEmpty else { return try note("No tickets.") }
    var table = TextTable([
      .init(heading: "KEY"), .init(heading: "STATUS"), .init(heading: "PRIORITY"),
      .init(heading: "ASSIGNEE"), .init(heading: "AGE", isNumber: true),
      .init(heading: "TITLE", isFlexible: true),
    ])
    let now = host.now()
    for ticket in page.items {
      table.add([
        ticket.key.description, workflow(ticket).statusName(ticket.status), ticket.priority.name,
        ticket.assignee ?? "–", "\(ticket.enteredAt.age(at: now))", ticket.title,
      ])
    }
    try print(table)
    if let cursor = page.nextCursor { try note("There are more: --cursor \(cursor)") }
  }
}

extension Engine {
  /// A page that is short only where the list ends: under a filter the engine looks at so many tickets at a
  /// time and may have found few.
  fileprivate func filled(
    _ query: TicketQuery, _ request: PageRequest
  ) throws(EngineError) -> Page<Ticket> {
    var page = try tickets(query, request)
    while page.items.count < request.limit, let cursor = page.nextCursor {
      let more = try tickets(
        query, PageRequest(limit: request.limit - page.items.count, cursor: cursor))
      page.items += more.items
      page.nextCursor = more.nextCursor
    }
    return page
  }
}

extension Verb {
  /// The language of filters in short.
  static let filterNote = """
    A filter is made of words, assignee:me, label:NAME, priority>=high, status:NAME, stage:NAME,
    gate:blocked, gate:ready, age>3d, stale>14d, due<7d, is:mine, is:claimed, is:overdue, is:open,
    is:closed and view:NAME; “-” before one negates it, “or” joins what need not both hold, and
    parentheses group.
    """
}

extension Option {
  static let status = Option("status", "NAME", "only those in this status", .status)
  fileprivate static let assigneeFilter = Option(
    "assignee", "NAME", "only those of this person; “me” is you, “none” is nobody",
    .person(or: ["me", "none"]))
  fileprivate static let labelFilter = Option(
    "label", "NAME", "only those with this label; may be repeated", .label)
  fileprivate static let priorityFilter = Option(
    "priority", "LEVEL", "only those of this priority or a higher one", .priority)
  fileprivate static let listFilter = Option(
    "filter", "FILTER", "only those that pass a filter as on the board")
  fileprivate static let search = Option(
    "search", "WORDS", "only those with words in title or description that begin like these")
}
