internal import CSQLite

/// The row that a statement stands on; not to be kept beyond the next step.
///
/// Columns count from 0. A value of another type is converted as SQLite does, NULL to 0 or an empty text.
public struct Row {
  let pointer: OpaquePointer

  /// Whether the column is NULL.
  public func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(pointer, Int32(column)) == SQLITE_NULL
  }

  /// A whole number of 64 bits.
  public func int64(_ column: Int) -> Int64 {
    sqlite3_column_int64(pointer, Int32(column))
  }

  /// A whole number.
  public func int(_ column: Int) -> Int {
    Int(int64(column))
  }

  /// A whole number, or `nil` for NULL.
  public func optionalInt(_ column: Int) -> Int? {
    isNull(column) ? nil : int(column)
  }

  /// A floating-point number.
  public func double(_ column: Int) -> Double {
    sqlite3_column_double(pointer, Int32(column))
  }

  /// A text; bytes that are not UTF-8 are replaced.
  public func text(_ column: Int) -> String {
    guard let start = sqlite3_column_text(pointer, Int32(column)) else { return "" }
    // The count is asked after the text, for that call may convert.
    let count = Int(sqlite3_column_bytes(pointer, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// A text, or `nil` for NULL.
  public func optionalText(_ column: Int) -> String? {
    isNull(column) ? nil : text(column)
  }

  /// Lends the bytes of a blob or text without copying them.
  public func withBytes<Result>(_ column: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result
  {
    let start = sqlite3_column_blob(pointer, Int32(column))
    let count = Int(sqlite3_column_bytes(pointer, Int32(column)))
    return body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  /// The bytes of a blob.
  public func blob(_ column: Int) -> [UInt8] {
    withBytes(column) { [UInt8]($0) }
  }
}
