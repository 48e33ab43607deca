/// What a filter is told of a ticket; what is `nil` is not known, unless it says otherwise.
public struct FilterSubject: Hashable, Sendable {
  /// What people call it.
  public var key: TicketKey
  /// Its title.
  public var title: String
  /// Its description.
  public var description: String?
  /// How urgent it is.
  public var priority: Priority
  /// Who works on it; `nil` for nobody.
  public var assignee: String?
  /// Its labels.
  public var labels: [String]
  /// When it should be done; `nil` for no day.
  public var due: CalendarDay?
  /// The agent that works on it; `nil` for none.
  public var agent: String?
  /// When it was made.
  public var createdAt: Timestamp?
  /// When anything of it last changed.
  public var updatedAt: Timestamp?
  /// Where it stands in the workflow that it is checked against.
  public var place: Place?

  /// Where a ticket stands in its workflow.
  public struct Place: Hashable, Sendable {
    /// The name of its status.
    public var status: String
    /// The key and the name of its stage.
    public var stage: [String]
    /// Whether work in the status is over.
    public var isTerminal: Bool
    /// How many requirements the gate ahead has; `nil` if there is no gate ahead.
    public var requirements: Int?
    /// How many of them are met.
    public var met: Int

    /// Where a ticket stands that is in a status; `nil` for a status that the workflow does not have.
    public init?(_ status: Status.ID, in workflow: Workflow, met: Int) {
      guard let found = workflow.status(status) else { return nil }
      self.status = found.name
      stage = workflow.stage(of: status).map { [$0.key, $0.name] } ?? []
      isTerminal = found.category.isTerminal
      requirements = workflow.gateAhead(of: status)?.requirementCount
      self.met = met
    }

    /// Whether the status is called so, without regard to case.
    public func isIn(status name: String) -> Bool {
      status.lowercased() == name.lowercased()
    }

    /// Whether the stage has that name or key, without regard to case.
    public func isIn(stage name: String) -> Bool {
      stage.contains { $0.lowercased() == name.lowercased() }
    }
  }

  /// Everything about a ticket that follows, or is bound to, a workflow.
  public init(_ state: TicketState, in workflow: Workflow) {
    let ticket = state.ticket
    key = ticket.key
    title = ticket.title
    description = ticket.description
    priority = ticket.priority
    assignee = ticket.assignee
    labels = ticket.labels
    due = ticket.due
    agent = ticket.agent
    createdAt = ticket.createdAt
    updatedAt = ticket.updatedAt
    place = Place(ticket.status, in: workflow, met: workflow.metCount(of: state))
  }

  /// What a card shows on the board of a workflow.
  public init(_ card: Card, in workflow: Workflow) {
    key = card.key
    title = card.title
    priority = card.priority
    assignee = card.assignee
    labels = card.labels
    due = card.due
    agent = card.agent
    // Of the workflow of a bound one a card knows too little.
    place =
      card.bound == nil ? Place(card.status, in: workflow, met: card.metRequirements) : nil
  }
}

/// Who asks a filter, and when.
public struct FilterContext: Hashable, Sendable {
  /// Who `me` is.
  public var me: String
  /// The present moment.
  public var now: Timestamp
  /// The day where that person is.
  public var today: CalendarDay

  /// Who asks, and when; by default on the day that it is in UTC.
  public init(me: String, now: Timestamp, today: CalendarDay? = nil) {
    self.me = me
    self.now = now
    self.today = today ?? now.day
  }
}
