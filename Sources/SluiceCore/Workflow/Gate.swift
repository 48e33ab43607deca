/// What must hold before work passes from one stage to a later one.
///
/// Source: OpenIndex, “Stage gates”.
public struct Gate: Hashable, Sendable {
  /// One line of a gate's checklist.
  public struct Item: Hashable, Sendable {
    /// Unique within the gate.
    public let key: String
    /// What is confirmed by ticking it.
    public var text: String

    /// An item with its parts.
    public init(key: String, text: String) {
      self.key = key
      self.text = text
    }
  }

  /// One thing that a gate asks for.
  public enum Requirement: Hashable, Sendable {
    /// The acknowledgment text must be accepted.
    case acknowledgment
    /// The checklist item with this key must be ticked.
    case item(String)
    /// The field with this key must have a valid value.
    case field(String)
  }

  /// Unique within the workflow.
  public let key: String
  /// The heading for people.
  public var name: String
  /// The key of the stage left.
  public var from: String
  /// The key of the stage entered.
  public var to: String
  /// The text to accept, if any.
  public var acknowledgment: String?
  /// The items to tick.
  public var checklist: [Item]
  /// The keys of the fields that must have values.
  public var requiredFields: [String]

  /// A gate with its parts.
  public init(
    key: String, name: String, from: String, to: String, acknowledgment: String? = nil,
    checklist: [Item] = [], requiredFields: [String] = []
  ) {
    self.key = key
    self.name = name
    self.from = from
    self.to = to
    self.acknowledgment = acknowledgment
    self.checklist = checklist
    self.requiredFields = requiredFields
  }

  /// Everything that the gate asks for, in the order in which it is shown.
  public var requirements: [Requirement] {
    checklist.map { .item($0.key) }
      + (acknowledgment == nil ? [] : [.acknowledgment])
      + requiredFields.map { .field($0) }
  }

  /// How many things the gate asks for.
  public var requirementCount: Int {
    checklist.count + (acknowledgment == nil ? 0 : 1) + requiredFields.count
  }

  /// The item with that key.
  public func item(_ key: String) -> Item? {
    checklist.first { $0.key == key }
  }
}
