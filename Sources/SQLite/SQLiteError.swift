internal import CSQLite

/// What SQLite answered instead of doing what it was asked.
public struct SQLiteError: Error, Hashable, Sendable {
  /// The extended result code.
  public let code: Code
  /// What SQLite says of it, in English.
  public let message: String

  /// A failure with its parts.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// A result code of SQLite; the low eight bits are the primary code.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The number as `sqlite3.h` defines it.
    public let rawValue: Int32

    /// The code with that number.
    public init(rawValue: Int32) {
      self.rawValue = rawValue
    }

    /// The code without its extension.
    public var primary: Code {
      Code(rawValue: rawValue & 0xFF)
    }
  }
}

extension SQLiteError.Code {
  /// The statement is wrong, or the library cannot do this.
  public static let error = Self(rawValue: SQLITE_ERROR)
  /// The operating system does not let this process.
  public static let permission = Self(rawValue: SQLITE_PERM)
  /// Another connection holds a lock.
  public static let busy = Self(rawValue: SQLITE_BUSY)
  /// The file, its folder or the connection may only be read.
  public static let readOnly = Self(rawValue: SQLITE_READONLY)
  /// Reading or writing failed.
  public static let inputOutput = Self(rawValue: SQLITE_IOERR)
  /// The content is not what SQLite wrote.
  public static let corrupt = Self(rawValue: SQLITE_CORRUPT)
  /// There is no space left.
  public static let full = Self(rawValue: SQLITE_FULL)
  /// The file, its journal or its folder cannot be opened.
  public static let cannotOpen = Self(rawValue: SQLITE_CANTOPEN)
  /// A constraint of the schema does not hold.
  public static let constraint = Self(rawValue: SQLITE_CONSTRAINT)
  /// The file is not a database.
  public static let notADatabase = Self(rawValue: SQLITE_NOTADB)
}

extension SQLiteError {
  /// The newest failure of a connection.
  init(_ result: Int32, of handle: OpaquePointer?) {
    let text = handle.flatMap(sqlite3_errmsg) ?? sqlite3_errstr(result)
    self.init(Code(rawValue: result), text.map { String(cString: $0) } ?? "unknown")
  }

  /// A row whose content cannot be what this program wrote.
  public static func malformed(_ what: String) -> SQLiteError {
    SQLiteError(.corrupt, "unexpected \(what)")
  }
}
