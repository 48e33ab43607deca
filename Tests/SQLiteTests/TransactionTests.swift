import FoundationEssentials
import SQLite
import Synchronization
import Testing

@Suite struct TransactionTests {
  /// Two connections to one file.
  private final class Pair {
    let path = "/tmp/sluice-sqlite-\(UUID().uuidString).db"
    let first: Database
    let second: Database

    init(patience: Int) throws {
      first = try Database(path: path, access: .creating, patience: patience)
      second = try Database(path: path, patience: patience)
      try first.execute("CREATE TABLE t (n INTEGER)")
    }

    deinit {
      for suffix in ["", "-journal"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }
  }

  private struct Stop: Error {}

  @Test func `What a transaction wrote before it failed is taken back`() throws {
    let pair = try Pair(patience: 0)
    #expect(throws: SQLiteError.self) {
      try pair.first.transaction { () throws(SQLiteError) in
        try pair.first.run("INSERT INTO t VALUES (1)")
        try pair.first.run("INSERT INTO missing VALUES (1)")
      }
    }
    #expect(try pair.second.number("SELECT count(*) FROM t") == 0)
    #expect(!pair.first.isInTransaction)
  }

  @Test func `A lock that stays is reported as busy`() throws {
    let pair = try Pair(patience: 20)
    try pair.first.beginWriting()
    let error = try #require(throws: SQLiteError.self) { try pair.second.beginWriting() }
    #expect(error.code.primary == .busy)
    pair.first.rollBack()
    try pair.second.transaction { () throws(SQLiteError) in
      try pair.second.run("INSERT INTO t VALUES (2)")
    }
    #expect(try pair.first.number("SELECT n FROM t") == 2)
  }

  @Test func `Writers wait for each other and lose nothing`() async throws {
    let path = "/tmp/sluice-sqlite-\(UUID().uuidString).db"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let setup = try Database(path: path, access: .creating)
    try setup.execute("PRAGMA synchronous = OFF; CREATE TABLE t (n INTEGER)")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 1...4 {
        group.addTask {
          let database = try Database(path: path)
          try database.execute("PRAGMA synchronous = OFF")
          for _ in 1...25 {
            try database.transaction { () throws(SQLiteError) in
              try database.run("INSERT INTO t VALUES ($1)", [.int(writer)])
            }
          }
        }
      }
      try await group.waitForAll()
    }
    let counts = try setup.query("SELECT count(*) FROM t GROUP BY n ORDER BY n") { $0.int(0) }
    #expect(counts == [25, 25, 25, 25])
  }

  @Test func `Migrations are taken once, in order, and whole`() throws {
    let pair = try Pair(patience: 0)
    let good = Migration(1, "Make u") { (database) throws(SQLiteError) in
      try database.execute("CREATE TABLE u (n INTEGER)")
    }
    let bad = Migration(2, "Fail") { (database) throws(SQLiteError) in
      try database.execute("CREATE TABLE v (n INTEGER); INSERT INTO nowhere VALUES (1)")
    }
    try pair.first.migrate([good])
    try pair.second.migrate([good])
    #expect(try pair.second.userVersion == 1)
    #expect(throws: SQLiteError.self) { try pair.first.migrate([good, bad]) }
    #expect(try pair.first.userVersion == 1)
    #expect(try pair.first.number("SELECT count(*) FROM sqlite_schema WHERE name = 'v'") == 0)
  }

  @Test func `The header tells whose file it is without touching it`() throws {
    let pair = try Pair(patience: 0)
    #expect(
      try pair.second.fileHeader() == .database(applicationID: 0, userVersion: 0))
    try pair.first.execute("PRAGMA application_id = 77; PRAGMA user_version = 5")
    #expect(
      try pair.second.fileHeader() == .database(applicationID: 77, userVersion: 5))
  }

  @Test func `The tokenizer folds as the index does`() throws {
    let database = try Database(path: ":memory:", access: .creating)
    let tokenizer = try Tokenizer(of: database)
    #expect(tokenizer.words(in: "Über-Café, x2! ") == ["uber", "cafe", "x2"])
    #expect(tokenizer.words(in: "") == [])
    #expect(tokenizer.hasWord(in: "a Handshake", beginningWith: "hands"))
    #expect(!tokenizer.hasWord(in: "a Handshake", beginningWith: "shake"))
  }
}
