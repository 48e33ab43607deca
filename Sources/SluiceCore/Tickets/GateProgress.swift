/// What has been confirmed of a ticket's gates so far; shared by everyone.
///
/// Source: rule 4.
public struct GateProgress: Hashable, Sendable {
  /// Who confirmed something, and when.
  public struct Stamp: Hashable, Sendable {
    /// The person.
    public let by: String
    /// The moment.
    public let at: Timestamp

    /// Who and when.
    public init(by: String, at: Timestamp) {
      self.by = by
      self.at = at
    }
  }

  /// One confirmation: an item of a gate, or its acknowledgment.
  public struct Mark: Hashable, Sendable {
    /// The key of the gate.
    public let gate: String
    /// The key of the item; `nil` for the acknowledgment.
    public let item: String?

    /// The mark of an item, or of the acknowledgment if `item` is `nil`.
    public init(gate: String, item: String?) {
      self.gate = gate
      self.item = item
    }
  }

  /// What is ticked or accepted.
  public var marks: [Mark: Stamp]
  /// The field values given, by key, with who gave them.
  public var values: [String: FieldValue]
  /// Who gave a field's value, and when.
  public var valueStamps: [String: Stamp]

  /// Progress with its parts; by default none.
  public init(
    marks: [Mark: Stamp] = [:], values: [String: FieldValue] = [:],
    valueStamps: [String: Stamp] = [:]
  ) {
    self.marks = marks
    self.values = values
    self.valueStamps = valueStamps
  }

  /// Whether one requirement of a gate holds; a value must be one that the workflow's field accepts.
  public func meets(
    _ requirement: Gate.Requirement, of gate: Gate, in workflow: Workflow
  ) -> Bool {
    switch requirement {
    case .acknowledgment: marks[Mark(gate: gate.key, item: nil)] != nil
    case .item(let key): marks[Mark(gate: gate.key, item: key)] != nil
    case .field(let key):
      values[key].map { workflow.field(key)?.accepts($0) ?? false } ?? false
    }
  }

  /// The requirements of a gate that do not hold yet, in the gate's order.
  public func unmet(of gate: Gate, in workflow: Workflow) -> [Gate.Requirement] {
    gate.requirements.filter { !meets($0, of: gate, in: workflow) }
  }

  /// How many requirements of a gate hold.
  public func metCount(of gate: Gate, in workflow: Workflow) -> Int {
    gate.requirementCount - unmet(of: gate, in: workflow).count
  }

  /// Forgets the ticks and the acknowledgment of a gate; values stay.
  ///
  /// Source: rule 4, last sentence.
  public mutating func clear(_ gate: Gate) {
    marks = marks.filter { $0.key.gate != gate.key }
  }
}
