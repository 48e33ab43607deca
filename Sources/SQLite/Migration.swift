/// One numbered step from an older schema to a newer one.
public struct Migration: Sendable {
  /// The `user_version` of a file that has taken the step.
  public let version: Int
  /// What the step does, for people.
  public let name: String
  /// What it does, inside a transaction.
  public let body: @Sendable (Database) throws(SQLiteError) -> Void

  /// A step with its parts.
  public init(
    _ version: Int, _ name: String,
    _ body: @escaping @Sendable (Database) throws(SQLiteError) -> Void
  ) {
    self.version = version
    self.name = name
    self.body = body
  }
}

extension Database {
  /// The number of the last migration that the file has taken.
  public var userVersion: Int {
    get throws(SQLiteError) { Int(try number("PRAGMA user_version")) }
  }

  /// Takes the steps that the file has not taken, each in a transaction of its own.
  ///
  /// Safe when several processes do it at once: each step asks again once it holds the lock.
  public func migrate(_ migrations: [Migration]) throws(SQLiteError) {
    for migration in migrations where try userVersion < migration.version {
      try transaction { () throws(SQLiteError) in
        guard try userVersion < migration.version else { return }
        try migration.body(self)
        // PRAGMA takes no placeholders; the number is a constant of this program.
        try execute("PRAGMA user_version = \(migration.version)")
      }
    }
  }
}
