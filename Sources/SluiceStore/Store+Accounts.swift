internal import SQLite
public import SluiceCore

/// An account with its row.
public struct StoredAccount: Hashable, Sendable {
  /// The row of an account.
  public struct Row: Hashable, Sendable {
    let id: Int64
  }

  /// The primary key.
  public let row: Row
  /// The account.
  public let account: Account
}

/// What an account is found by.
public enum AccountKey: Hashable, Sendable {
  case id(Account.ID)
  case handle(String)
  case email(String)
  case userID(UInt32)
}

extension Store {
  /// The account with that id, handle, email or user id.
  public func account(_ key: AccountKey) throws(EngineError) -> StoredAccount? {
    switch key {
    case .id(let id):
      try first(Self.selectAccountByID, [.id(id)], Self.account)
    case .handle(let handle):
      try first(Self.selectAccountByHandle, [.text(handle)], Self.account)
    case .email(let email):
      try first(Self.selectAccount + "WHERE a.email = $1", [.text(email)], Self.account)
    case .userID(let number):
      try first(
        Self.selectAccount + "WHERE a.uid = $1", [.integer(Int64(number))], Self.account)
    }
  }

  /// Whether there is any account.
  public func hasAccounts() throws(EngineError) -> Bool {
    try first("SELECT 1 FROM account LIMIT 1") { _ in true } ?? false
  }

  /// Adds an account; what must be unique in it is known to be free.
  public func insert(_ account: Account) throws(EngineError) -> StoredAccount.Row {
    try run(
      """
      INSERT INTO account (uuid, handle, display_name, email, uid, is_admin, is_active, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """,
      [
        .id(account.id), .text(account.handle), .text(account.displayName),
        .optional(account.email), .userID(account.userID),
        .int(account.isInstanceAdmin ? 1 : 0), .int(account.isActive ? 1 : 0),
        .time(account.createdAt),
      ])
    return StoredAccount.Row(id: database.lastInsertedRow)
  }

  /// Writes what may change of an account.
  public func update(_ row: StoredAccount.Row, to account: Account) throws(EngineError) {
    try run(
      """
      UPDATE account SET display_name = $2, email = $3, uid = $4, is_admin = $5, is_active = $6
      WHERE id = $1
      """,
      [
        .integer(row.id), .text(account.displayName), .optional(account.email),
        .userID(account.userID), .int(account.isInstanceAdmin ? 1 : 0),
        .int(account.isActive ? 1 : 0),
      ])
  }

  /// The organization that was made together with an account.
  public func personalOrganization(of id: Account.ID) throws(EngineError) -> Organization.ID? {
    try first(
      """
      SELECT o.uuid FROM account a JOIN organization o ON o.id = a.personal WHERE a.uuid = $1
      """, [.id(id)]
    ) { (row) throws(SQLiteError) in try row.id(0) }
  }

  /// Remembers which organization was made together with an account.
  public func setPersonal(
    _ organization: OrganizationRow, of row: StoredAccount.Row
  ) throws(EngineError) {
    try run(
      "UPDATE account SET personal = $2 WHERE id = $1",
      [.integer(row.id), .integer(organization.row)])
  }

  /// Whether an organization was made together with an account.
  public func isPersonal(_ organization: OrganizationRow) throws(EngineError) -> Bool {
    try first(
      "SELECT 1 FROM account WHERE personal = $1 LIMIT 1", [.integer(organization.row)]
    ) { _ in true } ?? false
  }

  /// What the password of an account is checked against; `nil` if it has none.
  public func passwordHash(of id: Account.ID) throws(EngineError) -> String? {
    try first(
      """
      SELECT p.hash FROM account a JOIN account_password p ON p.account = a.id WHERE a.uuid = $1
      """, [.id(id)]
    ) { $0.text(0) }
  }

  /// Gives an account another password, or none.
  public func setPasswordHash(
    _ hash: String?, of row: StoredAccount.Row
  ) throws(EngineError) {
    guard let hash else {
      return try run("DELETE FROM account_password WHERE account = $1", [.integer(row.id)])
    }
    try run(
      "INSERT OR REPLACE INTO account_password (account, hash) VALUES ($1, $2)",
      [.integer(row.id), .text(hash)])
  }
}

extension Store {
  static let accountColumns = """
    a.id, a.uuid, a.handle, a.display_name, a.email, a.uid, a.is_admin, a.is_active, a.created_at
    """

  private static let selectAccount = "SELECT \(accountColumns) FROM account a "
  private static let selectAccountByID = selectAccount + "WHERE a.uuid = $1"
  private static let selectAccountByHandle = selectAccount + "WHERE a.handle = $1"

  /// An account from its columns, `accountColumns`, which begin at one.
  static func account(_ row: Row, from start: Int) throws(SQLiteError) -> StoredAccount {
    StoredAccount(
      row: StoredAccount.Row(id: row.int64(start)),
      account: Account(
        id: try row.id(start + 1), handle: row.text(start + 2), displayName: row.text(start + 3),
        email: row.optionalText(start + 4),
        userID: row.optionalInt(start + 5).flatMap { UInt32(exactly: $0) },
        isInstanceAdmin: row.int(start + 6) == 1, isActive: row.int(start + 7) == 1,
        createdAt: row.time(start + 8)))
  }

  private static func account(_ row: Row) throws(SQLiteError) -> StoredAccount {
    try account(row, from: 0)
  }
}

extension Value {
  fileprivate static func userID(_ number: UInt32?) -> Value {
    .int(number.map(Int.init))
  }
}
