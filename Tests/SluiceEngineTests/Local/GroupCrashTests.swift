import FoundationEssentials
import SQLite
import SluiceCore
import Testing

@testable import SluiceEngine
@testable import SluiceStore

/// What a program that is killed in the midst of a group leaves on the disk.
///
/// A copy of the files is what another program finds after a kill.
@Suite struct GroupCrashTests {
  private let folder: TemporaryFolder
  private let engine: LocalEngine
  private let ann = Actor(name: "ann")
  private let ops: ProjectReference

  init() throws {
    folder = try TemporaryFolder()
    engine = try LocalEngine(path: folder("a.db"))
    ops = .key(try #require(ProjectKey("OPS")))
    _ = try engine.apply(.createProject(ProjectDraft(key: "OPS", name: "Ops")), by: ann)
    _ = try engine.apply(.createTicket(ops, TicketDraft(title: "before")), by: ann)
  }

  private func create(_ title: String) {
    let draft = TicketDraft(title: title, description: String(repeating: "x", count: 3_000))
    _ = try? engine.transaction { () throws(EngineError) in
      try engine.apply(.createTicket(ops, draft), by: ann)
    }
  }

  /// The titles that another program finds if this one is killed now.
  private func titlesAfterKill(_ name: String) throws -> [String] {
    for suffix in ["", "-journal", "-wal"] {
      guard let data = FileManager.default.contents(atPath: folder("a.db") + suffix) else {
        continue
      }
      try data.write(to: URL(filePath: folder(name) + suffix))
    }
    let engine = try LocalEngine(path: folder(name), createIfMissing: false)
    #expect(try FileDump.rows(folder(name), "PRAGMA integrity_check") == ["ok"])
    return try engine.tickets(TicketQuery(project: ops), PageRequest(limit: 500)).items
      .map(\.title).reversed()
  }

  /// With a cache of a few pages, much of the group is in the file before it is kept.
  @Test(arguments: [5, 2_000])
  func `Of a group that was not kept nothing is there, of one that was everything`(
    cache: Int
  ) throws {
    try engine.store.withLock { try $0.database.execute("PRAGMA cache_size = \(cache)") }
    var during: [String] = []
    let titles = (1...40).map { "ticket \($0)" }
    try engine.group {
      for title in titles { create(title) }
      during = (try? titlesAfterKill("during.db")) ?? []
    }
    #expect(during == ["before"])
    #expect(try titlesAfterKill("after.db") == ["before"] + titles)
  }

  @Test func `A request that failed is not there after a kill, its neighbours are`() throws {
    try engine.store.withLock { try $0.database.execute("PRAGMA cache_size = 5") }
    try engine.group {
      create("one")
      _ = try? engine.transaction { () throws(EngineError) in
        for _ in 1...20 { create("lost") }
        throw EngineError(.refused, "No.")
      }
      create("two")
    }
    #expect(try titlesAfterKill("after.db") == ["before", "one", "two"])
  }
}
