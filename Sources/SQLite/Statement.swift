internal import CSQLite

/// A prepared statement; finalised with its last reference.
///
/// Placeholders are written `$1`, `$2` and so on, and bound by that number wherever they stand.
public final class Statement {
  let pointer: OpaquePointer
  private let database: OpaquePointer
  private let slots: [Int32]

  init(_ sql: String, in database: OpaquePointer) throws(SQLiteError) {
    var pointer: OpaquePointer?
    // SQLITE_PREPARE_PERSISTENT: statements are cached for the life of the connection.
    let result = sqlite3_prepare_v3(
      database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil)
    guard result == SQLITE_OK else { throw SQLiteError(result, of: database) }
    guard let pointer else { throw SQLiteError(.error, "empty statement") }
    self.pointer = pointer
    self.database = database
    slots = Self.slots(of: pointer)
  }

  deinit {
    sqlite3_finalize(pointer)
  }

  /// The index of each placeholder; SQLite counts `$n` by first appearance, not by `n`.
  private static func slots(of pointer: OpaquePointer) -> [Int32] {
    let count = sqlite3_bind_parameter_count(pointer)
    guard count > 0 else { return [] }
    return (1...count).map { sqlite3_bind_parameter_index(pointer, "$\($0)") }
  }

  /// Binds the first value to `$1`, the second to `$2` and so on.
  public func bind(_ values: [Value]) throws(SQLiteError) {
    guard values.count == slots.count, !slots.contains(0) else {
      throw SQLiteError(.error, "\(values.count) values for \(slots.count) placeholders")
    }
    for (slot, value) in zip(slots, values) {
      let result = bind(value, at: slot)
      guard result == SQLITE_OK else { throw SQLiteError(result, of: database) }
    }
  }

  private func bind(_ value: Value, at slot: Int32) -> Int32 {
    switch value {
    case .null:
      return sqlite3_bind_null(pointer, slot)
    case .integer(let number):
      return sqlite3_bind_int64(pointer, slot, number)
    case .real(let number):
      return sqlite3_bind_double(pointer, slot, number)
    case .text(var text):
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          sluice_sqlite3_bind_text(pointer, slot, $0.baseAddress, Int32($0.count))
        }
      }
    case .blob(let bytes):
      return bytes.withUnsafeBytes {
        $0.isEmpty
          ? sqlite3_bind_zeroblob(pointer, slot, 0)
          : sluice_sqlite3_bind_blob(pointer, slot, $0.baseAddress, Int32($0.count))
      }
    }
  }

  /// Advances to the next row; `false` when there is none.
  public func step() throws(SQLiteError) -> Bool {
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let result: throw SQLiteError(result, of: database)
    }
  }

  /// The row stepped to; valid until the next step.
  public var row: Row {
    Row(pointer: pointer)
  }

  /// Gives up the rows and the locks that come with them.
  public func reset() {
    // It repeats the error of the last step, which `step` has thrown already.
    _ = sqlite3_reset(pointer)
  }

  /// How many instructions of SQLite's machine it has taken so far.
  var instructions: Int {
    Int(sqlite3_stmt_status(pointer, SQLITE_STMTSTATUS_VM_STEP, 0))
  }
}
