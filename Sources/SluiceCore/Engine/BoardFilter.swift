/// Which tickets a board or a list shows; every part that is given must hold.
public struct BoardFilter: Hashable, Sendable {
  /// Whose tickets.
  public enum Assignee: Hashable, Sendable {
    /// Of the person of that name.
    case named(String)
    /// Of nobody.
    case nobody
  }

  /// Words that must all begin a word of the title or the description.
  public var words: [String]
  /// Whose tickets; `nil` for anyone's.
  public var assignee: Assignee?
  /// Labels that must all be there.
  public var labels: [String]
  /// The least priority; `nil` for any.
  public var minimumPriority: Priority?

  /// A filter with its parts; by default everything passes.
  public init(
    words: [String] = [], assignee: Assignee? = nil, labels: [String] = [],
    minimumPriority: Priority? = nil
  ) {
    self.words = words
    self.assignee = assignee
    self.labels = labels
    self.minimumPriority = minimumPriority
  }

  /// Lets everything pass.
  public static let everything = BoardFilter()

  /// Whether everything passes.
  public var isEverything: Bool {
    self == .everything
  }
}
