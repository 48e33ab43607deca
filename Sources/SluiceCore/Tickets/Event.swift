/// One row of the append-only history.
///
/// Source: rule 8.
public struct Event: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// `from` and `to` are its names.
    case organizationRenamed = "organization.renamed"
    /// `subject` is the workflow.
    case workflowCreated = "workflow.created"
    /// `subject` is the workflow; `to` says what was changed.
    case workflowEdited = "workflow.edited"
    /// `subject` is the workflow.
    case workflowDeleted = "workflow.deleted"
    /// `subject` is the provider; `to` is its type.
    case providerCreated = "provider.created"
    /// `subject` is the provider; `to` names what was changed, never a value.
    case providerEdited = "provider.edited"
    /// `subject` is the provider.
    case providerDeleted = "provider.deleted"
    case projectCreated = "project.created"
    /// `subject` names the attribute: `name`, `description` or `workflow`.
    case projectEdited = "project.edited"
    /// `subject` is the key.
    case projectDeleted = "project.deleted"
    /// `to` is the first status.
    case ticketCreated = "ticket.created"
    /// `from` and `to` are status names.
    case ticketMoved = "ticket.moved"
    /// `from` and `to` are status names; its workflow was changed, and the ticket was taken along, at once
    /// or when it came back from being deleted.
    case ticketRemapped = "ticket.remapped"
    /// `from` is the status it was in.
    case ticketDeleted = "ticket.deleted"
    /// `subject` names it at its source; what has changed there was taken over.
    case ticketImported = "ticket.imported"
    /// `from` and `to` are agents; `from` only if the same agent claims again.
    case ticketClaimed = "agent.claimed"
    /// `from` is the agent.
    case ticketReleased = "agent.released"
    /// `subject` names the attribute; `from` and `to` are its old and new text.
    case ticketEdited = "ticket.edited"
    /// `subject` is the label.
    case labelAdded = "label.added"
    /// `subject` is the label.
    case labelRemoved = "label.removed"
    /// `to` is the text.
    case commented = "comment.added"
    /// `subject` is `gate/item`.
    case itemTicked = "gate.ticked"
    /// `subject` is `gate/item`.
    case itemCleared = "gate.unticked"
    /// `subject` is the gate.
    case gateAcknowledged = "gate.acknowledged"
    /// `subject` is the gate.
    case acknowledgmentWithdrawn = "gate.acknowledgment_withdrawn"
    /// `subject` is the gate; its ticks are cleared with it.
    case gatePassed = "gate.passed"
    /// `subject` is the field; `from` and `to` are its old and new value.
    case valueSet = "field.set"
    /// `subject` is the number of the change taken back; what it did to the ticket is no more.
    case changeUndone = "change.undone"
    /// `subject` is the number of the change made again.
    case changeRedone = "change.redone"
  }

  /// What an event says, before it has a place in history.
  public struct Draft: Hashable, Sendable {
    /// What happened.
    public let kind: Kind
    /// What it happened to within the ticket or project.
    public let subject: String?
    /// The state before, as people read it.
    public let from: String?
    /// The state after, as people read it.
    public let to: String?
    /// What a rule in mode `warn` had to say.
    public let warning: String?
    /// What is kept beyond words.
    public let trace: EventTrace?

    /// An event with its parts.
    public init(
      _ kind: Kind, subject: String? = nil, from: String? = nil, to: String? = nil,
      warning: String? = nil, trace: EventTrace? = nil
    ) {
      self.kind = kind
      self.subject = subject
      self.from = from
      self.to = to
      self.warning = warning
      self.trace = trace
    }
  }

  /// The place in history; grows by one with each event of the database.
  public let sequence: Int64
  /// The number of the change that it is part of: the sequence of that change's first event.
  public let change: Int64
  /// When it happened.
  public let at: Timestamp
  /// Who did it.
  public let actor: String
  /// The agent that acted for that person.
  public let agent: String?
  /// The project it happened in.
  public let project: ProjectKey?
  /// The ticket it happened to, if it is a ticket's.
  public let ticket: TicketKey?
  /// What happened.
  public let body: Draft

  /// Who did it: a person, or an agent that acted for one.
  public var author: Actor { Actor(name: actor, agent: agent) }

  /// An event with its parts; a change of its own unless `change` says otherwise.
  public init(
    sequence: Int64, change: Int64? = nil, at: Timestamp, actor: String, agent: String? = nil,
    project: ProjectKey? = nil, ticket: TicketKey?, body: Draft
  ) {
    self.sequence = sequence
    self.change = change ?? sequence
    self.at = at
    self.actor = actor
    self.agent = agent
    self.project = project ?? ticket?.project
    self.ticket = ticket
    self.body = body
  }
}
