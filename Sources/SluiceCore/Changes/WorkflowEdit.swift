/// New values for some parts of a workflow's definition; what is `nil` stays.
///
/// Source: Alloy's workflow guide, §4.
public struct WorkflowEdit: Hashable, Sendable {
  /// A status of the new list.
  public struct StatusEdit: Hashable, Sendable {
    /// The name of the status that this one was, if it has another now; its tickets and transitions stay.
    public var formerName: String?
    /// The status as it should be.
    public var status: WorkflowDraft.StatusDraft

    /// A status of the new list, with its former name if it is renamed.
    public init(_ status: WorkflowDraft.StatusDraft, was formerName: String? = nil) {
      self.status = status
      self.formerName = formerName
    }
  }

  /// The new name.
  public var name: String?
  /// The word of the new enforcement.
  public var enforcement: String?
  /// All statuses there should be; those left out are removed.
  public var statuses: [StatusEdit]?
  /// All transitions there should be.
  public var transitions: [WorkflowDraft.TransitionDraft]?
  /// All stages there should be.
  public var stages: [WorkflowDraft.StageDraft]?
  /// All gates there should be.
  public var gates: [Gate]?
  /// All fields there should be.
  public var fields: [WorkflowDraft.FieldDraft]?
  /// Where the tickets go that stand in removed statuses.
  public var mapping: StatusMapping
  /// The revision that the caller has seen; another one is a conflict, and nothing is written.
  ///
  /// Source: rule 10.
  public var expectedRevision: Int?

  /// An edit with its parts; by default it changes nothing.
  public init(
    name: String? = nil, enforcement: String? = nil, statuses: [StatusEdit]? = nil,
    transitions: [WorkflowDraft.TransitionDraft]? = nil,
    stages: [WorkflowDraft.StageDraft]? = nil, gates: [Gate]? = nil,
    fields: [WorkflowDraft.FieldDraft]? = nil, mapping: StatusMapping = StatusMapping(),
    expectedRevision: Int? = nil
  ) {
    self.name = name
    self.enforcement = enforcement
    self.statuses = statuses
    self.transitions = transitions
    self.stages = stages
    self.gates = gates
    self.fields = fields
    self.mapping = mapping
    self.expectedRevision = expectedRevision
  }
}
