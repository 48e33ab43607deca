/// What an engine may be unable to do: behind a plain server, or on a file that may only be read.
public enum EngineFeature: CaseIterable, Hashable, Sendable {
  /// Changing anything at all.
  case changes
  case comments
  case assignees
  case labels
  case dueDates
  case deletion
  case undo

  /// What it is called in a sentence.
  public var title: String {
    switch self {
    case .changes: "changes"
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
