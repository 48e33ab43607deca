/// Which tickets a board or a list shows; every part that is given must hold.
///
/// The parts that indexes know stand by themselves, so that an engine need not look for them; everything else
/// that a filter can say stands in `condition`.
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
  /// What else must hold.
  ///
  /// It is resolved: nobody is called `me` in it, days are days of the calendar, and no view is named. What is
  /// not resolved is refused.
  public var condition: Filter

  /// A filter with its parts; by default everything passes.
  public init(
    words: [String] = [], assignee: Assignee? = nil, labels: [String] = [],
    minimumPriority: Priority? = nil, condition: Filter = .everything
  ) {
    self.words = words
    self.assignee = assignee
    self.labels = labels
    self.minimumPriority = minimumPriority
    self.condition = condition
  }

  /// Lets everything pass.
  public static let everything = BoardFilter()

  /// Whether everything passes.
  public var isEverything: Bool {
    self == .everything
  }
}
