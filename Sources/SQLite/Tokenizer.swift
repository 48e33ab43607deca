internal import CSQLite

/// Divides texts into words exactly as the full-text index of the connection does.
///
/// Must not be used after its connection is closed.
public final class Tokenizer {
  private let functions: fts5_tokenizer
  private let instance: OpaquePointer

  /// Makes the tokenizer `unicode61` with accents removed.
  public init(of database: Database) throws(SQLiteError) {
    guard let api = sluice_sqlite3_fts5(database.handle) else {
      throw SQLiteError(.error, "no full-text index")
    }
    var context: UnsafeMutableRawPointer?
    var functions = fts5_tokenizer()
    var result = api.pointee.xFindTokenizer(api, "unicode61", &context, &functions)
    guard result == SQLITE_OK, let create = functions.xCreate else {
      throw SQLiteError(result, of: nil)
    }
    var instance: OpaquePointer?
    result = "remove_diacritics".withCString { name in
      "2".withCString { value in
        var arguments: [UnsafePointer<CChar>?] = [name, value]
        return create(context, &arguments, 2, &instance)
      }
    }
    guard result == SQLITE_OK, let instance else { throw SQLiteError(result, of: nil) }
    self.functions = functions
    self.instance = instance
  }

  deinit {
    functions.xDelete?(instance)
  }

  /// The words of a text in their order, folded as the index keeps them.
  public func words(in text: String) -> [String] {
    var words: [String] = []
    visit(text) { word in
      words.append(String(decoding: word, as: UTF8.self))
      return true
    }
    return words
  }

  /// Whether a word of a text begins with a folded one.
  public func hasWord(in text: String, beginningWith prefix: String) -> Bool {
    var (text, prefix) = (text, prefix)
    return text.withUTF8 { text in
      prefix.withUTF8 { prefix in hasWord(in: text, beginningWith: prefix) }
    }
  }

  /// The same for texts that are bytes of UTF-8.
  func hasWord(
    in text: UnsafeBufferPointer<UInt8>, beginningWith prefix: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var isFound = false
    visit(text) { word in
      isFound = word.starts(with: prefix)
      return !isFound
    }
    return isFound
  }

  /// Shows the folded words of a text until `body` answers `false`.
  private func visit(_ text: String, _ body: (UnsafeRawBufferPointer) -> Bool) {
    var text = text
    text.withUTF8 { visit($0, body) }
  }

  private func visit(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeRawBufferPointer) -> Bool
  ) {
    withoutActuallyEscaping(body) { body in
      var visitor = Visitor(body: body)
      withUnsafeMutablePointer(to: &visitor) { tokenize(text, with: $0) }
    }
  }

  private func tokenize(
    _ text: UnsafeBufferPointer<UInt8>, with visitor: UnsafeMutablePointer<Visitor>
  ) {
    text.withMemoryRebound(to: CChar.self) { bytes in
      _ = functions.xTokenize?(
        instance, visitor, FTS5_TOKENIZE_QUERY, bytes.baseAddress, Int32(bytes.count),
        { context, _, word, count, _, _ in
          guard let visitor = context?.assumingMemoryBound(to: Visitor.self) else {
            return SQLITE_DONE
          }
          let word = UnsafeRawBufferPointer(start: word, count: Int(count))
          return visitor.pointee.body(word) ? SQLITE_OK : SQLITE_DONE
        })
    }
  }

  private struct Visitor {
    let body: (UnsafeRawBufferPointer) -> Bool
  }
}
