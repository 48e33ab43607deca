/// Every write there is, as a value: the effect of a key, a verb of the command line, the body of a request.
public enum Change: Hashable, Sendable {
  /// Adds a workflow to the organization.
  case createWorkflow(WorkflowDraft)
  /// Adds a project.
  case createProject(ProjectDraft)
  /// Edits a project, or assigns it a workflow.
  case editProject(ProjectReference, ProjectEdit)
  /// Adds a ticket to a project.
  case createTicket(ProjectReference, TicketDraft)
  /// Changes one ticket, if it still is as expected.
  case changeTicket(TicketReference, TicketChange, expecting: Expectation = .anything)
  /// Adds tickets from elsewhere, or updates those that an earlier import added.
  case importTickets(ProjectReference, [ImportedTicket])
}

/// A change to one ticket.
public enum TicketChange: Hashable, Sendable {
  /// Moves it to the status of that name.
  case move(to: String)
  /// Edits its attributes.
  case edit(TicketEdit)
  /// Ticks an item of a gate, or clears it.
  case tick(gate: String, item: String, isOn: Bool)
  /// Accepts a gate's text, or takes that back.
  case acknowledge(gate: String, isOn: Bool)
  /// Gives a field a value as a person typed it; `nil` takes it away.
  case setValue(field: String, text: String?)
  /// Adds a remark.
  case comment(String)
}

/// What a caller believes of a ticket; a mismatch is a conflict and nothing is written.
///
/// Source: rule 10.
public struct Expectation: Hashable, Sendable {
  /// The version it should have.
  public var version: Int?
  /// The name of the status it should be in.
  public var status: String?

  /// An expectation with its parts; by default none.
  public init(version: Int? = nil, status: String? = nil) {
    self.version = version
    self.status = status
  }

  /// No expectation.
  public static let anything = Expectation()
}
