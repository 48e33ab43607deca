import FoundationEssentials
import SQLite
import SluiceCore
import SluiceEngine
import Testing

/// A file of version 2, which knew one organization and no accounts, opened by this program.
@Suite struct SecondMigrationTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder("board.db")
    let database = try Database(path: path, access: .creating)
    try database.execute(VersionOne.tables)
    try database.transaction { () throws(SQLiteError) in
      try database.execute(VersionOne.rows + VersionTwo.step + VersionTwo.rows)
    }
  }

  private func open() throws -> LocalEngine {
    try LocalEngine(path: path, createIfMissing: false, now: { Timestamp(milliseconds: 20_000) })
  }

  @Test func `The organization of the file gets the slug of all local ones`() throws {
    let engine = try open()
    #expect(try engine.organization().slug == "local")
    #expect(try engine.directory.organization(slug: "local") == engine.organization())
    #expect(try engine.directory.hasAccounts() == false)
  }

  @Test func `All of history is the first organization's`() throws {
    let engine = try open()
    let organization = try engine.organization().id
    let events = try engine.events(EventQuery(.oldestFirst(after: 0)), PageRequest(limit: 50)).items
    #expect(events.map(\.sequence) == Array(1...20))
    let feed = try engine.directory.feed(after: 0, limit: 50)
    #expect(feed.map(\.event) == events)
    #expect(feed.allSatisfy { $0.organization == organization })
    let projects = try engine.projects(PageRequest()).items
    #expect(feed.map(\.project).suffix(2) == [nil, projects[1].id])
    #expect(feed.last?.ticket == Ticket.ID("00000000-0000-4000-8000-0000000000d4"))
  }

  @Test func `A second organization sees nothing of the first but its providers`() throws {
    let engine = try open()
    let ann = try engine.directory.create(AccountDraft(handle: "ann"), passwordHash: nil)
    let made = try engine.directory.createOrganization(name: "Acme", owner: ann.id)
    let acme = try engine.scoped(to: made.id)
    #expect(try acme.projects(PageRequest()).items == [])
    #expect(try acme.workflows(PageRequest()).items.map(\.name) == ["Default"])
    #expect(try acme.events(EventQuery(), PageRequest()).items == [])
    #expect(try acme.providers(PageRequest()).items.map(\.name) == ["Fast"])
    #expect(try acme.providers(PageRequest()).items.map(\.secrets) == [["api_key"]])
    #expect(throws: EngineError.self) { try acme.apply(.undo(.mine), by: Actor(name: "ann")) }
    #expect(try FileDump.rows(path, "PRAGMA integrity_check") == ["ok"])
    #expect(try FileDump.rows(path, "SELECT 'x' FROM pragma_foreign_key_check") == [])
  }

  @Test func `The board's index gets what filters ask for, and they find what there was`() throws {
    let engine = try open()
    #expect(
      try FileDump.rows(
        path, "SELECT name FROM pragma_index_info('ticket_board') ORDER BY seqno DESC LIMIT 2")
        == ["updated_at", "created_at"])
    let project = ProjectReference.id(try engine.projects(PageRequest()).items[0].id)
    let all = try engine.tickets(TicketQuery(project: project), PageRequest()).items
    let filter = BoardFilter(parsing: "stale>=0m -stale>1y", me: "")
    #expect(
      try engine.tickets(TicketQuery(project: project, filter: filter), PageRequest()).items == all)
    #expect(!all.isEmpty)
  }

  @Test func `What was done under version 2 is taken back`() throws {
    let engine = try open()
    let receipt = try engine.apply(.undo(.mine), by: Actor(name: "ann"))
    #expect(receipt.ticket?.key.description == "REL-2")
    #expect(receipt.ticket?.status == Status.ID(1))
    #expect(receipt.sequence == 21)
  }
}
