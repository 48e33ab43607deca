import SluiceCore

/// Which column of a CSV file holds which attribute of a ticket.
struct CSVMapping {
  /// What a column can be taken for.
  enum Attribute: String, CaseIterable {
    case id, title, description, status, priority, assignee, reporter, labels, due, created, updated

    /// The word of `--map` and of a column that needs none.
    static let words = allCases.map(\.rawValue)
  }

  private(set) var columns: [Attribute: Int] = [:]

  /// The mapping by what was said, and by headings that are called like an attribute.
  ///
  /// `texts` are the values of `--map`, such as `title=Summary,status=State`; a heading may hold commas.
  init(_ texts: [String], headings: [String]) throws(Failure) {
    let headings = headings.map(\.trimmingBlanks)
    for attribute in Attribute.allCases {
      columns[attribute] = headings.firstIndex { $0.lowercased() == attribute.rawValue }
    }
    for pair in texts.flatMap(Self.pairs) {
      let (word, heading) = try Self.divide(pair)
      guard let attribute = Attribute(rawValue: word) else {
        throw Self.unknown(word, among: Attribute.words, as: "an attribute of a ticket")
      }
      guard let column = headings.firstIndex(of: heading) else {
        throw Self.unknown(heading, among: headings, as: "a column of the file")
      }
      columns[attribute] = column
    }
    guard columns[.title] != nil else {
      throw Self.usage(
        "No column is called “title”; the file has \(headings.joined(separator: ", ")).",
        next: "sluice import csv FILE --map title=COLUMN")
    }
  }

  /// Cuts at commas, but a part without `=` belongs to the heading before it.
  private static func pairs(_ text: String) -> [String] {
    var pairs: [String] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      if part.contains("=") || pairs.isEmpty {
        pairs.append(String(part))
      } else {
        pairs[pairs.count - 1] += "," + part
      }
    }
    return pairs
  }

  private static func divide(_ pair: String) throws(Failure) -> (String, String) {
    guard let equals = pair.firstIndex(of: "=") else {
      throw usage("--map needs ATTRIBUTE=COLUMN, not “\(pair)”.")
    }
    let heading = pair[pair.index(after: equals)...]
    return (pair[..<equals].trimmingBlanks, heading.trimmingBlanks)
  }

  private static func unknown(_ word: String, among known: [String], as what: String) -> Failure {
    let hint = nearest(to: word, among: known).map { " Did you mean “\($0)”?" } ?? ""
    return usage("“\(word)” is not \(what) (\(known.joined(separator: ", "))).\(hint)")
  }

  private static func usage(
    _ message: String, next: String = "sluice import csv --help"
  ) -> Failure {
    .usage(message, next: next)
  }
}
