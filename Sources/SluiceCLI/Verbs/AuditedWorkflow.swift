import SluiceCore

/// Tells of moves whether they were checked against a workflow, when history is read from the newest back.
///
/// Source: rule 5. A bound ticket is checked against the workflow that it is bound to; any other one against
/// what its project followed at that moment.
struct AuditedWorkflow {
  private let workflow: Workflow.ID
  /// What the workflow is and was called, as far as it is known.
  private var names: Set<String>
  /// The projects that follow it at the place in history that has been reached.
  private var followers: Set<ProjectKey>
  /// What tickets that were met are bound to; `nil` for those that follow.
  private var bindings: [TicketKey: Workflow.ID?] = [:]

  /// A workflow, and all projects that follow it now.
  init(_ workflow: Workflow, followedBy followers: some Sequence<ProjectKey>) {
    self.workflow = workflow.id
    names = [workflow.name]
    self.followers = Set(followers)
  }

  /// Whether an event is a move that was checked against the workflow; `binding` looks a ticket up.
  mutating func judged<Failure: Error>(
    _ event: Event, binding: (TicketKey) throws(Failure) -> WorkflowRevision?
  ) throws(Failure) -> Bool {
    if event.body.kind == .projectEdited, event.body.subject == "workflow" { goBack(over: event) }
    guard event.body.kind == .ticketMoved, let ticket = event.ticket else { return false }
    if bindings[ticket] == nil { bindings[ticket] = .some(try binding(ticket)?.workflow) }
    if let bound = bindings[ticket] ?? nil { return bound == workflow }
    return event.project.map(followers.contains) ?? false
  }

  /// Before that event the project followed another workflow.
  private mutating func goBack(over assignment: Event) {
    guard let project = assignment.project else { return }
    if followers.contains(project), let name = assignment.body.to { names.insert(name) }
    if let name = assignment.body.from, names.contains(name) {
      followers.insert(project)
    } else {
      followers.remove(project)
    }
  }
}
