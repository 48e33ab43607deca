internal import SQLite
public import SluiceCore

extension Store {
  /// The accounts of the file, in the order in which they registered.
  public func accounts(
    after row: Int64, limit: Int
  ) throws(EngineError) -> [(account: Account, row: Int64)] {
    try query(
      "SELECT \(Self.accountColumns) FROM account a WHERE a.id > $1 ORDER BY a.id LIMIT $2",
      [.integer(row), .int(limit)]
    ) { (row) throws(SQLiteError) in
      let found = try Self.account(row, from: 0)
      return (found.account, found.row.id)
    }
  }

  /// The administrator of the server who registered first, else who registered first of all.
  public func firstAdministrator() throws(EngineError) -> Account? {
    try first(
      """
      SELECT \(Self.accountColumns) FROM account a WHERE a.is_active = 1
      ORDER BY a.is_admin DESC, a.id LIMIT 1
      """
    ) { (row) throws(SQLiteError) in try Self.account(row, from: 0).account }
  }
}
