internal import SQLite
public import SluiceCore

/// The tables of one database file as one of its organizations sees them: what rows say, and nothing about
/// what may happen to them.
///
/// What belongs to another organization is not found. Any number of such views share one connection, for one
/// thread at a time. All failures are in the words of the engine.
public struct Store {
  let connection: Connection
  /// Whose view it is.
  public let organization: OrganizationRow

  init(_ connection: Connection, organization: OrganizationRow) {
    self.connection = connection
    self.organization = organization
  }

  /// The file, with its folder's links resolved.
  public var path: String { connection.path }
  /// Why the file can only be read, with the command that mends it; `nil` if it can be written.
  public var denial: EngineError? {
    let access = FileAccess(path: path)
    return access.isWritable ? nil : access.denial
  }
  /// How transactions are kept whole, and by which version of the library.
  public var journalMode: JournalMode { connection.journalMode }
  /// The number of the change that is being written, once it has an event.
  public var change: Int64? { connection.change }

  var database: Database { connection.database }
  /// The organization that the file was made with; it holds what all share.
  var home: OrganizationRow { connection.home }

  /// The row of an organization.
  public struct OrganizationRow: Hashable, Sendable {
    let row: Int64
  }
}

extension Store {
  /// The same file as another organization sees it.
  public func scoped(to organization: OrganizationRow) -> Store {
    Store(connection, organization: organization)
  }

  /// The row of an organization; `nil` if there is none of that id.
  public func organizationRow(_ id: Organization.ID) throws(EngineError) -> OrganizationRow? {
    try first("SELECT id FROM organization WHERE uuid = $1", [.id(id)]) {
      OrganizationRow(row: $0.int64(0))
    }
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
    _ sql: String, _ values: [Value] = [], passing: Bool = false,
    _ row: (Row) throws(SQLiteError) -> Output
  ) throws(EngineError) -> Output? {
    try translating { () throws(SQLiteError) in
      try database.first(sql, values, passing: passing, row)
    }
  }

  func scan(
    _ sql: String, _ values: [Value] = [], passing: Bool = false,
    _ row: (Row) throws(SQLiteError) -> Bool
  ) throws(EngineError) {
    try translating { () throws(SQLiteError) in
      try database.scan(sql, values, passing: passing, row)
    }
  }
}
