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
    var last = ""
    for _ in 0..<Self.hopLimit where suggestions.count < limit {
      let name = try first(Self.nextName(kind), [.project(project), .text(last)]) { $0.text(0) }
      guard let name else { break }
      if name.lowercased().hasPrefix(folded) { suggestions.append(name) }
      last = name
    }
    return suggestions
  }

  private static func nextName(_ kind: SuggestionKind) -> String {
    switch kind {
    case .assignee:
      """
      SELECT assignee FROM ticket INDEXED BY ticket_assignee
      WHERE project = $1 AND assignee > $2 ORDER BY assignee LIMIT 1
      """
    case .label:
      "SELECT label FROM label WHERE project = $1 AND label > $2 ORDER BY label LIMIT 1"
    }
  }

  private static let hopLimit = 2_000
}
