/// New values for some attributes of a ticket; what is `nil` stays.
public struct TicketEdit: Hashable, Sendable {
  /// A new value for an attribute that may be empty.
  public struct Setting<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The value; `nil` empties the attribute.
    public let value: Value?

    /// Sets the attribute to a value, or empties it.
    public init(_ value: Value?) {
      self.value = value
    }
  }

  /// The new title.
  public var title: String?
  /// The new description.
  public var description: String?
  /// The new priority.
  public var priority: Priority?
  /// Who works on it from now on.
  public var assignee: Setting<String>?
  /// Who asked for it.
  public var reporter: Setting<String>?
  /// When it should be done.
  public var due: Setting<CalendarDay>?
  /// Who is meant to do it.
  public var target: ExecutionTarget?
  /// The workflow that it is bound to, which never changes: any other is refused.
  ///
  /// Source: OpenIndex, “What a workflow is”.
  public var workflow: WorkflowReference?
  /// Labels to add; labels are merged one by one, so that two editors do not undo each other.
  public var addedLabels: [String]
  /// Labels to remove.
  public var removedLabels: [String]

  /// An edit with its parts; by default it changes nothing.
  public init(
    title: String? = nil, description: String? = nil, priority: Priority? = nil,
    assignee: Setting<String>? = nil, reporter: Setting<String>? = nil,
    due: Setting<CalendarDay>? = nil, target: ExecutionTarget? = nil,
    workflow: WorkflowReference? = nil, addedLabels: [String] = [], removedLabels: [String] = []
  ) {
    self.title = title
    self.description = description
    self.priority = priority
    self.assignee = assignee
    self.reporter = reporter
    self.due = due
    self.target = target
    self.workflow = workflow
    self.addedLabels = addedLabels
    self.removedLabels = removedLabels
  }
}
