import FoundationEssentials
import SQLite
import SluiceCore
import Testing

@testable import SluiceEngine
@testable import SluiceStore

/// What becomes of a group when the file refuses.
@Suite struct GroupFailureTests {
  private let folder: TemporaryFolder
  private let engine: LocalEngine
  private let ann = Actor(name: "ann")
  private let ops: ProjectReference

  init() throws {
    folder = try TemporaryFolder()
    engine = try LocalEngine(path: folder("a.db"))
    ops = .key(try #require(ProjectKey("OPS")))
    _ = try engine.apply(.createProject(ProjectDraft(key: "OPS", name: "Ops")), by: ann)
  }

  private func create(_ title: String, description: String = "") throws(EngineError) -> Int {
    let draft = TicketDraft(title: title, description: description)
    return try engine.apply(.createTicket(ops, draft), by: ann).ticket?.key.number ?? 0
  }

  private func group(
    _ drafts: [(title: String, description: String)]
  ) -> [Result<Int, EngineError>] {
    var results: [Result<Int, EngineError>] = []
    do {
      try engine.group {
        for draft in drafts {
          let result = Result { () throws(EngineError) in
            try engine.transaction { () throws(EngineError) in
              try create(draft.title, description: draft.description)
            }
          }
          results.append(result)
        }
      }
      return results
    } catch {
      return drafts.map { _ in .failure(error) }
    }
  }

  private func limitPages(to more: Int64) throws {
    try engine.store.withLock { store in
      let pages = try store.database.number("PRAGMA page_count")
      _ = try store.database.number("PRAGMA max_page_count = \(pages + more)")
    }
  }

  /// The limit of pages stands in for a disk that is full: SQLite answers both with the same code.
  @Test func `A full disk fails the requests that it leaves no room for, and no half of any`()
    throws
  {
    try limitPages(to: 2)
    let big = String(repeating: "x", count: 100_000)
    let results = group([("one", ""), ("big", big), ("two", "")])
    let kept = results.compactMap { try? $0.get() }
    let failures = results.compactMap { result -> EngineError.Code? in
      if case .failure(let error) = result { error.code } else { nil }
    }
    #expect(failures.allSatisfy { $0 == .storage })
    #expect(failures.count == 3 - kept.count)
    #expect(!failures.isEmpty)
    let other = try LocalEngine(path: folder("a.db"))
    let numbers = try other.tickets(TicketQuery(project: ops), PageRequest()).items
      .map(\.key.number)
    #expect(numbers.sorted() == kept.sorted())
    #expect(try other.board(BoardQuery(project: ops)).columns[0].count == .exactly(kept.count))
    #expect(try FileDump.rows(folder("a.db"), "PRAGMA integrity_check") == ["ok"])
    try limitPages(to: 1_000)
    #expect(try create("three") == kept.count + 1)
  }

  @Test func `If it cannot be kept, all of its requests fail, and nothing of it is known`() throws {
    // A foreign key that is checked at the end stands in for a disk that fails there.
    try engine.store.withLock { store in
      try store.database.execute(
        """
        CREATE TABLE trap (n INTEGER REFERENCES organization(id) DEFERRABLE INITIALLY DEFERRED)
        """)
    }
    let error = try #require(throws: EngineError.self) {
      try engine.group {
        let first = try? engine.transaction { () throws(EngineError) in
          try engine.store.withLock { (store) throws(EngineError) in
            try store.writing { () throws(EngineError) in
              try store.run("INSERT INTO trap VALUES (99)")
            }
          }
          return try create("one")
        }
        #expect(first == 1)
        _ = try? engine.apply(.createWorkflow(.bugTriage), by: ann)
        #expect((try? engine.workflow(.name("Bug Triage"))) != nil)
      }
    }
    #expect(error.code == .storage)
    #expect(try engine.workflows(PageRequest()).items.map(\.name) == ["Default"])
    _ = try engine.apply(.createWorkflow(.delivery), by: ann)
    #expect(
      try engine.workflow(.name("Delivery")).statuses.map(\.name)
        == WorkflowDraft.delivery.statuses.map(\.name))
    #expect(try create("two") == 1)
  }

  @Test func `A file that another program does not let go is unavailable to all`() throws {
    let store = try Store.open(path: folder("a.db"), seed: nil)
    let impatient = try Database(path: folder("a.db"), patience: 1)
    let view = Store(
      Connection(impatient, path: folder("a.db"), journalMode: store.journalMode),
      organization: store.organization)
    try store.beginGroup()
    let error = try #require(throws: EngineError.self) { try view.beginGroup() }
    #expect(error.code == .unavailable)
    #expect(view.connection.group == nil)
    try store.commitGroup()
    try view.beginGroup()
    try view.commitGroup()
  }

  @Test func `Secrets that a group removes are erased with it`() throws {
    let draft = ProviderDraft(name: "p", type: "openai", config: ["api_key": "sk-very-secret"])
    _ = try engine.apply(.createProvider(draft), by: ann)
    try engine.group {
      _ = try? engine.apply(.deleteProvider(.name("p")), by: ann)
      _ = try? create("one")
    }
    #expect(try engine.providers(PageRequest()).items == [])
    for name in ["a.db", "a.db-journal"] {
      #expect(!(try folder.contains("sk-very-secret", in: name)), "\(name)")
    }
  }
}

extension TemporaryFolder {
  /// Whether a file, if there is one, holds a text anywhere.
  fileprivate func contains(_ text: String, in name: String) throws -> Bool {
    guard let data = FileManager.default.contents(atPath: self(name)) else { return false }
    let (bytes, word) = ([UInt8](data), Array(text.utf8))
    return bytes.indices.contains { bytes[$0...].starts(with: word) }
  }
}
