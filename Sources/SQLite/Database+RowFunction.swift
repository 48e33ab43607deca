internal import CSQLite

extension Database {
  /// Lets statements ask whether a row is one of several: `is_among(row, rows)`, in steps of halving.
  ///
  /// The rows are a blob as ``Value/rows(_:)`` makes it.
  public func addRowFunction() throws(SQLiteError) {
    let result = sqlite3_create_function_v2(
      handle, "is_among", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nil,
      { call, _, arguments in
        guard let arguments else { return }
        let row = sqlite3_value_int64(arguments[0])
        let start = sqlite3_value_blob(arguments[1])
        let count = Int(sqlite3_value_bytes(arguments[1]))
        let rows = UnsafeRawBufferPointer(start: start, count: count)
        sqlite3_result_int(call, rows.hasRow(row) ? 1 : 0)
      }, nil, nil, nil)
    guard result == SQLITE_OK else { throw SQLiteError(result, of: handle) }
  }
}

extension Value {
  /// Rows in ascending order, for `is_among`.
  public static func rows(_ rows: [Int64]) -> Value {
    .blob(rows.withUnsafeBytes(Array.init))
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func hasRow(_ row: Int64) -> Bool {
    let size = MemoryLayout<Int64>.size
    var (low, high) = (0, count / size)
    while low < high {
      let middle = (low + high) / 2
      let found = loadUnaligned(fromByteOffset: middle * size, as: Int64.self)
      if found == row { return true }
      if found < row { low = middle + 1 } else { high = middle }
    }
    return false
  }
}
