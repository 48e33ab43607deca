internal import SQLite
public import SluiceCore

/// The tables of one database file: what rows say, and nothing about what may happen to them.
///
/// One connection, for one thread at a time. All failures are in the words of the engine.
public final class Store {
  let database: Database
  /// The file, with its folder's links resolved.
  public let path: String
  /// How transactions are kept whole, and by which version of the library.
  public let journalMode: JournalMode

  var organization: OrganizationRow
  var workflows = KnownWorkflows()
  private var knownTokenizer: Tokenizer?
  var seenDataVersion: Int64 = 0
  /// The number of the change that is being written, once it has an event.
  public private(set) var change: Int64?
  /// Whether this connection has committed since it last looked for commits of others.
  var hasCommitted = false
  /// What the connection goes back to after a transaction that has secrets erased.
  var eraser: Eraser?

  init(
    _ database: Database, path: String, journalMode: JournalMode, organization: OrganizationRow
  ) {
    self.database = database
    self.path = path
    self.journalMode = journalMode
    self.organization = organization
  }

  deinit {
    // Before its connection.
    knownTokenizer = nil
  }

  /// How search divides texts.
  var tokenizer: Tokenizer {
    get throws(SQLiteError) {
      if let knownTokenizer { return knownTokenizer }
      let made = try Tokenizer(of: database)
      knownTokenizer = made
      return made
    }
  }

  /// The organization of the file.
  struct OrganizationRow: Hashable {
    let row: Int64
  }
}

extension Store {
  /// Reads with all statements seeing the same state.
  public func reading<Output>(
    _ body: () throws(EngineError) -> Output
  ) throws(EngineError) -> Output {
    try translating { () throws(SQLiteError) in try database.beginReading() }
    // Nothing was written, so ending the transaction either way gives up no more than locks.
    defer { database.rollBack() }
    return try body()
  }

  /// Writes as a whole or, if `body` throws, not at all.
  ///
  /// When it returns, what was written survives a crash of the program and of the machine.
  public func writing<Output>(
    _ body: () throws(EngineError) -> Output
  ) throws(EngineError) -> Output {
    defer { endErasing() }
    let known = workflows
    let output = try attempting(body)
    do {
      try translating { () throws(SQLiteError) in try database.commit() }
    } catch {
      // What was not kept must not be taken for known.
      workflows = known
      throw error
    }
    hasCommitted = true
    return output
  }

  /// Does all that `body` does and then takes it back.
  public func rehearsing<Output>(
    _ body: () throws(EngineError) -> Output
  ) throws(EngineError) -> Output {
    let known = workflows
    defer {
      database.rollBack()
      endErasing()
      workflows = known
    }
    return try attempting(body)
  }

  private func attempting<Output>(
    _ body: () throws(EngineError) -> Output
  ) throws(EngineError) -> Output {
    try translating { () throws(SQLiteError) in try database.beginWriting() }
    beginChange()
    let known = workflows
    do {
      return try body()
    } catch {
      database.rollBack()
      // A revision that was not made may be made again, and otherwise.
      workflows = known
      throw error
    }
  }

  /// Lets the next event be the first of a change.
  func beginChange() {
    change = nil
  }

  /// Notes the first event of a change.
  func note(firstEvent sequence: Int64) {
    change = change ?? sequence
  }
}

extension Store {
  func translating<Output>(
    _ body: () throws(SQLiteError) -> Output
  ) throws(EngineError) -> Output {
    do {
      return try body()
    } catch {
      throw StoreFailure(error, path: path).engineError
    }
  }

  func run(_ sql: String, _ values: [Value] = []) throws(EngineError) {
    try translating { () throws(SQLiteError) in try database.run(sql, values) }
  }

  func runOnce(_ sql: String, _ values: [Value] = []) throws(EngineError) {
    try translating { () throws(SQLiteError) in try database.runOnce(sql, values) }
  }

  func query<Output>(
    _ sql: String, _ values: [Value] = [], _ row: (Row) throws(SQLiteError) -> Output
  ) throws(EngineError) -> [Output] {
    try translating { () throws(SQLiteError) in try database.query(sql, values, row) }
  }

  func first<Output>(
    _ sql: String, _ values: [Value] = [], _ row: (Row) throws(SQLiteError) -> Output
  ) throws(EngineError) -> Output? {
    try translating { () throws(SQLiteError) in try database.first(sql, values, row) }
  }

  func scan(
    _ sql: String, _ values: [Value] = [], _ row: (Row) throws(SQLiteError) -> Bool
  ) throws(EngineError) {
    try translating { () throws(SQLiteError) in try database.scan(sql, values, row) }
  }
}
