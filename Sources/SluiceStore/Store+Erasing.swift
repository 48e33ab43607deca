internal import SQLite
internal import SluiceCore

/// How a connection treated what is removed before it was told to erase it.
struct Eraser {
  let erasedAlways: Int64
  let journalLimit: Int64
}

extension Store {
  /// Lets nothing of what this transaction removes remain: neither in free parts of pages, nor in the journal,
  /// which holds the pages as they were.
  ///
  /// Only for transactions that touch secrets, for it costs every one something.
  func eraseWhatIsRemoved() throws(EngineError) {
    guard connection.eraser == nil else { return }
    try translating { () throws(SQLiteError) in
      connection.eraser = Eraser(
        erasedAlways: try database.number("PRAGMA secure_delete"),
        journalLimit: try database.number("PRAGMA journal_size_limit"))
      // A journal that may keep no byte is cut at the end of the transaction, before its locks are given up.
      try database.execute("PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 0")
    }
  }

  /// Goes on as before, once the transaction is over.
  func endErasing() {
    guard let eraser = connection.eraser else { return }
    connection.eraser = nil
    // Everything is written already. A log that others still read is emptied with their next writes.
    if journalMode == .writeAheadLog { try? database.run("PRAGMA wal_checkpoint(TRUNCATE)") }
    try? database.execute(
      """
      PRAGMA secure_delete = \(eraser.erasedAlways);
      PRAGMA journal_size_limit = \(eraser.journalLimit)
      """)
  }
}
