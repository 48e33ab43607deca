import SluiceCore
import SluiceEngine
import Testing

@Suite struct PlaceTests {
  private let pair: EnginePair
  private let page = PageRequest(limit: 100)
  private let ops: ProjectReference
  private let key: ProjectKey
  private let ours: Organization.ID
  private let theirs: Organization.ID
  private var directory: Directory { pair.directory }

  init() throws {
    pair = try EnginePair()
    key = try #require(ProjectKey("OPS"))
    ops = .key(key)
    try pair.furnish(pair.ours)
    try pair.furnish(pair.theirs)
    ours = try pair.ours.organization().id
    theirs = try pair.theirs.organization().id
  }

  @Test func `What is named by id alone is found where it belongs`() throws {
    let project = try pair.theirs.project(ops)
    let ticket = try #require(try pair.theirs.tickets(TicketQuery(project: ops), page).items.first)
    let workflow = try pair.theirs.workflow(.name("Bug Triage"))
    let place = Place(organization: theirs, project: project.id)
    #expect(try directory.place(ofProject: project.id) == place)
    #expect(try directory.place(ofTicket: ticket.id) == place)
    #expect(try directory.place(ofWorkflow: workflow.id) == Place(organization: theirs))
    #expect(try directory.place(ofProject: .make()) == nil)
    #expect(try directory.place(ofTicket: .make()) == nil)
    #expect(try directory.place(ofWorkflow: .make()) == nil)
  }

  @Test func `What is deleted is nowhere, but a ticket, which has a history`() throws {
    let project = try pair.theirs.project(ops)
    let tickets = try pair.theirs.tickets(TicketQuery(project: ops), page).items
    let set = TicketSet.list(tickets.map { .id($0.id) })
    try pair.apply(.changeTickets(set, .delete), to: pair.theirs)
    #expect(try directory.place(ofTicket: tickets[0].id)?.project == project.id)
    try pair.apply(.deleteProject(ops), to: pair.theirs)
    #expect(try directory.place(ofTicket: tickets[0].id) == nil)
    #expect(try directory.place(ofProject: project.id) == nil)
    #expect(try directory.projects(withKey: key).map(\.organization) == [ours])
  }

  @Test func `A key is found in all organizations, or in those that an account sees`() throws {
    let bob = try directory.create(AccountDraft(handle: "bob"), passwordHash: nil)
    #expect(try directory.projects(withKey: key).map(\.organization) == [ours, theirs])
    #expect(try directory.projects(withKey: key, limit: 1).map(\.organization) == [ours])
    #expect(
      try directory.projects(withKey: key, visibleTo: pair.ann.id).map(\.organization)
        == [ours, theirs])
    #expect(try directory.projects(withKey: key, visibleTo: bob.id) == [])
    let project = try pair.theirs.project(ops).id
    try directory.setProjectRole(.viewer, of: bob.id, in: project)
    #expect(
      try directory.projects(withKey: key, visibleTo: bob.id)
        == [Place(organization: theirs, project: project)])
    let own = try #require(ProjectKey("ME"))
    #expect(try directory.projects(withKey: own, visibleTo: bob.id).count == 1)
  }

  @Test func `An account sees the projects of its organizations and those it is a member of`()
    throws
  {
    let bob = try directory.create(AccountDraft(handle: "bob"), passwordHash: nil)
    let project = try pair.theirs.project(ops)
    try directory.setProjectRole(.viewer, of: bob.id, in: project.id)
    try directory.setProjectRole(.viewer, of: pair.ann.id, in: project.id)
    let seen = try directory.visibleProjects(of: bob.id, page)
    #expect(seen.items.map(\.project.key.text) == ["ME", "OPS"])
    #expect(seen.items.last == PlacedProject(organization: theirs, project: project))
    #expect(seen.nextCursor == nil)
    var (found, cursor): ([PlacedProject], String?) = ([], nil)
    repeat {
      let part = try directory.visibleProjects(
        of: pair.ann.id, PageRequest(limit: 1, cursor: cursor))
      #expect(part.items.count == 1)
      found += part.items
      cursor = part.nextCursor
    } while cursor != nil
    #expect(found.map(\.project.key.text) == ["ME", "OPS", "OPS"])
    #expect(found.suffix(2).map(\.organization) == [ours, theirs])
    #expect(throws: EngineError.self) {
      try directory.visibleProjects(of: bob.id, PageRequest(cursor: "x"))
    }
  }

  @Test func `The feed has what happened anywhere, in order, and says where`() throws {
    let newest = try directory.newestSequence()
    try pair.apply(.renameOrganization("Other"), to: pair.theirs)
    try pair.apply(.createTicket(ops, TicketDraft(title: "New")), to: pair.ours)
    let feed = try directory.feed(after: newest, limit: 10)
    #expect(feed.map(\.event.sequence) == [newest + 1, newest + 2])
    #expect(feed.map(\.organization) == [theirs, ours])
    let ticket = try #require(try pair.ours.tickets(TicketQuery(project: ops), page).items.first)
    #expect(feed.map(\.project) == [nil, try pair.ours.project(ops).id])
    #expect(feed.map(\.ticket) == [nil, ticket.id])
    #expect(try directory.feed(after: 0, limit: 3).map(\.event.sequence) == [1, 2, 3])
    #expect(try directory.feed(after: newest + 2, limit: 3) == [])
    #expect(try directory.newestSequence() == newest + 2)
  }
}
