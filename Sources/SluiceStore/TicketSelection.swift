internal import SQLite
internal import SluiceCore

/// The tickets of a project that have one thing in common, by an index that knows them.
enum TicketSelection: Hashable {
  case label(String)
  case assignee(String?)
  case status(Status.ID)

  /// Answers their rows in no particular order; the two values are bound from `$first` on.
  func sql(first: Int = 1) -> String {
    let (project, name) = ("$\(first)", "$\(first + 1)")
    switch self {
    case .label:
      return "SELECT ticket FROM label WHERE project = \(project) AND label = \(name)"
    case .assignee:
      return """
        SELECT id FROM ticket INDEXED BY ticket_assignee
        WHERE project = \(project) AND assignee IS \(name)
        """
    case .status:
      return """
        SELECT id FROM ticket INDEXED BY ticket_board WHERE project = \(project) AND status = \(name)
        """
    }
  }

  func values(in project: ProjectRow) -> [Value] {
    switch self {
    case .label(let label): [.project(project), .text(label)]
    case .assignee(let name): [.project(project), .optional(name)]
    case .status(let id): [.project(project), .status(id)]
    }
  }
}

extension BoardFilter {
  /// What the filter's labels and its assignee select.
  var selections: [TicketSelection] {
    let labels = labels.map(TicketSelection.label)
    switch assignee {
    case .named(let name): return labels + [.assignee(name)]
    case .nobody: return labels + [.assignee(nil)]
    case nil: return labels
    }
  }
}

extension Store {
  /// The first of some selections that holds at most `few` tickets.
  func smallSelection(
    _ selections: [TicketSelection], in project: ProjectRow, few: Int
  ) throws(EngineError) -> TicketSelection? {
    for selection in selections {
      let count = try first(
        "SELECT count(*) FROM (\(selection.sql()) LIMIT \(few + 1))",
        selection.values(in: project)
      ) { $0.int(0) }
      if (count ?? 0) <= few { return selection }
    }
    return nil
  }
}
