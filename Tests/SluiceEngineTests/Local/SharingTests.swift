import Glibc
import SQLite
import SluiceCore
import Synchronization
import Testing

@testable import SluiceEngine
@testable import SluiceStore

@Suite struct SharingTests {
  private let folder: TemporaryFolder
  private let actor = Actor(name: "ann")
  private let ops: ProjectReference

  init() throws {
    folder = try TemporaryFolder()
    ops = try #require(ProjectReference("OPS"))
    let engine = try LocalEngine(path: folder("a.db"))
    _ = try engine.apply(.createProject(ProjectDraft(key: "OPS", name: "Ops")), by: actor)
  }

  private func isReadable(_ descriptor: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) == 1
  }

  @Test func `Another engine's change is noticed once, an own one never`() throws {
    let mine = try LocalEngine(path: folder("a.db"))
    let other = try LocalEngine(path: folder("a.db"))
    let descriptor = try #require(mine.changeDescriptor)
    #expect(!mine.takeForeignChange())
    _ = try mine.apply(.createTicket(ops, TicketDraft(title: "own")), by: actor)
    #expect(!mine.takeForeignChange())
    _ = try other.apply(.createTicket(ops, TicketDraft(title: "theirs")), by: actor)
    #expect(isReadable(descriptor))
    #expect(mine.takeForeignChange())
    #expect(!mine.takeForeignChange())
    #expect(!isReadable(descriptor))
    let board = try mine.board(BoardQuery(project: ops))
    #expect(board.columns[0].window.cards.map(\.title) == ["theirs", "own"])
  }

  @Test func `A workflow that another engine assigned holds at once`() throws {
    let mine = try LocalEngine(path: folder("a.db"))
    let other = try LocalEngine(path: folder("a.db"))
    #expect(try mine.board(BoardQuery(project: ops)).workflow.name == "Default")
    _ = try other.apply(.createWorkflow(.bugTriage), by: actor)
    _ = try other.apply(
      .editProject(ops, ProjectEdit(workflow: .name("Bug Triage"))), by: actor)
    let receipt = try mine.apply(.createTicket(ops, TicketDraft(title: "x")), by: actor)
    #expect(receipt.ticket?.status == Status.ID(1))
    #expect(try mine.board(BoardQuery(project: ops)).workflow.name == "Bug Triage")
  }

  @Test func `Two engines in four threads lose nothing`() async throws {
    let engines = try [LocalEngine(path: folder("a.db")), LocalEngine(path: folder("a.db"))]
    let (ops, actor) = (ops, actor)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for thread in 0..<4 {
        group.addTask {
          for _ in 1...10 {
            let draft = TicketDraft(title: "by \(thread)")
            _ = try engines[thread % 2].apply(.createTicket(ops, draft), by: actor)
          }
        }
      }
      try await group.waitForAll()
    }
    let tickets = try engines[0].tickets(TicketQuery(project: ops), PageRequest(limit: 100)).items
    #expect(tickets.map(\.key.number) == Array((1...40).reversed()))
    #expect(try engines[1].board(BoardQuery(project: ops)).columns[0].count == .exactly(40))
  }

  /// The limit of pages stands in for a disk that is full: SQLite answers both with the same code.
  @Test func `On a full disk a change fails whole and reading goes on`() throws {
    let engine = try LocalEngine(path: folder("a.db"))
    try engine.store.withLock { store in
      let pages = try store.database.number("PRAGMA page_count")
      _ = try store.database.number("PRAGMA max_page_count = \(pages)")
    }
    let before = try FileDump(folder("a.db"))
    let draft = TicketDraft(title: "big", description: String(repeating: "x", count: 100_000))
    let error = try #require(throws: EngineError.self) {
      try engine.apply(.createTicket(ops, draft), by: actor)
    }
    #expect(error.code == .storage)
    #expect(
      error.message == "The disk that holds “\(folder("a.db"))” is full; nothing was changed.")
    #expect(try FileDump(folder("a.db")) == before)
    #expect(try engine.board(BoardQuery(project: ops)).columns[0].count == .exactly(0))
  }

  @Test func `Every connection is hardened and durable`() throws {
    let engine = try LocalEngine(path: folder("a.db"))
    try engine.store.withLock { store in
      let numbers = try ["synchronous", "foreign_keys", "trusted_schema", "cell_size_check"].map {
        try store.database.number("PRAGMA \($0)")
      }
      #expect(numbers == [2, 1, 0, 1])
      let mode = try store.database.first("PRAGMA journal_mode") { $0.text(0) }
      #expect(mode == store.journalMode.rawValue)
      #expect(throws: SQLiteError.self) {
        try store.database.execute("DELETE FROM search_data")
      }
    }
  }

  @Test func `The write-ahead log is used only where the library is sound`() {
    let modes = [
      (3, 40, 1), (3, 44, 5), (3, 44, 6), (3, 45, 0), (3, 50, 6), (3, 50, 7), (3, 51, 0),
      (3, 51, 2), (3, 51, 3), (3, 52, 0), (4, 0, 0),
    ].map { version in
      JournalMode.recommended(
        forLibraryVersion: LibraryVersion(version.0, version.1, version.2)
      ).rawValue
    }
    #expect(
      modes == [
        "persist", "persist", "wal", "persist", "persist", "wal", "persist", "persist", "wal",
        "wal", "wal",
      ])
  }
}
