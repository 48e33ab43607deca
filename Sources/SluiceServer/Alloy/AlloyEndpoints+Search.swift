internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension AlloyEndpoints {
  static let search = Endpoint(
    Route(
      "searchTickets", .get, "/api/v1/search",
      "Finds tickets by words, project by project, newest first.", tag: "Tickets",
      query: [
        QueryParameter(
          "q", .someText,
          "Beginnings of words that title or description must have.", isRequired: true),
        QueryParameter("org_id", .text, "Only in the organization of that id or slug."),
        QueryParameter("project_id", .text, "Only in the project of that id or key."),
      ] + .page, [.init(200, .page(.reference("Ticket")))])
  ) { call throws(APIError) in
    guard call.text(inQuery: "q") != nil else {
      throw .malformed("“q” is missing: the words to look for.")
    }
    guard !call.words(inQuery: "q").isEmpty else {
      throw APIError(.invalidValue(attribute: "q", message: "“q” has no words to look for."))
    }
    var search = try Search(call)
    try search.run()
    return call.print(Page(items: search.found, nextCursor: search.next), search.found)
  }
}

/// Looks through one project after the other until a page is full.
private struct Search {
  private let call: Call
  private var place: Place
  private(set) var found: [JSONValue] = []
  /// Where to go on, if there is or may be more.
  private(set) var next: String?

  /// Where a search stands: in the list of projects, and in the tickets of the first of them.
  private struct Place {
    var projects: String?
    var tickets: String?

    init(_ cursor: String?) {
      let parts = (cursor ?? "").split(separator: "/", omittingEmptySubsequences: false)
      projects = parts.first.flatMap { $0.isEmpty ? nil : String($0) }
      tickets = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
    }

    var cursor: String { "\(projects ?? "")/\(tickets ?? "")" }
  }

  /// How many projects one request looks through at most, so that it never holds up others for long.
  private static let mostProjects = 50

  init(_ call: Call) throws(APIError) {
    self.call = call
    place = Place(call.page.cursor)
  }

  mutating func run() throws(APIError) {
    if let name = call.text(inQuery: "project_id") {
      place.tickets = try read(try call.project(seenAs: name))
      next = place.tickets.map { _ in place.cursor }
      return
    }
    for _ in 0..<Self.mostProjects {
      let request = PageRequest(limit: 1, cursor: place.projects)
      let page = try call.visibleProjects(request)
      if let project = page.items.first {
        place.tickets = try read(project)
        if place.tickets != nil { break }
      }
      place.projects = page.nextCursor
      guard place.projects != nil else { return }
      if found.count >= call.page.limit { break }
    }
    next = place.cursor
  }

  /// Takes what a project has to give; answers where to go on in it, if there may be more.
  private mutating func read(_ project: PlacedProject) throws(APIError) -> String? {
    let query = TicketQuery(
      project: .id(project.project.id), filter: BoardFilter(words: call.words(inQuery: "q")))
    let request = PageRequest(limit: call.page.limit - found.count, cursor: place.tickets)
    let inside = call.within(project)
    let page = try inside.ask { (engine) throws(EngineError) in
      try engine.tickets(query, request)
    }
    found += try inside.json(page.items, in: project.project.id)
    return page.nextCursor
  }
}

extension Call {
  /// The same request, where it is about a project.
  fileprivate func within(_ place: PlacedProject) -> Call {
    at(Scope(organization: place.organization, project: place.project.id, role: .viewer))
  }

  /// The project that a name means to the caller, who must see it.
  fileprivate func project(seenAs name: String) throws(APIError) -> PlacedProject {
    let admission = Admission(book: parts.book, now: now)
    let scope = try admission.scope(of: caller, at: .project("project_id"), name)
    guard let id = scope.project else { throw .notFound("project", name) }
    let engine = try parts.engines.engine(of: scope.organization)
    let project = try translating { () throws(EngineError) in try engine.project(.id(id)) }
    return PlacedProject(organization: scope.organization, project: project)
  }
}
