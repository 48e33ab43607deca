internal import SQLite
internal import SluiceCore

/// What a person searches: words that must all begin a word of a ticket, or the key of one.
struct SearchExpression: Hashable {
  /// The words in the query language of the full-text index: `"fix"* AND "lo"*`.
  ///
  /// Every word is quoted, so nothing that was typed is taken for an operator.
  let text: String
  /// The words themselves, folded as the index keeps them.
  let words: [String]
  /// The words of which `text` has only the beginning; matches have to be looked at.
  let unfinished: [String]
  /// The ticket whose key or number was typed, which is found too.
  var ticket: TicketRow?
  /// A few tickets among which all matches are, so that each of them can be tried.
  var candidates: TicketSelection?

  /// The longest prefix that the index can walk match by match; a longer one would make it gather all
  /// matches first, which takes time proportional to their number.
  static let longestPrefix = 6

  /// `nil` if there is nothing to search: no letter and no digit in any word.
  init?(_ words: [String], _ tokenizer: Tokenizer) {
    let words = words.flatMap(tokenizer.words)
    guard !words.isEmpty else { return nil }
    self.words = words
    text = words.map(Self.query).joined(separator: " AND ")
    unfinished = words.filter { Self.indexed($0) != $0 }
  }

  /// What asks the index for a single folded word, or for its beginning.
  static func query(_ word: String) -> String { "\"\(indexed(word))\"*" }

  private static func indexed(_ word: String) -> String {
    String(String.UnicodeScalarView(word.unicodeScalars.prefix(longestPrefix)))
  }
}

extension String {
  /// The number written in digits alone.
  var plainNumber: Int? {
    utf8.allSatisfy { (48...57).contains($0) } ? Int(self) : nil
  }
}

extension SearchExpression {
  /// The statement that walks the matches by number; its rows are computed one by one.
  ///
  /// It may end after `bound` rows, a constant of who asks.
  func sql(columns: String, order: String, bound: Int) -> String {
    if let candidates {
      return """
        SELECT \(columns) FROM ticket t
        WHERE t.id IN (\(candidates.sql(first: 5))) AND t.id BETWEEN $2 AND $3
          AND (t.id = $4 OR EXISTS (SELECT 1 FROM search WHERE search MATCH $1 AND rowid = t.id))
        ORDER BY t.id \(order)
        """
    }
    guard ticket != nil else {
      return """
        SELECT \(columns) FROM search s CROSS JOIN ticket t ON t.id = s.rowid
        WHERE search MATCH $1 AND s.rowid BETWEEN $2 AND $3 ORDER BY s.rowid \(order)
        """
    }
    // With a limit the inner order is kept, and keeping it is what lets the matches come one by one.
    return """
      SELECT \(columns) FROM (
        SELECT rowid AS id FROM search WHERE search MATCH $1 AND rowid BETWEEN $2 AND $3
        UNION SELECT id FROM ticket WHERE id = $4 AND id BETWEEN $2 AND $3
        ORDER BY 1 \(order) LIMIT \(bound)) s
      CROSS JOIN ticket t ON t.id = s.id
      """
  }

  /// What `sql` binds.
  func values(_ range: (first: Int64, last: Int64), in project: ProjectRow) -> [Value] {
    let match: [Value] = [.text(text), .integer(range.first), .integer(range.last)]
    let named = ticket.map { [Value.ticket($0)] }
    guard let candidates else { return match + (named ?? []) }
    return match + (named ?? [nil]) + candidates.values(in: project)
  }
}

extension Store {
  /// The words of a filter for the index; `nil` if nothing can match.
  func expression(
    _ filter: BoardFilter, in project: ProjectRow
  ) throws(EngineError) -> SearchExpression? {
    var expression = try translating { () throws(SQLiteError) in
      SearchExpression(filter.words, try connection.tokenizer)
    }
    expression?.ticket = try namedTicket(filter.words, in: project)
    expression?.candidates = try smallSelection(
      filter.selections, in: project, few: Self.fewToTry)
    return expression
  }

  /// How many tickets are few enough to be tried one by one.
  private static let fewToTry = 300

  private func namedTicket(
    _ words: [String], in project: ProjectRow
  ) throws(EngineError) -> TicketRow? {
    guard let word = words.first, words.count == 1 else { return nil }
    if let number = word.plainNumber {
      return TicketRow(project: project, number: number, ordinal: 0)
    }
    guard let key = TicketKey(word), try self.project(.key(key.project))?.row == project else {
      return nil
    }
    return TicketRow(project: project, number: key.number, ordinal: key.ordinal)
  }
}
