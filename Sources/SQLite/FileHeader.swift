internal import CSQLite

/// What the first bytes of a file say of it.
///
/// Source: sqlite.org, “Database File Format”, §1.3.
public enum FileHeader: Hashable, Sendable {
  /// The file has no bytes; SQLite takes it for a database without tables.
  case empty
  /// The file is no database of SQLite.
  case foreign
  /// The file is a database, with the marks of the application that made it.
  case database(applicationID: Int64, userVersion: Int)

  private static let magic = Array("SQLite format 3\0".utf8)
  private static let userVersionOffset = 60
  private static let applicationIDOffset = 68
  static let length = 100

  /// What was read; a file that ends before that is padded with zeros, and a longer one of zeros is no
  /// database.
  init(_ bytes: [UInt8], isShort: Bool) {
    if isShort, bytes.allSatisfy({ $0 == 0 }) {
      self = .empty
    } else if bytes.starts(with: Self.magic) {
      self = .database(
        applicationID: Self.number(in: bytes, at: Self.applicationIDOffset),
        userVersion: Int(Self.number(in: bytes, at: Self.userVersionOffset)))
    } else {
      self = .foreign
    }
  }

  private static func number(in bytes: [UInt8], at offset: Int) -> Int64 {
    let bits = bytes[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return Int64(Int32(bitPattern: bits))
  }
}

extension Database {
  /// Reads the first bytes of the file and nothing else.
  ///
  /// No lock is taken, no journal rolled back and no log made, so a file of someone else stays as it is.
  /// What a write-ahead log holds is not seen either; `loggedHeader` sees it.
  public func fileHeader() throws(SQLiteError) -> FileHeader {
    var bytes = [UInt8](repeating: 0, count: FileHeader.length)
    let result = sluice_sqlite3_read_start(handle, &bytes, Int32(bytes.count))
    guard result == SQLITE_OK || result == Self.shortRead else {
      throw SQLiteError(result, of: nil)
    }
    return FileHeader(bytes, isShort: result == Self.shortRead)
  }

  /// The marks as the connection sees them, with what is still in a write-ahead log.
  ///
  /// The log is left as it is, even if this was its last connection, until `ownsLog` is called.
  public func loggedHeader() throws(SQLiteError) -> FileHeader {
    try keepLog(true)
    return .database(
      applicationID: try number("PRAGMA application_id"), userVersion: try userVersion)
  }

  /// Lets the last connection move the log into the file again.
  public func ownsLog() throws(SQLiteError) {
    try keepLog(false)
  }

  private func keepLog(_ isKept: Bool) throws(SQLiteError) {
    try turn(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, isOn: isKept)
  }

  // SQLITE_IOERR_SHORT_READ is an expression that Swift does not import.
  private static let shortRead = SQLITE_IOERR | 2 << 8
}
