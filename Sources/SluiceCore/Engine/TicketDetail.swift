/// A ticket with all that its own page shows, except its history.
public struct TicketDetail: Hashable, Sendable {
  /// The ticket and what has been confirmed of its gates.
  public var state: TicketState
  /// The project it belongs to.
  public var project: Project
  /// The workflow that it is checked against.
  public var workflow: Workflow
  /// The newest remarks, newest first; at most `commentLimit`.
  public var comments: [Comment]
  /// How many tickets each status with a WIP limit holds.
  public var occupancy: [Status.ID: Int]
  /// Whether an assistant provider is configured and active, or the workflow asks for none.
  public var hasAssistant: Bool

  /// How many remarks come along.
  public static let commentLimit = 50

  /// A ticket's page with its parts.
  public init(
    state: TicketState, project: Project, workflow: Workflow, comments: [Comment],
    occupancy: [Status.ID: Int], hasAssistant: Bool = false
  ) {
    self.state = state
    self.project = project
    self.workflow = workflow
    self.comments = comments
    self.occupancy = occupancy
    self.hasAssistant = hasAssistant
  }
}
