extension Database {
  /// Runs a statement to its end and ignores its rows.
  public func run(_ sql: String, _ values: [Value] = []) throws(SQLiteError) {
    let statement = try statement(sql)
    defer { statement.reset() }
    try statement.bind(values)
    while try statement.step() {}
  }

  /// Runs a statement whose text will not come again, and so is not kept.
  public func runOnce(_ sql: String, _ values: [Value] = []) throws(SQLiteError) {
    let statement = try Statement(sql, in: handle)
    try statement.bind(values)
    while try statement.step() {}
  }

  /// Makes something of each row.
  public func query<Output>(
    _ sql: String, _ values: [Value] = [], _ row: (Row) throws(SQLiteError) -> Output
  ) throws(SQLiteError) -> [Output] {
    var outputs: [Output] = []
    let statement = try statement(sql)
    defer { statement.reset() }
    try statement.bind(values)
    while try statement.step() { outputs.append(try row(statement.row)) }
    return outputs
  }

  /// Makes something of the first row; `nil` if there is none.
  public func first<Output>(
    _ sql: String, _ values: [Value] = [], passing: Bool = false,
    _ row: (Row) throws(SQLiteError) -> Output
  ) throws(SQLiteError) -> Output? {
    let statement = try statement(sql, passing: passing)
    defer { statement.reset() }
    try statement.bind(values)
    return try statement.step() ? try row(statement.row) : nil
  }

  /// Shows the rows one by one for as long as `row` answers `true`.
  ///
  /// Rows are computed as they are asked for, so stopping early is cheap.
  /// `passing` is for texts that are composed from what a person asks for.
  public func scan(
    _ sql: String, _ values: [Value] = [], passing: Bool = false,
    _ row: (Row) throws(SQLiteError) -> Bool
  ) throws(SQLiteError) {
    let statement = try statement(sql, passing: passing)
    defer { statement.reset() }
    try statement.bind(values)
    while try statement.step() {
      guard try row(statement.row) else { return }
    }
  }

  /// The whole number that a statement without values answers with; 0 for none.
  public func number(_ sql: String) throws(SQLiteError) -> Int64 {
    try first(sql) { $0.int64(0) } ?? 0
  }
}
