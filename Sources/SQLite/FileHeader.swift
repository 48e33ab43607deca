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

  init(_ bytes: [UInt8]) {
    if bytes.allSatisfy({ $0 == 0 }) {
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
  public func fileHeader() throws(SQLiteError) -> FileHeader {
    var bytes = [UInt8](repeating: 0, count: FileHeader.length)
    let result = sluice_sqlite3_read_start(handle, &bytes, Int32(bytes.count))
    guard result == SQLITE_OK || result == Self.shortRead else {
      throw SQLiteError(result, of: nil)
    }
    return FileHeader(bytes)
  }

  // SQLITE_IOERR_SHORT_READ is an expression that Swift does not import.
  private static let shortRead = SQLITE_IOERR | 2 << 8
}
