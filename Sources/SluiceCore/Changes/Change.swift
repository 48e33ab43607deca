/// Every write there is, as a value: the effect of a key, a verb of the command line, the body of a request.
public enum Change: Hashable, Sendable {
  /// Gives the organization another name.
  case renameOrganization(String)
  /// Adds a workflow to the organization.
  case createWorkflow(WorkflowDraft)
  /// Adds a workflow and makes a change that names it, in one step: both or neither.
  indirect case adding(WorkflowDraft, Change)
  /// Changes a workflow's definition, which makes a new revision of it.
  case editWorkflow(WorkflowReference, WorkflowEdit)
  /// Removes a workflow that nothing uses.
  case deleteWorkflow(WorkflowReference)
  /// Adds a project.
  case createProject(ProjectDraft)
  /// Edits a project, or assigns it a workflow.
  case editProject(ProjectReference, ProjectEdit)
  /// Removes a project that has no tickets.
  case deleteProject(ProjectReference)
  /// Adds a ticket to a project.
  case createTicket(ProjectReference, TicketDraft)
  /// Changes one ticket, if it still is as expected.
  case changeTicket(TicketReference, TicketChange, expecting: Expectation = .anything)
  /// Changes a set of tickets: all of them or, unless `isAtomic`, those that may be changed and are as expected.
  case changeTickets(
    TicketSet, TicketChange, isAtomic: Bool = true, expecting: Expectation = .anything)
  /// Adds tickets from elsewhere, or updates those that an earlier import added.
  case importTickets(ProjectReference, [ImportedTicket])
  /// Adds an assistant provider.
  case createProvider(ProviderDraft)
  /// Changes an assistant provider.
  case editProvider(ProviderReference, ProviderEdit)
  /// Removes an assistant provider.
  case deleteProvider(ProviderReference)
  /// Takes back the last change of a ticket, or of the actor.
  case undo(UndoSubject)
  /// Makes again what was taken back last.
  case redo(UndoSubject)
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
  /// Gives several fields values, all of them or none.
  case setValues([String: String?])
  /// Confirms what is answered of a gate and, once nothing is missing, moves through it.
  case progress(gate: String, GateAnswers, to: String? = nil)
  /// Adds a remark.
  case comment(String)
  /// Takes it for an agent and moves it to a status of category in progress.
  case claim(agent: String, to: String? = nil)
  /// Gives it back; `nil` takes it from whichever agent has it.
  case release(agent: String?)
  /// Removes it from the board; its history stays.
  case delete
}

/// Which tickets a change is for.
public enum TicketSet: Hashable, Sendable {
  /// These, in this order.
  case list([TicketReference])
  /// Those that a query finds.
  case query(TicketQuery)
  /// These and those that any of the queries finds, but for some; each once.
  case joined([TicketReference], [TicketQuery], except: [TicketReference])

  /// The most queries that are joined.
  public static let maximumQueries = 100

  /// Whether its tickets have to be looked for.
  public var isSearched: Bool {
    if case .list = self { false } else { true }
  }
}

/// Whose last change is meant.
///
/// Source: rule 9.
public enum UndoSubject: Hashable, Sendable {
  /// The last change of a ticket, with all other tickets of that change.
  case ticket(TicketReference)
  /// The last change of the actor.
  case mine
  /// The change of that number, as its receipt names it.
  case change(Int64)
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
