internal import CSQLite

extension Database {
  /// Lets statements ask whether a word of a text begins with another: `begins_word(text, beginning)`.
  ///
  /// The beginning is one word as `tokenizer` folds it; the connection keeps the tokenizer until it closes.
  public func addWordFunction(_ tokenizer: Tokenizer) throws(SQLiteError) {
    let context = Unmanaged.passRetained(tokenizer).toOpaque()
    let result = sqlite3_create_function_v2(
      handle, "begins_word", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, context,
      { call, _, arguments in
        guard let arguments, let context = sqlite3_user_data(call) else { return }
        let tokenizer = Unmanaged<Tokenizer>.fromOpaque(context).takeUnretainedValue()
        let texts = (0..<2).map { place -> String in
          guard let start = sqlite3_value_text(arguments[place]) else { return "" }
          // The count is asked after the text, for that call may convert.
          let count = Int(sqlite3_value_bytes(arguments[place]))
          return String(
            decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
        }
        sqlite3_result_int(
          call, tokenizer.hasWord(in: texts[0], beginningWith: texts[1]) ? 1 : 0)
      }, nil, nil,
      { context in
        if let context { Unmanaged<Tokenizer>.fromOpaque(context).release() }
      })
    guard result == SQLITE_OK else { throw SQLiteError(result, of: handle) }
  }
}
