/// A gate with the places of its stages, and with what it asks for as a decision needs it.
struct IndexedGate: Hashable, Sendable {
  /// One thing that the gate asks for.
  struct Demand: Hashable, Sendable {
    let requirement: Gate.Requirement
    /// The confirmation that meets it; `nil` where a value does.
    let mark: GateProgress.Mark?
    /// The field whose value meets it, if the workflow has it.
    let field: Field?
    /// What it says to a person.
    let text: String
  }

  let gate: Gate
  /// The places of the stage left and of the stage entered; -1 for a stage that is not there.
  let left: Int
  let entered: Int
  let demands: [Demand]

  init(_ gate: Gate, stages: [Stage], fields: [Field]) {
    self.gate = gate
    left = stages.firstIndex { $0.key == gate.from } ?? -1
    entered = stages.firstIndex { $0.key == gate.to } ?? -1
    demands = gate.requirements.map { Demand($0, of: gate, fields: fields) }
  }

  /// Whether a move between the stages at two different places meets the gate.
  ///
  /// Source: rule 4.
  func isMet(from start: Int, to end: Int, cancelling: Bool) -> Bool {
    guard left >= 0, entered >= 0 else { return false }
    if start > end { return left == start && entered == end }
    let liesWithin = left >= start && entered <= end && left < entered
    return liesWithin && (!cancelling || entered == end)
  }

  /// What of the gate does not hold yet; `nil` if everything does.
  func need(given progress: GateProgress) -> Rejection.GateNeed? {
    let unmet = demands.filter { !$0.holds(by: progress) }
    guard !unmet.isEmpty else { return nil }
    return Rejection.GateNeed(
      gate: gate, unmet: unmet.map(\.requirement), texts: unmet.map(\.text))
  }
}

extension IndexedGate.Demand {
  fileprivate init(_ requirement: Gate.Requirement, of gate: Gate, fields: [Field]) {
    self.requirement = requirement
    text = requirement.text(in: gate, fields: fields)
    switch requirement {
    case .acknowledgment:
      mark = GateProgress.Mark(gate: gate.key, item: nil)
      field = nil
    case .item(let key):
      mark = GateProgress.Mark(gate: gate.key, item: key)
      field = nil
    case .field(let key):
      mark = nil
      field = fields.first { $0.key == key }
    }
  }

  /// Whether it holds; a value must still be one that its field accepts.
  fileprivate func holds(by progress: GateProgress) -> Bool {
    if let mark { return progress.marks[mark] != nil }
    guard let field, let value = progress.values[field.key] else { return false }
    return field.accepts(value)
  }
}
