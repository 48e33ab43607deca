/// What an engine behind a plain server may be unable to do.
public enum EngineFeature: CaseIterable, Hashable, Sendable {
  case comments
  case assignees
  case labels
  case dueDates
  case deletion
  case undo

  /// What it is called in a sentence.
  public var title: String {
    switch self {
    case .comments: "comments"
    case .assignees: "assignees"
    case .labels: "labels"
    case .dueDates: "due dates"
    case .deletion: "way to delete a ticket"
    case .undo: "way to take a change back"
    }
  }
}

extension Engine {
  /// An engine of ours can do everything.
  public func refusal(of feature: EngineFeature) -> String? { nil }
}
