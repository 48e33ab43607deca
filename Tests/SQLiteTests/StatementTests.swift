import SQLite
import Testing

@Suite struct StatementTests {
  private let database: Database

  init() throws {
    database = try Database(path: ":memory:", access: .creating)
    try database.execute("CREATE TABLE t (a INTEGER, b REAL, c TEXT, d BLOB)")
  }

  @Test func `Values of every type come back as they were bound`() throws {
    try database.run(
      "INSERT INTO t VALUES ($1, $2, $3, $4)",
      [.integer(.min), .real(0.5), .text("a\u{0}é"), .blob([0, 255])])
    let row = try database.first("SELECT a, b, c, d FROM t") { row in
      #expect(row.int64(0) == .min)
      #expect(row.double(1) == 0.5)
      #expect(row.text(2) == "a\u{0}é")
      #expect(row.blob(3) == [0, 255])
      return true
    }
    #expect(row == true)
  }

  @Test func `Nothing, an empty text and an empty blob are three things`() throws {
    try database.run("INSERT INTO t VALUES ($1, $2, $3, $4)", [nil, nil, "", .blob([])])
    let types = try database.query("SELECT typeof(a), typeof(c), typeof(d) FROM t") { row in
      [row.text(0), row.text(1), row.text(2)]
    }
    #expect(types == [["null", "text", "blob"]])
    let read = try database.first("SELECT a FROM t") { ($0.optionalInt(0), $0.optionalText(0)) }
    #expect(read?.0 == nil && read?.1 == nil)
  }

  @Test func `Placeholders are bound by their number, wherever they stand`() throws {
    let text = try database.first("SELECT $2 || $1 || $2", ["1", "2"]) { $0.text(0) }
    #expect(text == "212")
  }

  @Test func `Too few values are refused`() throws {
    let error = try #require(throws: SQLiteError.self) {
      try database.run("INSERT INTO t (a) VALUES ($1)")
    }
    #expect(error.message == "0 values for 1 placeholders")
  }

  @Test func `A statement that is wrong says what SQLite says`() throws {
    let error = try #require(throws: SQLiteError.self) { try database.run("SELEC 1") }
    #expect(error.code == .error)
    #expect(error.message == "near \"SELEC\": syntax error")
  }

  @Test func `A broken constraint has its extended code`() throws {
    try database.execute("CREATE TABLE u (k INTEGER PRIMARY KEY, v TEXT NOT NULL) STRICT")
    let error = try #require(throws: SQLiteError.self) {
      try database.run("INSERT INTO u (v) VALUES ($1)", [nil])
    }
    #expect(error.code.primary == .constraint)
    #expect(error.code.rawValue == 1_299)
  }

  @Test func `A scan computes no more rows than are taken`() throws {
    var seen: [Int] = []
    try database.scan(
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n
      """
    ) { row in
      seen.append(row.int(0))
      return seen.count < 3
    }
    #expect(seen == [1, 2, 3])
  }
}
