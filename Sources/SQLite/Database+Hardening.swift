internal import CSQLite

extension Database {
  /// Hardens the connection against files that others may have prepared.
  ///
  /// Nothing is read or written yet. Source: sqlite.org, “Defense Against The Dark Arts”.
  public func harden() throws(SQLiteError) {
    try turn(SQLITE_DBCONFIG_DEFENSIVE, isOn: true)
    try turn(SQLITE_DBCONFIG_TRUSTED_SCHEMA, isOn: false)
    try turn(SQLITE_DBCONFIG_ENABLE_FKEY, isOn: true)
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
  }

  func turn(_ option: Int32, isOn: Bool) throws(SQLiteError) {
    let result = sluice_sqlite3_switch(handle, option, isOn ? 1 : 0)
    guard result == SQLITE_OK else { throw SQLiteError(result, of: handle) }
  }
}
