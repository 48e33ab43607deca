import FoundationEssentials
import Glibc
import SQLite
import SluiceCore
import SluiceEngine
import SluiceStore
import Testing

@Suite struct JournalTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder("a.db")
  }

  private func seed() throws -> Store.Seed {
    let now = Timestamp(milliseconds: 0)
    return Store.Seed(
      organization: .make(), workflow: try WorkflowDraft.standard.validated(id: .make(), at: now))
  }

  /// A file and its log as a crash leaves them.
  private func crashed(_ from: String, _ to: String) throws {
    for suffix in ["", "-wal"] {
      try Data(contentsOf: URL(filePath: from + suffix)).write(to: URL(filePath: to + suffix))
    }
  }

  @Test(arguments: [JournalMode.writeAheadLog, .persistentJournal])
  func `A new file has the mode asked for and is known to a second connection`(
    mode: JournalMode
  ) throws {
    let first = try Store.open(path: path, seed: try seed(), journalMode: mode)
    let second = try Store.open(path: path, seed: nil, journalMode: mode)
    #expect([first.journalMode, second.journalMode] == [mode, mode])
    #expect(try Database(path: path).fileHeader() == Self.ours)
  }

  @Test func `A file whose marks are still in its log is known`() throws {
    let made = folder("made.db")
    let writer = try Database(path: made, access: .creating)
    _ = try writer.first("PRAGMA journal_mode = WAL") { $0.text(0) }
    try writer.execute("PRAGMA application_id = \(0x534C_5549)")
    try crashed(made, path)
    #expect(try Database(path: path).fileHeader() != Self.ours)
    let store = try Store.open(path: path, seed: try seed(), journalMode: .writeAheadLog)
    #expect(store.journalMode == .writeAheadLog)
  }

  @Test func `A version that is still in the log counts, and the log is left as it was`() throws {
    let made = folder("made.db")
    let store = try Store.open(path: made, seed: try seed(), journalMode: .writeAheadLog)
    let newer = try Database(path: made)
    try newer.execute("PRAGMA user_version = 99")
    try crashed(made, path)
    let before = try [path, path + "-wal"].map { try Data(contentsOf: URL(filePath: $0)) }
    let error = try #require(throws: EngineError.self) {
      try Store.open(path: path, seed: nil)
    }
    #expect(error.message == "“\(path)” has version 99; this program knows versions up to 4.")
    #expect(
      try [path, path + "-wal"].map { try Data(contentsOf: URL(filePath: $0)) } == before)
    #expect(store.journalMode == .writeAheadLog)
  }

  @Test func `The log of another application is left as a crash left it`() throws {
    let made = folder("made.db")
    let other = try Database(path: made, access: .creating)
    _ = try other.first("PRAGMA journal_mode = WAL") { $0.text(0) }
    try other.execute("CREATE TABLE theirs (n INTEGER); INSERT INTO theirs VALUES (7)")
    try crashed(made, path)
    let before = try [path, path + "-wal"].map { try Data(contentsOf: URL(filePath: $0)) }
    let error = try #require(throws: EngineError.self) {
      try Store.open(path: path, seed: try seed())
    }
    #expect(error.message == "“\(path)” is a database of another application.")
    #expect(
      try [path, path + "-wal"].map { try Data(contentsOf: URL(filePath: $0)) } == before)
  }

  private static let ours = FileHeader.database(applicationID: 0x534C_5549, userVersion: 4)
}
