/// One row of the append-only history.
///
/// Source: rule 8.
public struct Event: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case workflowCreated = "workflow.created"
    case projectCreated = "project.created"
    /// `subject` names the attribute: `name`, `description` or `workflow`.
    case projectEdited = "project.edited"
    /// `to` is the first status.
    case ticketCreated = "ticket.created"
    /// `from` and `to` are status names.
    case ticketMoved = "ticket.moved"
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

    /// An event with its parts.
    public init(
      _ kind: Kind, subject: String? = nil, from: String? = nil, to: String? = nil,
      warning: String? = nil
    ) {
      self.kind = kind
      self.subject = subject
      self.from = from
      self.to = to
      self.warning = warning
    }
  }

  /// The place in history; grows by one with each event of the database.
  public let sequence: Int64
  /// When it happened.
  public let at: Timestamp
  /// Who did it.
  public let actor: String
  /// The ticket it happened to, if it is a ticket's.
  public let ticket: TicketKey?
  /// What happened.
  public let body: Draft

  /// An event with its parts.
  public init(sequence: Int64, at: Timestamp, actor: String, ticket: TicketKey?, body: Draft) {
    self.sequence = sequence
    self.at = at
    self.actor = actor
    self.ticket = ticket
    self.body = body
  }
}
