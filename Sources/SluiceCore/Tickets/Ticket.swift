/// One piece of work.
public struct Ticket: Hashable, Sendable {
  /// The id of a ticket.
  public typealias ID = Identifier<Ticket>

  /// The public id.
  public let id: ID
  /// What people call it.
  public let key: TicketKey
  /// Where it stands in the hierarchy.
  public let kind: TicketKind
  /// One line of at most `maximumTitleLength` characters, never empty.
  public var title: String
  /// Markdown; empty for none.
  public var description: String
  /// The status it is in.
  public var status: Status.ID
  /// How urgent it is.
  public var priority: Priority
  /// Who works on it.
  public var assignee: String?
  /// Who asked for it.
  public var reporter: String?
  /// Unique, sorted.
  public var labels: [String]
  /// When it should be done.
  public var due: CalendarDay?
  /// Who is meant to do it.
  public var target: ExecutionTarget
  /// The agent that works on it and has locked it against other agents.
  ///
  /// Source: rule 6.
  public var agent: String?
  /// The definition that it is bound to; `nil` if it follows its project's workflow.
  ///
  /// Source: rule 5.
  public let binding: WorkflowRevision?
  /// When it was made.
  public let createdAt: Timestamp
  /// When anything of it last changed.
  public var updatedAt: Timestamp
  /// When it entered its status.
  public var enteredAt: Timestamp
  /// Counts its changes from 1.
  ///
  /// Source: rule 10.
  public var version: Int

  /// The most characters a title has.
  public static let maximumTitleLength = 500
  /// The most characters of a description or a comment.
  public static let maximumTextLength = 200_000
  /// The most characters of a label or a person's name.
  public static let maximumWordLength = 60
  /// The most labels of one ticket.
  public static let maximumLabels = 50

  /// A ticket with its parts.
  public init(
    id: ID, key: TicketKey, kind: TicketKind = .task, title: String, description: String = "",
    status: Status.ID, priority: Priority = .medium, assignee: String? = nil,
    reporter: String? = nil, labels: [String] = [], due: CalendarDay? = nil,
    target: ExecutionTarget = .either, agent: String? = nil, binding: WorkflowRevision? = nil,
    createdAt: Timestamp, updatedAt: Timestamp, enteredAt: Timestamp, version: Int = 1
  ) {
    self.id = id
    self.key = key
    self.kind = kind
    self.title = title
    self.description = description
    self.status = status
    self.priority = priority
    self.assignee = assignee
    self.reporter = reporter
    self.labels = labels
    self.due = due
    self.target = target
    self.agent = agent
    self.binding = binding
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.enteredAt = enteredAt
    self.version = version
  }
}
