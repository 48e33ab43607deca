internal import SQLite
public import SluiceCore

extension Store {
  /// People or labels of a project that begin with a prefix, in any case, sorted.
  ///
  /// Hops from one name to the next in an index, so the cost depends on names and not on tickets.
  public func suggestions(
    _ kind: SuggestionKind, in project: ProjectRow, prefix: String, limit: Int
  ) throws(EngineError) -> [String] {
    let folded = prefix.lowercased()
    var suggestions: [String] = []
    var hops = 0
    for start in Self.starts(of: folded) {
      var next = try first(Self.nextName(kind, ">="), [.project(project), .text(start)]) {
        $0.text(0)
      }
      while let name = next, name.utf8.starts(with: start.utf8) {
        guard suggestions.count < limit, hops < Self.hopLimit else { return suggestions }
        if name.lowercased().hasPrefix(folded) { suggestions.append(name) }
        hops += 1
        next = try first(Self.nextName(kind, ">"), [.project(project), .text(name)]) { $0.text(0) }
      }
    }
    return suggestions
  }

  /// How names with a prefix may begin, in the order of the index: its first letters in either case, as far
  /// as both have one byte.
  private static func starts(of folded: String) -> [String] {
    let letters = folded.prefix(while: \.isASCII).prefix(longestStart)
    return letters.reduce([""]) { starts, letter in
      let cases = letter.isLetter ? [letter.uppercased(), String(letter)] : [String(letter)]
      return starts.flatMap { start in cases.map { start + $0 } }
    }
  }

  private static func nextName(_ kind: SuggestionKind, _ relation: String) -> String {
    switch kind {
    case .assignee:
      """
      SELECT assignee FROM ticket INDEXED BY ticket_assignee
      WHERE project = $1 AND assignee \(relation) $2 ORDER BY assignee LIMIT 1
      """
    case .label:
      """
      SELECT label FROM label
      WHERE project = $1 AND label \(relation) $2 ORDER BY label LIMIT 1
      """
    }
  }

  private static let hopLimit = 2_000
  /// Eight starts at most.
  private static let longestStart = 3
}
