/// A process definition that has passed validation: statuses, transitions, stages, gates and fields.
///
/// Made from a `WorkflowDraft`, so that every reference in it is known to lead somewhere. Source: rule 1.
public struct Workflow: Hashable, Sendable {
  /// The id of a workflow.
  public typealias ID = Identifier<Workflow>

  /// The public id.
  public let id: ID
  /// Unique within the organization.
  public var name: String
  /// What happens to a move that is not a transition.
  public var enforcement: Enforcement
  /// In board order; the first is where a new ticket starts.
  public var statuses: [Status] { didSet { arrange() } }
  /// The allowed steps, in the order given.
  public var transitions: [Transition] { didSet { arrange() } }
  /// In board order; every status is in exactly one.
  public var stages: [Stage] { didSet { arrange() } }
  /// What must hold between stages.
  public var gates: [Gate] { didSet { arrange() } }
  /// The custom fields.
  public var fields: [Field] { didSet { arrange() } }
  /// Counts the definition's changes from 1.
  public var revision: Int
  /// When the workflow was made.
  public var createdAt: Timestamp
  /// When the definition last changed.
  public var updatedAt: Timestamp
  /// The parts above, arranged for deciding moves.
  private(set) var index: WorkflowIndex

  /// The number of columns of a board is bounded by this many statuses.
  public static let maximumStatuses = 64

  /// A workflow whose parts are known to fit together: from storage, or from `WorkflowDraft.validated`.
  public init(
    id: ID, name: String, enforcement: Enforcement, statuses: [Status], transitions: [Transition],
    stages: [Stage], gates: [Gate] = [], fields: [Field] = [], revision: Int = 1,
    createdAt: Timestamp, updatedAt: Timestamp
  ) {
    self.id = id
    self.name = name
    self.enforcement = enforcement
    self.statuses = statuses
    self.transitions = transitions
    self.stages = stages
    self.gates = gates
    self.fields = fields
    self.revision = revision
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    index = WorkflowIndex(
      statuses: statuses, transitions: transitions, stages: stages, gates: gates, fields: fields)
  }

  private mutating func arrange() {
    index = WorkflowIndex(
      statuses: statuses, transitions: transitions, stages: stages, gates: gates, fields: fields)
  }
}
