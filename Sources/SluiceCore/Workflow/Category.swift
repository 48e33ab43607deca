/// What a status means to someone who does not know the workflow.
///
/// Source: Alloy's workflow guide, §2.
public enum Category: String, CaseIterable, Hashable, Sendable {
  case backlog
  case todo
  case inProgress = "in_progress"
  case inReview = "in_review"
  case done
  case cancelled

  /// Whether work in such a status is over.
  public var isTerminal: Bool {
    self == .done || self == .cancelled
  }

  /// The heading for people.
  public var title: String {
    switch self {
    case .backlog: "Backlog"
    case .todo: "Todo"
    case .inProgress: "In progress"
    case .inReview: "In review"
    case .done: "Done"
    case .cancelled: "Cancelled"
    }
  }
}
