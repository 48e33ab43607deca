/// A project's board: its workflow, and of each status the count and a window of cards.
public struct Board: Hashable, Sendable {
  /// The project.
  public var project: Project
  /// The workflow that its tickets follow.
  public var workflow: Workflow
  /// One per status, in the workflow's order.
  public var columns: [Column]
  /// The place in history up to which the board is true.
  public var sequence: Int64
  /// Whether an assistant provider is configured and active, or the workflow asks for none.
  public var hasAssistant: Bool

  /// A board with its parts.
  public init(
    project: Project, workflow: Workflow, columns: [Column], sequence: Int64,
    hasAssistant: Bool = false
  ) {
    self.hasAssistant = hasAssistant
    self.project = project
    self.workflow = workflow
    self.columns = columns
    self.sequence = sequence
  }

  /// One status of the board.
  public struct Column: Hashable, Sendable {
    /// The status.
    public var status: Status.ID
    /// How many tickets pass the filter.
    public var count: Count
    /// How many tickets the status holds without any filter; what a WIP limit counts.
    ///
    /// Tickets bound to another workflow stand in the column without being in its status.
    public var total: Int
    /// The cards at the top, in order.
    public var window: CardWindow

    /// A column with its parts.
    public init(status: Status.ID, count: Count, total: Int, window: CardWindow) {
      self.status = status
      self.count = count
      self.total = total
      self.window = window
    }
  }
}

/// How many there are, where counting to the end may cost too much.
public enum Count: Hashable, Sendable {
  case exactly(Int)
  case atLeast(Int)

  /// The number counted so far.
  public var value: Int {
    switch self {
    case .exactly(let value), .atLeast(let value): value
    }
  }
}

/// A run of neighbouring cards of one column.
public struct CardWindow: Hashable, Sendable {
  /// The cards, in the column's order.
  public var cards: [Card]
  /// Whether the column has cards above the first.
  public var hasEarlier: Bool
  /// Whether the column has, or under a filter may have, cards below the last.
  public var hasLater: Bool
  /// How far a search has looked that found fewer cards than were asked for; `nil` if it has looked everywhere.
  ///
  /// It goes on below that place, or above it.
  public var seen: CardPosition?

  /// A run with its parts.
  public init(
    cards: [Card], hasEarlier: Bool, hasLater: Bool, seen: CardPosition? = nil
  ) {
    self.seen = seen
    self.cards = cards
    self.hasEarlier = hasEarlier
    self.hasLater = hasLater
  }
}
