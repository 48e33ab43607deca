/// The prepared statements of a connection, by their texts.
///
/// Texts are long, and to hash one takes longer than to run many a statement. So those that lie in memory
/// for good, as literals do, are found by where they lie.
struct StatementCache {
  private var statements: [String: Statement] = [:]
  private var latest = [(sql: String, statement: Statement)?](repeating: nil, count: size)

  private static let size = 256

  /// All of them.
  var all: some Collection<Statement> { statements.values }

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

  mutating func removeAll() {
    self = StatementCache()
  }

  private static func place(of sql: String) -> Int {
    let address = sql.utf8.withContiguousStorageIfAvailable { UInt(bitPattern: $0.baseAddress) }
    let mixed = (address ?? 0) &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> 56)
  }
}
