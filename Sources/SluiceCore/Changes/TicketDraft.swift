/// A ticket to be.
public struct TicketDraft: Hashable, Sendable {
  /// One line.
  public var title: String
  /// Where it stands in the hierarchy.
  public var kind: TicketKind
  /// The task of which it is a part; only for a sub-task.
  public var parent: TicketReference?
  /// Markdown.
  public var description: String
  /// The name of the status to start in; `nil` for the workflow's first.
  public var status: String?
  /// How urgent it is.
  public var priority: Priority
  /// Who works on it.
  public var assignee: String?
  /// Who asked for it; `nil` for the actor.
  public var reporter: String?
  /// In any order.
  public var labels: [String]
  /// When it should be done.
  public var due: CalendarDay?
  /// Who is meant to do it.
  public var target: ExecutionTarget
  /// The workflow to bind it to; `nil` to follow the project's.
  ///
  /// Source: rule 5.
  public var workflow: WorkflowReference?

  /// A ticket to be, with its parts.
  public init(
    title: String, kind: TicketKind = .task, parent: TicketReference? = nil,
    description: String = "", status: String? = nil, priority: Priority = .medium,
    assignee: String? = nil, reporter: String? = nil, labels: [String] = [],
    due: CalendarDay? = nil, target: ExecutionTarget = .either, workflow: WorkflowReference? = nil
  ) {
    self.title = title
    self.kind = kind
    self.parent = parent
    self.description = description
    self.status = status
    self.priority = priority
    self.assignee = assignee
    self.reporter = reporter
    self.labels = labels
    self.due = due
    self.target = target
    self.workflow = workflow
  }
}
