/// A workflow definition as it was written down, before validation: names for references, words for enums.
///
/// The same shape stands in files, in the command line and under `/api/v1` (snake_case there).
public struct WorkflowDraft: Hashable, Sendable {
  /// A status as written.
  public struct StatusDraft: Hashable, Sendable {
    /// The name, to be unique.
    public var name: String
    /// The word of a `Category`.
    public var category: String
    /// How many tickets it should hold at most.
    public var wipLimit: Int?

    /// A status as written.
    public init(_ name: String, _ category: String, wipLimit: Int? = nil) {
      self.name = name
      self.category = category
      self.wipLimit = wipLimit
    }
  }

  /// A transition as written: two status names.
  public struct TransitionDraft: Hashable, Sendable {
    /// The name of the status left.
    public var from: String
    /// The name of the status entered.
    public var to: String

    /// A transition as written.
    public init(_ from: String, _ to: String) {
      self.from = from
      self.to = to
    }
  }

  /// A stage as written: its statuses by name.
  public struct StageDraft: Hashable, Sendable {
    /// The key, to be unique.
    public var key: String
    /// The heading.
    public var name: String
    /// The names of its statuses.
    public var statuses: [String]
    /// Whether only an assistant can complete the stage.
    public var isAgentRequired: Bool

    /// A stage as written.
    public init(_ key: String, _ name: String, _ statuses: [String], isAgentRequired: Bool = false)
    {
      self.key = key
      self.name = name
      self.statuses = statuses
      self.isAgentRequired = isAgentRequired
    }
  }

  /// A field as written.
  public struct FieldDraft: Hashable, Sendable {
    /// The key, to be unique.
    public var key: String
    /// The heading.
    public var name: String
    /// `text`, `number`, `select` or `date`.
    public var type: String
    /// What can be chosen; only for `select`.
    public var options: [String]

    /// A field as written.
    public init(_ key: String, _ name: String, _ type: String, options: [String] = []) {
      self.key = key
      self.name = name
      self.type = type
      self.options = options
    }
  }

  /// The name, to be unique in the organization.
  public var name: String
  /// The word of an `Enforcement`; `nil` leaves it to the reader's dialect.
  public var enforcement: String?
  /// In board order.
  public var statuses: [StatusDraft]
  /// The allowed steps.
  public var transitions: [TransitionDraft]
  /// In board order; none gives one per category in use.
  public var stages: [StageDraft]
  /// What must hold between stages.
  public var gates: [Gate]
  /// The custom fields.
  public var fields: [FieldDraft]

  /// A definition with its parts.
  public init(
    name: String, enforcement: String? = nil, statuses: [StatusDraft],
    transitions: [TransitionDraft] = [], stages: [StageDraft] = [], gates: [Gate] = [],
    fields: [FieldDraft] = []
  ) {
    self.name = name
    self.enforcement = enforcement
    self.statuses = statuses
    self.transitions = transitions
    self.stages = stages
    self.gates = gates
    self.fields = fields
  }

  /// The members of a definition, in the order in which it is written down.
  static let members = [
    "name", "enforcement", "statuses", "transitions", "stages", "gates", "fields",
  ]
}
