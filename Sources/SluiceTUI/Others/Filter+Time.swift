import SluiceCore

extension Filter {
  /// Whether a ticket may come to pass it although nobody has changed it: time alone does.
  var isOfTime: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains(where: \.isOfTime)
    case .not(let part): part.isOfTime
    case .term(let term): term.isOfTime
    }
  }
}

extension FilterTerm {
  fileprivate var isOfTime: Bool {
    switch self {
    case .age, .stale, .due(_, .within), .trait(.overdue): true
    default: false
    }
  }
}
