extension Database {
  /// Opens a transaction that may write.
  ///
  /// Immediate, for a transaction that begins as a reader cannot wait for a writer: it would have to fail.
  public func beginWriting() throws(SQLiteError) {
    try busyWait.takingTurns { () throws(SQLiteError) in try run("BEGIN IMMEDIATE") }
  }

  /// Opens a transaction in which all reads see the same state.
  public func beginReading() throws(SQLiteError) {
    try run("BEGIN")
  }

  /// Makes what the transaction wrote durable; if that fails, nothing of it remains.
  public func commit() throws(SQLiteError) {
    do {
      try run("COMMIT")
      busyWait.endedWriting()
    } catch {
      rollBack()
      throw error
    }
  }

  /// Takes back what the transaction wrote.
  public func rollBack() {
    busyWait.gaveUpWriting()
    // SQLite has rolled back by itself after some errors; the second attempt may fail in peace.
    guard isInTransaction else { return }
    try? run("ROLLBACK")
  }

  /// Writes as a whole or, if `body` throws, not at all.
  public func transaction<Output>(
    _ body: () throws(SQLiteError) -> Output
  ) throws(SQLiteError) -> Output {
    try beginWriting()
    let output: Output
    do {
      output = try body()
    } catch {
      rollBack()
      throw error
    }
    try commit()
    return output
  }
}
