/// Asks for the counts and the first cards of every status of a project.
public struct BoardQuery: Hashable, Sendable {
  /// Which project.
  public var project: ProjectReference
  /// Which tickets.
  public var filter: BoardFilter
  /// How many cards of each status at most.
  public var limit: Int

  /// A query with its parts.
  public init(project: ProjectReference, filter: BoardFilter = .everything, limit: Int = 50) {
    self.project = project
    self.filter = filter
    self.limit = limit
  }
}

/// Asks for a window of one column; the cost does not depend on how deep it lies.
public struct ColumnQuery: Hashable, Sendable {
  /// Where the window lies.
  public enum Anchor: Hashable, Sendable {
    /// At the top of the column.
    case top
    /// At the bottom of the column.
    case bottom
    /// Just below a card that stands, or once stood, at the position.
    case below(CardPosition)
    /// Just above it.
    case above(CardPosition)
    /// At the card itself, or the first below it if it is gone.
    case at(CardPosition)
  }

  /// Which project.
  public var project: ProjectReference
  /// Which status.
  public var status: Status.ID
  /// Which tickets.
  public var filter: BoardFilter
  /// Where the window lies.
  public var anchor: Anchor
  /// How many cards at most.
  public var limit: Int

  /// A query with its parts.
  public init(
    project: ProjectReference, status: Status.ID, filter: BoardFilter = .everything,
    anchor: Anchor, limit: Int = 50
  ) {
    self.project = project
    self.status = status
    self.filter = filter
    self.anchor = anchor
    self.limit = limit
  }
}

/// Asks for a page of a long list.
public struct PageRequest: Hashable, Sendable {
  /// How many at most.
  public var limit: Int
  /// Where the page before ended; `nil` for the first page.
  public var cursor: String?

  /// The most that one page holds.
  public static let maximumLimit = 500

  /// A request with its parts; the limit is held within 1 and `maximumLimit`.
  public init(limit: Int = 50, cursor: String? = nil) {
    self.limit = min(max(limit, 1), Self.maximumLimit)
    self.cursor = cursor
  }
}

/// A page of a long list.
public struct Page<Item: Hashable & Sendable>: Hashable, Sendable {
  /// What stands on it.
  public var items: [Item]
  /// Asks for the next page; `nil` on the last one.
  public var nextCursor: String?

  /// A page with its parts.
  public init(items: [Item], nextCursor: String? = nil) {
    self.items = items
    self.nextCursor = nextCursor
  }
}

/// Asks for tickets of a project, newest first.
public struct TicketQuery: Hashable, Sendable {
  /// Which project.
  public var project: ProjectReference
  /// Only those in the status of that name; `nil` for any.
  public var status: String?
  /// Only those in that column of the project's board, be they bound to another workflow or not; `nil` for
  /// any.
  public var column: Status.ID?
  /// Which tickets.
  public var filter: BoardFilter

  /// A query with its parts.
  public init(
    project: ProjectReference, status: String? = nil, column: Status.ID? = nil,
    filter: BoardFilter = .everything
  ) {
    self.project = project
    self.status = status
    self.column = column
    self.filter = filter
  }
}

/// Asks how many tickets pass a filter, a slice at a time.
public struct CountQuery: Hashable, Sendable {
  /// Which project.
  public var project: ProjectReference
  /// Which tickets.
  public var filter: BoardFilter
  /// Where the slice before ended; `nil` for the first one.
  public var cursor: String?

  /// A query with its parts.
  public init(project: ProjectReference, filter: BoardFilter, cursor: String? = nil) {
    self.project = project
    self.filter = filter
    self.cursor = cursor
  }
}

/// What a slice of counting came to.
public struct CountSlice: Hashable, Sendable {
  /// How many more of each status pass; a status that is not named has none more.
  public var counts: [Status.ID: Int]
  /// Asks for the next slice; `nil` if all is counted.
  public var cursor: String?

  /// A slice with its parts.
  public init(counts: [Status.ID: Int], cursor: String? = nil) {
    self.counts = counts
    self.cursor = cursor
  }
}
