internal import CSQLite

extension Database {
  /// Lets statements ask whether a word of a text begins with another: `begins_word(text, beginning, limit)`.
  ///
  /// The beginning is one word as `tokenizer` folds it. The answer is NULL for a text of more bytes than the
  /// limit. The connection keeps the tokenizer until it closes.
  public func addWordFunction(_ tokenizer: Tokenizer) throws(SQLiteError) {
    let context = Unmanaged.passRetained(tokenizer).toOpaque()
    let result = sqlite3_create_function_v2(
      handle, "begins_word", 3, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, context,
      { call, _, arguments in
        guard let arguments, let context = sqlite3_user_data(call) else { return }
        let tokenizer = Unmanaged<Tokenizer>.fromOpaque(context).takeUnretainedValue()
        let text = bytes(of: arguments[0])
        guard text.count <= sqlite3_value_int64(arguments[2]) else { return }
        let isFound = tokenizer.hasWord(in: text, beginningWith: bytes(of: arguments[1]))
        sqlite3_result_int(call, isFound ? 1 : 0)
      }, nil, nil,
      { context in
        if let context { Unmanaged<Tokenizer>.fromOpaque(context).release() }
      })
    guard result == SQLITE_OK else { throw SQLiteError(result, of: handle) }
  }
}

/// The text of an argument, which stands as long as the call lasts; empty for NULL.
private func bytes(of value: OpaquePointer?) -> UnsafeBufferPointer<UInt8> {
  // The count is asked after the text, for that call may convert.
  let start = sqlite3_value_text(value)
  return UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
}
