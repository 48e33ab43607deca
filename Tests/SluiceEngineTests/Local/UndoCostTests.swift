import SQLite
import SluiceCore
import SluiceEngine
import Testing

/// What it costs to find one's last change among those of others, and what is said where it is not found.
@Suite struct UndoCostTests {
  private let folder: TemporaryFolder
  private let engine: LocalEngine
  private let ann = Actor(name: "ann")

  /// A ticket that ann has moved.
  init() throws {
    folder = try TemporaryFolder()
    engine = try LocalEngine(path: folder("a.db"))
    let ops = ProjectReference("OPS")
    _ = try engine.apply(.createProject(ProjectDraft(key: "OPS", name: "Ops")), by: ann)
    _ = try engine.apply(.createTicket(try #require(ops), TicketDraft(title: "x")), by: ann)
    let move = Change.changeTicket(
      try #require(TicketReference("OPS-1")), .move(to: "Todo"), expecting: .anything)
    _ = try engine.apply(move, by: ann)
  }

  /// Lets someone change so much else.
  private func happen(_ count: Int, by actor: Actor) throws {
    try Database(path: folder("a.db")).run(
      """
      WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < $1)
      INSERT INTO event (at, actor, agent, project, kind) SELECT at, $2, $3, project, kind
      FROM n, (SELECT * FROM event WHERE sequence = 1)
      """, [.int(count), .text(actor.name), actor.agent.map(Value.text) ?? .null])
  }

  private func cost() throws -> Int {
    try engine.cost { _ = try engine.preview(.undo(.mine), by: ann) }
  }

  @Test func `The changes of an agent in the same name are passed over like those of anyone`()
    throws
  {
    try happen(20_000, by: Actor(name: "bob"))
    let one = try cost()
    try happen(20_000, by: Actor(name: "ann", agent: "bot"))
    #expect(try cost() < one * 3)
  }

  @Test func `Where it is not looked for, that is said and the way told`() throws {
    try happen(50_001, by: Actor(name: "bob"))
    let error = try #require(throws: EngineError.self) {
      try engine.apply(.undo(.mine), by: ann)
    }
    #expect(
      error.message
        == "Your last change that still holds, if there is any, lies behind 50000 events of others "
        + "and is not looked for there.")
    #expect(error.nextStep == "Name the ticket: sluice undo KEY.")
    let again = try #require(throws: EngineError.self) {
      try engine.apply(.redo(.mine), by: ann)
    }
    #expect(
      again.message
        == "What you took back last, if there is any, lies behind 50000 events of others and is not "
        + "looked for there.")
    let ticket = UndoSubject.ticket(try #require(TicketReference("OPS-1")))
    #expect(try engine.apply(.undo(ticket), by: ann).change != nil)
  }
}
