import SQLite

/// All rows of a database file, as another program would see them.
struct FileDump: Equatable {
  private(set) var tables: [String: [String]] = [:]

  init(_ path: String) throws {
    let database = try Database(path: path, access: .reading)
    let names = try database.query(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ) { $0.text(0) }
    for name in names {
      let columns = try database.query("SELECT name FROM pragma_table_info('\(name)')") {
        "quote(\"\($0.text(0))\")"
      }
      let sql = "SELECT \(columns.joined(separator: " || ',' || ")) FROM \(name)"
      tables[name] = try database.query(sql) { $0.text(0) }
    }
  }

  /// The answer of a query, row by row.
  static func rows(_ path: String, _ sql: String) throws -> [String] {
    try Database(path: path, access: .reading).query(sql) { $0.text(0) }
  }
}
