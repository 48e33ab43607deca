internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

/// Which work items are asked for.
struct BrowseFilter {
  var kind: TicketKind?
  var priority: Priority?
  var status: String?
  var board = BoardFilter.everything

  /// What no index can tell.
  func passes(_ ticket: Ticket) -> Bool {
    (kind.map { $0 == ticket.kind } ?? true) && (priority.map { $0 == ticket.priority } ?? true)
  }
}

/// Goes through the work items of domains, so many at a time.
struct Browsing {
  private let call: Call
  private let filter: BrowseFilter

  init(_ call: Call, _ filter: BrowseFilter, limit: Int) {
    self.call = call
    self.filter = filter
  }

  func page() throws(APIError) -> Page<JSONValue> {
    let named = call.text(inQuery: "domainId")
    return try call.gathered(from: try domains(named), \.project.description) {
      (domain, request) throws(APIError) in
      let engine = try call.parts.engines.engine(of: domain.organization)
      let query = TicketQuery(
        project: .id(domain.project), status: filter.status, filter: filter.board)
      return try translating { () throws(EngineError) in
        guard let tickets = try tickets(engine, query, request, isOnly: named != nil) else {
          return Page(items: [])
        }
        return Page(
          items: try tickets.items.filter(filter.passes).map { (ticket) throws(EngineError) in
            try engine.ticket(.id(ticket.id)).workItemJSON
          }, nextCursor: tickets.nextCursor)
      }
    }
  }

  private func domains(_ named: String?) throws(APIError) -> [ProjectPlace] {
    guard let named else {
      return try call.seenDomains().map {
        ProjectPlace(project: $0.project.id, organization: $0.organization)
      }
    }
    let call = try call.at(.project("domainId"), named, needing: .viewer)
    return [
      ProjectPlace(project: try call.projectScope(), organization: try call.organizationScope())
    ]
  }

  /// A domain whose workflow has no status of that name has no such items, unless it was named itself.
  private func tickets(
    _ engine: LocalEngine, _ query: TicketQuery, _ request: PageRequest, isOnly: Bool
  ) throws(EngineError) -> Page<Ticket>? {
    do {
      return try engine.tickets(query, request)
    } catch {
      guard !isOnly, case .unknownStatus? = error.rejection else { throw error }
      return nil
    }
  }
}

extension Call {
  /// What the query asks for.
  func browseFilter() throws(APIError) -> BrowseFilter {
    let priority = try priority(inQuery: "priority")
    return BrowseFilter(
      kind: text(inQuery: "kind").flatMap(TicketKind.init(rawValue:)), priority: priority,
      status: text(inQuery: "status"),
      board: try narrowed(
        BoardFilter(
          words: words(inQuery: "search"), assignee: try assigneeInQuery(),
          labels: texts(inQuery: "label"), minimumPriority: priority)))
  }

  private func assigneeInQuery() throws(APIError) -> BoardFilter.Assignee? {
    switch text(inQuery: "assignee") {
    case nil: nil
    case "none"?: .nobody
    case "me"?: .named(try account().handle)
    case let name?:
      // Imported names are no accounts, and can be asked for all the same.
      .named(try Account.ID(name) == nil ? name : account(meant: name).handle)
    }
  }
}
