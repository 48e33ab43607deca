import SluiceCore
import SluiceEngine
import SluiceStore
import Synchronization
import Testing

/// What taking tickets along costs, and that it can be stopped.
@Suite struct RemappingCostTests {
  private let folder: TemporaryFolder
  private let engine: LocalEngine
  private let actor = Actor(name: "ann")

  init() throws {
    folder = try TemporaryFolder()
    engine = try LocalEngine(path: folder("a.db"))
    _ = try engine.apply(.createWorkflow(.bugTriage), by: actor)
  }

  private func project(_ key: String) throws -> ProjectKey {
    let draft = ProjectDraft(key: key, name: key, workflow: .name("Bug Triage"))
    _ = try engine.apply(.createProject(draft), by: actor)
    return try #require(ProjectKey(key))
  }

  /// Fills a project with tickets that all carry the same two labels.
  private func fill(_ key: ProjectKey, _ count: Int) throws {
    let now = Timestamp(milliseconds: 0)
    try BulkLoader.load(path: folder("a.db")) { (loader) throws(EngineError) in
      for number in 1...count {
        try loader.add(
          BulkLoader.Item(
            ticket: Ticket(
              id: .make(), key: TicketKey(project: key, number: number), title: "x",
              status: Status.ID(1), labels: ["a", "b"], createdAt: now, updatedAt: now,
              enteredAt: now)))
      }
    }
  }

  private func assign(_ workflow: String = "Default", to key: ProjectKey) -> Change {
    .editProject(
      .key(key),
      ProjectEdit(
        workflow: .name(workflow), mapping: StatusMapping(takesSuggestions: true)))
  }

  private func labelled(_ key: ProjectKey) throws -> [String] {
    let filter = BoardFilter(parsing: "label:b", me: "ann")
    let board = try engine.board(BoardQuery(project: .key(key), filter: filter))
    return board.columns.filter { !$0.window.cards.isEmpty }.map {
      "\(board.workflow.statusName($0.status)) \($0.count.text)"
    }
  }

  @Test func `Three times as many tickets with labels cost three times as much`() throws {
    var costs: [Int] = []
    for (name, count) in [("WARM", 1), ("FEW", 6_000), ("MANY", 18_000)] {
      let key = try project(name)
      try fill(key, count)
      costs.append(try engine.cost { _ = try engine.apply(assign(to: key), by: actor) })
    }
    #expect(Double(costs[2]) / Double(costs[1]) < 3.1, "\(costs)")
  }

  @Test func `Three times as many guests with labels cost three times as much`() throws {
    let flat = WorkflowDraft(
      name: "Flat", statuses: [.init("Over", "done"), .init("Open", "todo")])
    _ = try engine.apply(.createWorkflow(flat), by: actor)
    var costs: [Int] = []
    for (name, count) in [("WARM", 1), ("FEW", 100), ("MANY", 300)] {
      let key = try project(name)
      let guest = TicketDraft(title: "x", labels: ["a", "b"], workflow: .name("Default"))
      for _ in 1...count { _ = try engine.apply(.createTicket(.key(key), guest), by: actor) }
      costs.append(try engine.cost { _ = try engine.apply(assign("Flat", to: key), by: actor) })
      #expect(try labelled(key) == ["Open \(count)"])
    }
    #expect(Double(costs[2]) / Double(costs[1]) < 3.1, "\(costs)")
  }

  @Test func `It can be stopped wherever it tells of itself, without a trace`() throws {
    let key = try project("BUG")
    try fill(key, 1)
    let guest = TicketDraft(title: "x", labels: ["b"], workflow: .name("Default"))
    _ = try engine.apply(.createTicket(.key(key), guest), by: actor)
    let before = try FileDump.rows(folder("a.db"), "SELECT * FROM label, ticket, counter")
    for told in [["2/2"], ["2/2", "0/1"]] {
      let calls = Mutex([String]())
      let error = try #require(throws: EngineError.self) {
        try engine.apply(assign(to: key), by: actor) { done, total in
          calls.withLock {
            $0.append("\(done)/\(total)")
            return $0.count < told.count
          }
        }
      }
      #expect(error.code == .interrupted)
      #expect(calls.withLock(\.self) == told)
      #expect(try FileDump.rows(folder("a.db"), "SELECT * FROM label, ticket, counter") == before)
    }
  }
}
