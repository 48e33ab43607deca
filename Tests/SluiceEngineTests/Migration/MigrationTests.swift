import FoundationEssentials
import Glibc
import SQLite
import SluiceCore
import SluiceEngine
import Testing

/// A file of version 1, opened by this program.
@Suite struct MigrationTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder("board.db")
    let database = try Database(path: path, access: .creating)
    try database.execute(VersionOne.tables)
    try database.transaction { () throws(SQLiteError) in try database.execute(VersionOne.rows) }
  }

  private func open() throws -> LocalEngine {
    try LocalEngine(path: path, createIfMissing: false, now: { Timestamp(milliseconds: 20_000) })
  }

  private func reference(_ key: String) throws -> TicketReference {
    try #require(TicketReference(key))
  }

  private func id(_ byte: String) throws -> Ticket.ID {
    try #require(Ticket.ID("00000000-0000-4000-8000-0000000000\(byte)"))
  }

  private func time(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds) }

  @Test func `Every ticket is there with all its attributes`() throws {
    let engine = try open()
    let pager = try engine.ticket(reference("OPS-1"))
    #expect(
      pager.state
        == TicketState(
          ticket: Ticket(
            id: try id("d1"), key: try #require(TicketKey("OPS-1")), title: "Pager is silent",
            description: "Since *Monday*", status: Status.ID(5), priority: .urgent,
            assignee: "bob", reporter: "ann", labels: ["night", "pager"],
            due: CalendarDay("2026-03-09"), createdAt: time(5_000), updatedAt: time(6_000),
            enteredAt: time(6_000), version: 2)))
    #expect(pager.workflow.name == "Default")
    let texts = try engine.ticket(reference("REL-2.1")).state.ticket
    #expect(
      texts
        == Ticket(
          id: try id("d5"), key: try #require(TicketKey("REL-2.1")), kind: .subTask,
          title: "Texts", status: Status.ID(1), reporter: "ann", createdAt: time(17_000),
          updatedAt: time(17_000), enteredAt: time(17_000)))
  }

  @Test func `Marks, values and remarks are there with who and when`() throws {
    let detail = try open().ticket(reference("REL-1"))
    #expect(detail.state.ticket.version == 9)
    #expect(
      detail.state.progress
        == GateProgress(
          marks: [
            .init(gate: "ready", item: nil): .init(by: "ann", at: time(11_000)),
            .init(gate: "ready", item: "tests"): .init(by: "bob", at: time(10_000)),
          ],
          values: [
            "cause": .text("a race"), "risk": .option("low"), "size": .number(2.5),
            "until": .date(try #require(CalendarDay("2026-05-01"))),
          ],
          valueStamps: [
            "cause": .init(by: "ann", at: time(12_000)), "risk": .init(by: "ann", at: time(13_000)),
            "size": .init(by: "ann", at: time(13_000)), "until": .init(by: "bob", at: time(13_500)),
          ]))
    #expect(
      detail.comments == [
        Comment(author: "ann", at: time(15_000), text: "Thanks"),
        Comment(author: "bob", at: time(14_000), text: "Found it"),
      ])
  }

  @Test func `Workflows and projects are as they were`() throws {
    let engine = try open()
    let standard = try engine.workflow(.name("Default"))
    #expect(standard == (try WorkflowDraft.standard.validated(id: standard.id, at: time(1_000))))
    let ship = try engine.workflow(.name("Ship it"))
    #expect(ship == (try WorkflowDraft.shipIt.validated(id: ship.id, at: time(2_000))))
    let projects = try engine.projects(PageRequest()).items
    #expect(projects.map(\.key.text) == ["OPS", "REL"])
    #expect(projects.map(\.workflow) == [nil, ship.id])
    #expect(projects.map(\.ticketCounter) == [2, 2])
    #expect(projects.map(\.description) == ["", "Monthly"])
    #expect(try engine.organization().defaultWorkflow == standard.id)
    #expect(try engine.providers(PageRequest()).items == [])
  }

  @Test func `History is as it was, word for word`() throws {
    let engine = try open()
    let events = try engine.events(EventQuery(.oldestFirst(after: 0)), PageRequest(limit: 50)).items
    #expect(events.map(\.sequence) == Array(1...18))
    #expect(events.map(\.change) == Array(1...18))
    #expect(
      events.map { "\($0.at.milliseconds) \($0.ticket?.description ?? "–") \($0.line)" } == [
        "2000 – ann workflow.created Ship it", "3000 – ann project.created OPS: – → Operations",
        "4000 – ann project.created REL: – → Releases",
        "5000 OPS-1 ann ticket.created Pager is silent: – → Backlog",
        "6000 OPS-1 bob ticket.moved: Backlog → Done",
        "7000 OPS-2 ann ticket.created Logs fill the disk: – → Backlog",
        "8000 REL-1 ann ticket.created CSV export: – → New",
        "9000 REL-1 ann ticket.moved: New → Doing", "10000 REL-1 bob gate.ticked ready/tests",
        "11000 REL-1 ann gate.acknowledged ready", "12000 REL-1 ann field.set cause: – → a race",
        "13000 REL-1 ann field.set risk: – → low", "13000 REL-1 ann field.set size: – → 2.5",
        "13500 REL-1 bob field.set until: – → 2026-05-01",
        "14000 REL-1 bob comment.added: – → Found it", "15000 REL-1 ann comment.added: – → Thanks",
        "16000 REL-2 ann ticket.created Welcome tour: – → New",
        "17000 REL-2.1 ann ticket.created Texts: – → New",
      ])
  }

  @Test func `Board and search show what they showed`() throws {
    let engine = try open()
    #expect(try board(engine, "OPS") == ["Backlog 1: OPS-2", "Done 1: OPS-1"])
    #expect(try board(engine, "REL") == ["New 2: REL-2.1 REL-2", "Doing 1: REL-1"])
    #expect(try board(engine, "OPS", "monday label:night assignee:bob") == ["Done 1: OPS-1"])
    #expect(try board(engine, "REL", "wel") == ["New 1: REL-2"])
    let query = BoardQuery(project: try #require(ProjectReference("REL")))
    let card = try #require(engine.board(query).columns[1].window.cards.first)
    #expect(card.metRequirements == 3)
  }

  private func board(_ engine: LocalEngine, _ key: String, _ filter: String = "") throws -> [String]
  {
    let query = BoardQuery(
      project: try #require(ProjectReference(key)),
      filter: BoardFilter(parsing: filter, me: "ann"))
    let board = try engine.board(query)
    return board.columns.filter { !$0.window.cards.isEmpty }.map { column in
      let keys = column.window.cards.map { "\($0.key)" }.joined(separator: " ")
      return "\(board.workflow.statusName(column.status)) \(column.count.text): \(keys)"
    }
  }

  @Test func `A move goes on from the ticks of before, and is taken back with them`() throws {
    let engine = try open()
    let (ann, csv) = (Actor(name: "ann"), try reference("REL-1"))
    let before = try engine.ticket(csv).state.progress
    let blocked = try #require(throws: EngineError.self) {
      try engine.apply(.changeTicket(csv, .move(to: "Checked")), by: ann)
    }
    #expect(
      blocked.message
        == "Doing → Checked waits for gate “Ready to check”: 1 of 4 left.")
    _ = try engine.apply(
      .changeTicket(csv, .tick(gate: "ready", item: "docs", isOn: true)), by: ann)
    _ = try engine.apply(.changeTicket(csv, .move(to: "Checked")), by: ann)
    #expect(try engine.ticket(csv).state.progress.marks == [:])
    #expect(try board(engine, "REL") == ["New 2: REL-2.1 REL-2", "Checked 1: REL-1"])
    _ = try engine.apply(.undo(.ticket(csv)), by: ann)
    _ = try engine.apply(.undo(.ticket(csv)), by: ann)
    #expect(try engine.ticket(csv).state.progress == before)
    #expect(try board(engine, "REL") == ["New 2: REL-2.1 REL-2", "Doing 1: REL-1"])
    try expectSound()
  }

  @Test func `A move that version 1 did not keep whole is not taken back`() throws {
    let engine = try open()
    let error = try #require(throws: EngineError.self) {
      try engine.apply(.undo(.ticket(reference("OPS-1"))), by: Actor(name: "bob"))
    }
    #expect(error.rejection?.code == "NOT_REVERSIBLE")
  }

  @Test func `A second import still knows the first, and new work is claimed and bound`() throws {
    let engine = try open()
    let (ann, ops) = (Actor(name: "ann"), try #require(ProjectReference("OPS")))
    let item = ImportedTicket(
      source: "https://example.org/7",
      draft: TicketDraft(title: "Logs fill the disks", status: "Backlog", reporter: "eve"),
      createdAt: time(7_000), updatedAt: time(18_000), enteredAt: time(7_000))
    let receipt = try engine.apply(.importTickets(ops, [item]), by: ann)
    #expect(receipt.subject == .imported(added: 0, updated: 1, unchanged: 0, kept: 0))
    _ = try engine.apply(.changeTicket(reference("OPS-2"), .claim(agent: "bot")), by: ann)
    _ = try engine.apply(
      .createTicket(ops, TicketDraft(title: "Bound", workflow: .name("Ship it"))), by: ann)
    _ = try engine.apply(
      .createProvider(ProviderDraft(name: "p", type: "openai", config: [:])), by: ann)
    #expect(
      try board(engine, "OPS") == ["Backlog 1: OPS-3", "InProgress 1: OPS-2", "Done 1: OPS-1"])
    #expect(try board(engine, "OPS", "disks") == ["InProgress 1: OPS-2"])
    try expectSound()
  }

  @Test func `Eight programs that open it at once migrate it once`() throws {
    let path = path
    let titles = try Threads.run(8) { _ in
      try LocalEngine(path: path).ticket(try #require(TicketReference("REL-1"))).state.ticket.title
    }
    #expect(titles == Array(repeating: "CSV export", count: 8))
    try expectSound()
  }

  @Test func `A file of a version to come is refused, and no byte of it changes`() throws {
    try Database(path: path).execute("PRAGMA user_version = 1000")
    let before = try Data(contentsOf: URL(filePath: path))
    let error = try #require(throws: EngineError.self) { try open() }
    #expect(error.code == .unusableFile)
    #expect(
      error.message.hasPrefix("“\(path)” has version 1000; this program knows versions up to"))
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["board.db"])
  }

  private func expectSound() throws {
    #expect(try FileDump.rows(path, "PRAGMA integrity_check") == ["ok"])
    #expect(try FileDump.rows(path, "SELECT 'x' FROM pragma_foreign_key_check") == [])
    #expect(
      try FileDump.rows(
        path,
        """
        SELECT project || ' ' || status || ' ' || n FROM counter
        WHERE n <> 0 AND status < 1048576 ORDER BY 1
        """)
        == FileDump.rows(
          path,
          """
          SELECT project || ' ' || status || ' ' || count(*) FROM ticket WHERE status <> 0
          GROUP BY project, status ORDER BY 1
          """))
  }
}

extension WorkflowDraft {
  /// The second workflow of the file.
  fileprivate static let shipIt = WorkflowDraft(
    name: "Ship it", enforcement: "strict",
    statuses: [
      .init("New", "backlog"), .init("Doing", "in_progress", wipLimit: 3),
      .init("Checked", "in_review"), .init("Shipped", "done"),
    ],
    transitions: [
      .init("New", "Doing"), .init("Doing", "Checked"), .init("Checked", "Shipped"),
      .init("Doing", "New"),
    ],
    stages: [
      .init("plan", "Plan", ["New"]), .init("build", "Build", ["Doing"]),
      .init("check", "Check", ["Checked", "Shipped"]),
    ],
    gates: [
      Gate(
        key: "ready", name: "Ready to check", from: "build", to: "check",
        acknowledgment: "I ran it.",
        checklist: [
          .init(key: "tests", text: "Tests pass"), .init(key: "docs", text: "Documented"),
        ], requiredFields: ["cause"])
    ],
    fields: [
      .init("cause", "Cause", "text"), .init("size", "Size", "number"),
      .init("risk", "Risk", "select", options: ["low", "high"]), .init("until", "Until", "date"),
    ])
}
