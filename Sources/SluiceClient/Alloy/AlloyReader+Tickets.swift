internal import SluiceCore
internal import Synchronization
internal import WebCall

extension AlloyReader {
  /// The projects by key, read anew.
  func readProjects() throws(EngineError) -> [Project] {
    let items = try caller.all(
      ["projects"], of: "projects", query: [.init("org_id", organizationID)])
    var projects: [Project] = []
    for item in items { projects.append(try Project(alloy: item, at: now())) }
    let found = projects.sorted { $0.key.text < $1.key.text }
    shelves.withLock { $0.projects = found }
    return found
  }

  /// A project, read anew if it is not known.
  func knownProject(_ reference: ProjectReference) throws(EngineError) -> Project {
    if let project = shelves.withLock({ $0.project(reference) }) { return project }
    let all = try readProjects()
    if let project = shelves.withLock({ $0.project(reference) }) { return project }
    throw .notFound("project", reference.description, among: all.map(\.key.text))
  }

  func readDefinitions() throws(EngineError) -> AlloyDefinitions {
    AlloyDefinitions(
      try caller.all(["orgs", organizationID, "workflows"], of: "workflows"))
  }

  /// A page of a project's tickets.
  func readTickets(
    of project: Project, cursor: String?
  ) throws(EngineError) -> (tickets: [AlloyTicket], next: String?) {
    let page = try caller.page(
      ["projects", project.id.description, "tickets"], of: "tickets", cursor: cursor)
    var tickets: [AlloyTicket] = []
    for item in page.items { tickets.append(try AlloyTicket(item, me: account)) }
    return (tickets, page.next)
  }

  /// What was read of a project; with its first page where nothing was.
  func shelf(of reference: ProjectReference) throws(EngineError) -> AlloyShelf {
    let project = try knownProject(reference)
    if let shelf = shelves.withLock({ $0.shelves[project.id] }) { return shelf }
    var shelf = try AlloyShelf(project, try readDefinitions(), at: now())
    let page = try readTickets(of: project, cursor: nil)
    try shelf.add(page.tickets, next: page.next, at: now())
    let made = shelf
    shelves.withLock { $0.shelves[project.id] = made }
    return made
  }

  /// Reads on until the shelf has what is wanted, at most so many pages further.
  func readOn(
    _ project: Project, pages: Int, until isEnough: (AlloyShelf) -> Bool
  ) throws(EngineError) -> AlloyShelf {
    var shelf = try shelf(of: .id(project.id))
    for _ in 0..<pages {
      guard !isEnough(shelf), let cursor = shelf.next else { return shelf }
      let page = try readTickets(of: project, cursor: cursor)
      let now = now()
      shelf = try change(project) { (shelf) throws(EngineError) in
        // Two threads may have asked for the same page.
        if shelf.next == cursor { try shelf.add(page.tickets, next: page.next, at: now) }
        return shelf
      }
      // The new cards belong into other columns as well.
      line.suspect()
    }
    return shelf
  }

  /// Changes what is known of a project.
  func change<Value: Sendable>(
    _ project: Project, _ body: (inout AlloyShelf) throws(EngineError) -> Value
  ) throws(EngineError) -> Value {
    let outcome = shelves.withLock { shelves -> Result<Value, EngineError>? in
      guard var shelf = shelves.shelves[project.id] else { return nil }
      let result = Result { () throws(EngineError) in try body(&shelf) }
      shelves.shelves[project.id] = shelf
      return result
    }
    guard let outcome else { throw .notFound("project", project.key.text) }
    return try outcome.get()
  }

  /// Reads the project, its workflow and the pages that were read before.
  func readAgain(
    _ project: Project, _ former: AlloyShelf
  ) throws(EngineError) -> AlloyShelf {
    _ = try readProjects()
    let project = try knownProject(.id(project.id))
    var shelf = try AlloyShelf(project, try readDefinitions(), at: now())
    shelf.inherit(former)
    let (tickets, pages, next) = try readFirstPages(former.pages, of: project)
    _ = try shelf.refresh(tickets, pages: pages, next: next, at: now())
    let made = shelf
    shelves.withLock { $0.shelves[project.id] = made }
    return made
  }

  /// The first pages of a project's tickets, and where the next begins.
  func readFirstPages(
    _ count: Int, of project: Project
  ) throws(EngineError) -> (tickets: [AlloyTicket], pages: Int, next: String?) {
    var (tickets, next) = try readTickets(of: project, cursor: nil)
    var pages = 1
    while pages < count, let cursor = next {
      let page = try readTickets(of: project, cursor: cursor)
      tickets += page.tickets
      next = page.next == cursor ? nil : page.next
      pages += 1
    }
    return (tickets, pages, next)
  }

  /// A ticket with the shelf that it lies on; pages are read until it is found, but not without end.
  func found(_ reference: TicketReference) throws(EngineError) -> (Ticket, AlloyShelf) {
    for project in try projects(of: reference) {
      let shelf = try readOn(project, pages: Self.pagesPerTicket) { $0.ticket(reference) != nil }
      if let ticket = shelf.ticket(reference) { return (ticket, shelf) }
      if !shelf.isComplete { throw .tooFar(reference) }
    }
    throw .notFound("ticket", reference.description)
  }

  private func projects(of reference: TicketReference) throws(EngineError) -> [Project] {
    if case .key(let key) = reference { return [try knownProject(.key(key.project))] }
    let read = shelves.withLock { $0.shelves.values.map(\.project) }
    return read.isEmpty ? try readProjects() : read
  }

  /// How many pages are looked through for one ticket at most.
  private static let pagesPerTicket = 20
}

extension EngineError {
  fileprivate static func tooFar(_ reference: TicketReference) -> EngineError {
    EngineError(
      .notFound,
      "“\(reference)” is not among the first tickets of its project, and Alloy's guide has no way to ask for it.",
      nextStep: "Go to it on the board, which reads on as you go down.", missing: "ticket")
  }
}
