/// What a board shows of a ticket.
public struct Card: Hashable, Sendable {
  /// What people call it.
  public let key: TicketKey
  /// The status of the board's workflow in whose column it stands.
  public let status: Status.ID
  /// Its title.
  public let title: String
  /// How urgent it is.
  public let priority: Priority
  /// Who works on it.
  public let assignee: String?
  /// Its labels, sorted.
  public let labels: [String]
  /// When it should be done.
  public let due: CalendarDay?
  /// When it entered its status.
  public let enteredAt: Timestamp
  /// How many requirements of the gate ahead are met.
  public let metRequirements: Int
  /// Counts its changes.
  public let version: Int
  /// The agent that works on it.
  public let agent: String?
  /// Where it stands in the workflow that it is bound to; `nil` if it follows its project's.
  public let bound: BoundPlace?

  /// Where a bound ticket stands, whose column on the board is only the nearest to it.
  public struct BoundPlace: Hashable, Sendable {
    /// The name of the workflow.
    public let workflow: String
    /// The name of its status there.
    public let status: String
    /// How many requirements the gate ahead has there.
    public let requirements: Int

    /// A place with its parts.
    public init(workflow: String, status: String, requirements: Int) {
      self.workflow = workflow
      self.status = status
      self.requirements = requirements
    }
  }

  /// A card with its parts.
  public init(
    key: TicketKey, status: Status.ID, title: String, priority: Priority, assignee: String?,
    labels: [String], due: CalendarDay?, enteredAt: Timestamp, metRequirements: Int, version: Int,
    agent: String? = nil, bound: BoundPlace? = nil
  ) {
    self.agent = agent
    self.bound = bound
    self.key = key
    self.status = status
    self.title = title
    self.priority = priority
    self.assignee = assignee
    self.labels = labels
    self.due = due
    self.enteredAt = enteredAt
    self.metRequirements = metRequirements
    self.version = version
  }

  /// The place of the card in its column.
  public var position: CardPosition {
    CardPosition(priority: priority, enteredAt: enteredAt, number: key.number, ordinal: key.ordinal)
  }
}

/// The place of a card in its column: most urgent first, then the latest to enter, then the newest.
///
/// `<` is “stands above”. Under a filter by words the order is by number alone, newest first.
public struct CardPosition: Hashable, Comparable, Sendable {
  /// How urgent it is.
  public let priority: Priority
  /// When it entered the status.
  public let enteredAt: Timestamp
  /// Its number in the project.
  public let number: Int
  /// Its place among the sub-tasks of a task; 0 for none.
  public let ordinal: Int

  /// A place with its parts.
  public init(priority: Priority, enteredAt: Timestamp, number: Int, ordinal: Int) {
    self.priority = priority
    self.enteredAt = enteredAt
    self.number = number
    self.ordinal = ordinal
  }

  /// Whether `left` stands above `right`.
  public static func < (left: CardPosition, right: CardPosition) -> Bool {
    (left.priority, left.enteredAt, left.number, left.ordinal)
      > (right.priority, right.enteredAt, right.number, right.ordinal)
  }
}
