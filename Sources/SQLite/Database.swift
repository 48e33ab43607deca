internal import CSQLite

/// One connection to a database file; for one thread at a time.
public final class Database {
  /// What a connection may do.
  public enum Access: Hashable, Sendable {
    /// Read only.
    case reading
    /// Read and write a file that exists; where the system forbids writing, only read.
    case writing
    /// Read and write, and make the file if it is missing.
    case creating

    var flags: Int32 {
      switch self {
      case .reading: SQLITE_OPEN_READONLY
      case .writing: SQLITE_OPEN_READWRITE
      case .creating: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    }
  }

  let handle: OpaquePointer
  let busyWait: BusyWait
  private var statements = StatementCache()

  /// Opens a file; no part of the path may be a symbolic link.
  ///
  /// Nothing of the file is read yet. `patience` is how many milliseconds a statement waits in total for
  /// the locks of others before it fails with `busy`.
  public init(
    path: String, access: Access = .writing, patience: Int = 10_000
  ) throws(SQLiteError) {
    var handle: OpaquePointer?
    // Callers keep a connection to one thread at a time, so SQLite's own mutexes are not needed.
    let flags =
      access.flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
      | (path == ":memory:" ? 0 : SQLITE_OPEN_NOFOLLOW)
    let result = sqlite3_open_v2(path, &handle, flags, nil)
    guard result == SQLITE_OK, let handle else {
      let error = SQLiteError(result, of: handle)
      sqlite3_close_v2(handle)
      throw error
    }
    self.handle = handle
    busyWait = BusyWait(budgetMilliseconds: patience, door: WritersDoor(folderOf: path))
    busyWait.install(on: handle)
  }

  deinit {
    statements.removeAll()
    sqlite3_close_v2(handle)
  }

  /// Runs statements without values or results, separated by semicolons.
  public func execute(_ script: String) throws(SQLiteError) {
    let result = sqlite3_exec(handle, script, nil, nil, nil)
    guard result == SQLITE_OK else { throw SQLiteError(result, of: handle) }
  }

  /// The prepared form of a statement, made once per connection.
  ///
  /// A statement must not be used again while its rows are being read. Of those that are `passing`, because
  /// their texts are composed from what people ask for, only the last few are kept.
  public func statement(_ sql: String, passing: Bool = false) throws(SQLiteError) -> Statement {
    guard !passing else {
      return try statements.passing(sql) { () throws(SQLiteError) in
        try Statement(sql, in: handle)
      }
    }
    if let known = statements.statement(sql) { return known }
    let statement = try Statement(sql, in: handle)
    statements.keep(statement, as: sql)
    return statement
  }

  /// How many instructions of SQLite's machine the kept statements have taken so far: what they cost, told
  /// without a clock.
  public var instructions: Int {
    statements.all.reduce(0) { $0 + $1.instructions }
  }

  /// How many rows the last statement inserted, updated or deleted.
  public var changes: Int {
    Int(sqlite3_changes64(handle))
  }

  /// The rowid of the row inserted last.
  public var lastInsertedRow: Int64 {
    sqlite3_last_insert_rowid(handle)
  }

  /// Whether the file may only be read.
  public var isReadOnly: Bool {
    sqlite3_db_readonly(handle, "main") == 1
  }

  /// Whether a transaction is open.
  public var isInTransaction: Bool {
    sqlite3_get_autocommit(handle) == 0
  }
}
