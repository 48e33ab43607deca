/// The prepared statements of a connection, by their texts.
///
/// Texts are long, and to hash one takes longer than to run many a statement. So those that lie in memory
/// for good, as literals do, are found by where they lie.
struct StatementCache {
  private var statements: [String: Statement] = [:]
  private var latest = [(sql: String, statement: Statement)?](repeating: nil, count: size)

  /// Those whose texts a person has composed, the last used at the end; the others are let go.
  private var passing: [(sql: String, statement: Statement)] = []

  private static let size = 256
  private static let mostPassing = 24

  /// All of them.
  var all: [Statement] { Array(statements.values) + passing.map(\.statement) }

  mutating func statement(_ sql: String) -> Statement? {
    let place = Self.place(of: sql)
    // Two texts at one place are the same without being read.
    if let known = latest[place], known.sql == sql { return known.statement }
    guard let statement = statements[sql] else { return nil }
    latest[place] = (sql, statement)
    return statement
  }

  mutating func keep(_ statement: Statement, as sql: String) {
    statements[sql] = statement
    latest[Self.place(of: sql)] = (sql, statement)
  }

  /// A statement whose text may never come again; only the last few are kept.
  mutating func passing(
    _ sql: String, _ make: () throws(SQLiteError) -> Statement
  ) throws(SQLiteError) -> Statement {
    let found: Statement
    if let known = take(sql) { found = known } else { found = try make() }
    if passing.count == Self.mostPassing { passing.removeFirst() }
    passing.append((sql, found))
    return found
  }

  private mutating func take(_ sql: String) -> Statement? {
    passing.lastIndex { $0.sql == sql }.map { passing.remove(at: $0).statement }
  }

  mutating func removeAll() {
    self = StatementCache()
  }

  private static func place(of sql: String) -> Int {
    let address = sql.utf8.withContiguousStorageIfAvailable { UInt(bitPattern: $0.baseAddress) }
    let mixed = (address ?? 0) &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> 56)
  }
}
