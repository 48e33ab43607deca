internal import SluiceCore

/// What was read of a project: its workflow, and the tickets of the pages read so far.
struct AlloyShelf {
  private(set) var project: Project
  private(set) var workflow: Workflow
  private var definitions: AlloyDefinitions
  private var strays: [WorkflowDraft.StatusDraft] = []
  private var kept: [Ticket.ID: Kept] = [:]
  /// How many pages were read.
  private(set) var pages = 0
  /// Asks for the next page; `nil` if there is none, or none was read yet.
  private(set) var next: String?
  /// Whether it has something that no board has shown yet.
  var hasNews = false

  /// A ticket with what the server does not say and somebody must know.
  private struct Kept: Hashable {
    var ticket: AlloyTicket
    /// Counts what was seen to change.
    var version: Int
    /// When it was first seen in its status, or since when the server says that it has not changed.
    var entered: Timestamp
    let made: Timestamp
  }

  init(
    _ project: Project, _ definitions: AlloyDefinitions, at now: Timestamp
  ) throws(EngineError) {
    self.project = project
    self.definitions = definitions
    workflow = try Workflow(alloy: try definitions.definition(of: project), at: now)
  }

  /// Whether all tickets of the project are here.
  var isComplete: Bool { pages > 0 && next == nil }

  /// Takes the next page.
  mutating func add(
    _ page: [AlloyTicket], next: String?, at now: Timestamp
  ) throws(EngineError) {
    // A server that does not know the parameter would give the same page for ever.
    self.next = next == self.next ? nil : next
    pages += 1
    for ticket in page where merge(ticket, at: now) { hasNews = true }
    try fitWorkflow(at: now)
  }

  /// Takes the first pages as they are now, and says whether they are different.
  ///
  /// Of tickets that lie beyond them nothing new is known.
  mutating func refresh(
    _ tickets: [AlloyTicket], pages: Int, next: String?, at now: Timestamp
  ) throws(EngineError) -> Bool {
    var isChanged = false
    if pages >= self.pages || next == nil {
      let ids = Set(tickets.map(\.id))
      let gone = kept.keys.filter { !ids.contains($0) }
      for id in gone { kept[id] = nil }
      isChanged = !gone.isEmpty || self.next != next
      (self.pages, self.next) = (pages, next)
    }
    for ticket in tickets where merge(ticket, at: now) { isChanged = true }
    try fitWorkflow(at: now)
    return isChanged
  }

  /// Takes one ticket as a change has left it.
  mutating func put(_ ticket: AlloyTicket, at now: Timestamp) throws(EngineError) -> Ticket {
    let merged = kept[ticket.id]?.ticket.taking(ticket) ?? ticket
    _ = merge(merged, at: now)
    try fitWorkflow(at: now)
    guard let ticket = self.ticket(.id(ticket.id)) else { throw .notUnderstood("no ticket") }
    return ticket
  }

  /// Takes over what was learned of tickets before they are read again.
  mutating func inherit(_ former: AlloyShelf) {
    (kept, strays, pages, next) = (former.kept, former.strays, former.pages, former.next)
  }

  private mutating func merge(_ ticket: AlloyTicket, at now: Timestamp) -> Bool {
    guard var former = kept[ticket.id] else {
      kept[ticket.id] = Kept(
        ticket: ticket, version: 1, entered: ticket.updated ?? ticket.created ?? now,
        made: ticket.created ?? now)
      return true
    }
    guard former.ticket != ticket else { return false }
    if former.ticket.status != ticket.status { former.entered = ticket.updated ?? now }
    former.ticket = ticket
    former.version += 1
    kept[ticket.id] = former
    return true
  }

  /// Gives statuses that only tickets know a column, so that nothing is hidden.
  private mutating func fitWorkflow(at now: Timestamp) throws(EngineError) {
    let known = Set(workflow.statuses.map(\.name))
    let new = Set(kept.values.map(\.ticket.status)).subtracting(known)
    guard !new.isEmpty else { return }
    strays += new.sorted().map { .init($0, definitions.category(ofStatus: $0)) }
    workflow = try Workflow(
      alloy: try definitions.definition(of: project), besides: strays, at: now)
  }
}

extension AlloyShelf {
  /// A ticket that was read.
  func ticket(_ reference: TicketReference) -> Ticket? {
    switch reference {
    case .id(let id): kept[id].map(ticket)
    case .key(let key):
      key.project == project.key && key.ordinal == 0
        ? kept.values.first { $0.ticket.number == key.number }.map(ticket) : nil
    }
  }

  /// All tickets that were read, newest first.
  var tickets: [Ticket] {
    kept.values.map(ticket).sorted { $0.key.number > $1.key.number }
  }

  private func ticket(_ kept: Kept) -> Ticket {
    let ticket = kept.ticket
    return Ticket(
      id: ticket.id, key: TicketKey(project: project.key, number: ticket.number),
      title: ticket.title, description: ticket.description ?? "",
      status: workflow.status(named: ticket.status)?.id ?? Status.ID(0),
      priority: ticket.priority ?? .medium, assignee: ticket.assignee, reporter: ticket.reporter,
      labels: ticket.labels, createdAt: kept.made, updatedAt: ticket.updated ?? kept.entered,
      enteredAt: kept.entered, version: kept.version)
  }
}

/// The workflows of the organization as they were printed.
struct AlloyDefinitions: Hashable {
  private let workflows: [JSONValue]

  init(_ workflows: [JSONValue]) {
    self.workflows = workflows
  }

  /// The workflow of a project: the one it names, else Default.
  ///
  /// Source: Alloy's workflow guide, §5.
  func definition(of project: Project) throws(EngineError) -> JSONValue {
    let own = project.workflow.flatMap { id in
      workflows.first { $0["id"]?.text?.lowercased() == id.description }
    }
    let found =
      own ?? workflows.first { $0["name"]?.text == "Default" } ?? workflows.first
    guard let found else { throw .notUnderstood("the organization has no workflow") }
    return found
  }

  /// What a status of that name means in any of them.
  func category(ofStatus name: String) -> String {
    let statuses = workflows.lazy.flatMap { $0["statuses"]?.items ?? [] }
    let found = statuses.first { $0["name"]?.text == name }
    return found?["category"]?.text.flatMap(Category.init(rawValue:))?.rawValue
      ?? Category.todo.rawValue
  }
}
