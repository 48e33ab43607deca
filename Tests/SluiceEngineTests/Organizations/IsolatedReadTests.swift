import SluiceCore
import SluiceEngine
import Testing

/// Two organizations of one file, each with a project OPS and a workflow “Bug Triage”: neither reads
/// anything of the other, by whatever name.
@Suite struct IsolatedReadTests {
  private let pair: EnginePair
  private let page = PageRequest(limit: 100)
  private let ops: ProjectReference

  init() throws {
    pair = try EnginePair()
    ops = .key(try #require(ProjectKey("OPS")))
  }

  @Test func `What happens in one organization changes nothing that another reads`() throws {
    try pair.furnish(pair.ours)
    let before = try pair.everything(of: pair.ours)
    #expect(before.events.count == 8)
    try pair.furnish(pair.theirs)
    try pair.apply(.renameOrganization("Other"), to: pair.theirs)
    #expect(try pair.everything(of: pair.ours) == before)
    let theirs = try pair.everything(of: pair.theirs)
    #expect(theirs.events.count == 9)
    #expect(theirs.details.map(\.state.ticket.key) == before.details.map(\.state.ticket.key))
    #expect(
      Set(theirs.details.map(\.state.ticket.id))
        .isDisjoint(with: before.details.map(\.state.ticket.id)))
  }

  @Test func `Lists hold what is the organization's own`() throws {
    try pair.furnish(pair.theirs)
    let ours = pair.ours
    #expect(try ours.organization().name == "Ours")
    #expect(try ours.projects(page).items == [])
    #expect(try ours.workflows(page).items.map(\.name) == ["Default"])
    #expect(try ours.available(QueueQuery(), page).items == [])
    #expect(try ours.claimed(by: "bot", QueueQuery(), page).items == [])
    #expect(try ours.events(EventQuery(), page).items == [])
    #expect(try ours.events(EventQuery(.oldestFirst(after: 0)), page).items == [])
    #expect(try pair.theirs.claimed(by: "bot", QueueQuery(), page).items.map(\.key.number) == [1])
    #expect(try pair.theirs.available(QueueQuery(), page).items.count == 2)
  }

  @Test func `What another organization has is not there, by key or by id`() throws {
    try pair.furnish(pair.theirs)
    let project = try pair.theirs.project(ops)
    let ticket = try #require(try pair.theirs.tickets(TicketQuery(project: ops), page).items.last)
    let triage = try pair.theirs.workflow(.name("Bug Triage"))
    for reference in [ops, .id(project.id)] {
      for missing in reads(ofProject: reference) {
        #expect(try failure(missing.read).missing == "project", "\(missing.name)")
      }
    }
    for reference in [TicketReference.key(ticket.key), .id(ticket.id)] {
      for missing in reads(ofTicket: reference) {
        #expect(try failure(missing.read).missing == "ticket", "\(missing.name)")
      }
    }
    for reference in [WorkflowReference.name("Bug Triage"), .id(triage.id)] {
      #expect(try failure { _ = try pair.ours.workflow(reference) }.missing == "workflow")
    }
  }

  private typealias Read = (name: String, read: () throws -> Void)

  private func reads(ofProject reference: ProjectReference) -> [Read] {
    let ours = pair.ours
    return [
      ("project", { _ = try ours.project(reference) }),
      ("board", { _ = try ours.board(BoardQuery(project: reference)) }),
      (
        "column",
        {
          _ = try ours.column(
            ColumnQuery(project: reference, status: Status.ID(1), anchor: .top))
        }
      ),
      ("tickets", { _ = try ours.tickets(TicketQuery(project: reference), page) }),
      ("events", { _ = try ours.events(EventQuery(project: reference), page) }),
      ("available", { _ = try ours.available(QueueQuery(project: reference), page) }),
      ("claimed", { _ = try ours.claimed(by: "bot", QueueQuery(project: reference), page) }),
      (
        "suggestions",
        { _ = try ours.suggestions(.label, in: reference, prefix: "", limit: 9) }
      ),
    ]
  }

  private func reads(ofTicket reference: TicketReference) -> [Read] {
    let ours = pair.ours
    return [
      ("ticket", { _ = try ours.ticket(reference) }),
      ("history", { _ = try ours.history(of: reference, page) }),
      ("events", { _ = try ours.events(EventQuery(ticket: reference), page) }),
    ]
  }

  private func failure(_ read: () throws -> Void) throws -> EngineError {
    try #require(throws: EngineError.self) { try read() }
  }

  @Test func `Providers are everybody's, whoever makes them`() throws {
    try pair.furnish(pair.ours)
    try pair.furnish(pair.theirs)
    let provider = ProviderDraft(name: "Fast", type: "openai", config: ["api_key": "k"])
    try pair.apply(.createProvider(provider), to: pair.theirs)
    #expect(try pair.ours.providers(page).items == pair.theirs.providers(page).items)
    #expect(try pair.ours.provider(.name("Fast")).secrets == ["api_key"])
    #expect(try pair.ours.board(BoardQuery(project: ops)).hasAssistant)
    let other = try #require(throws: EngineError.self) {
      try pair.apply(.createProvider(provider), to: pair.ours)
    }
    #expect(other.code == .conflict)
    try pair.apply(.deleteProvider(.name("Fast")), to: pair.ours)
    #expect(try pair.theirs.providers(page).items == [])
  }

  @Test func `An organization that there is not has no engine`() throws {
    let unknown = Organization.ID.make()
    let error = try #require(throws: EngineError.self) { try pair.ours.scoped(to: unknown) }
    #expect(error.missing == "organization")
  }

  @Test func `A claim is found among the many of other organizations at the same cost`() throws {
    try pair.furnish(pair.ours)
    func cost() throws -> Int {
      try pair.ours.cost { _ = try pair.ours.claimed(by: "bot", QueueQuery(), page) }
    }
    try pair.furnish(pair.theirs)
    let few = try cost()
    for number in 4...40 {
      try pair.apply(.createTicket(ops, TicketDraft(title: "More")), to: pair.theirs)
      try pair.apply(
        .changeTicket(
          .key(TicketKey(project: try #require(ProjectKey("OPS")), number: number)),
          .claim(agent: "bot")), to: pair.theirs)
    }
    #expect(try cost() == few)
  }
}
