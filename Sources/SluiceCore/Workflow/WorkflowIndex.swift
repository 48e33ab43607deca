/// What a definition says, arranged so that a move is decided by counting places instead of comparing names.
///
/// Derived from the parts of a workflow whenever one of them changes, so it adds nothing to what the
/// workflow is: any two are equal. Whatever an index does not know is answered by the parts themselves.
final class WorkflowIndex: Sendable {
  /// The numbers of the statuses, in board order.
  private let numbers: [Int]
  /// The place of each status' stage; -1 for a status without one.
  private let stages: [Int]
  /// For each status the steps to all others, row by row.
  private let steps: [Bool]
  /// For each status the names of those that a transition leads to.
  let exitNames: [[String]]
  /// The gates in the order of the definition.
  let gates: [IndexedGate]

  init(
    statuses: [Status], transitions: [Transition], stages: [Stage], gates: [Gate], fields: [Field]
  ) {
    let numbers = statuses.map(\.id.number)
    self.numbers = numbers
    self.stages = statuses.map { status in
      stages.firstIndex { $0.statuses.contains(status.id) } ?? -1
    }
    let steps = Self.steps(transitions, numbers)
    self.steps = steps
    exitNames = statuses.indices.map { from in
      let row = from * statuses.count
      return statuses.indices.filter { steps[row + $0] }.map { statuses[$0].name }
    }
    self.gates = gates.map { IndexedGate($0, stages: stages, fields: fields) }
  }

  private static func steps(_ transitions: [Transition], _ numbers: [Int]) -> [Bool] {
    var steps = [Bool](repeating: false, count: numbers.count * numbers.count)
    for step in transitions {
      guard let from = numbers.firstIndex(of: step.from.number),
        let to = numbers.firstIndex(of: step.to.number)
      else { continue }
      steps[from * numbers.count + to] = true
    }
    return steps
  }

  /// The place of a status in board order.
  func position(of id: Status.ID) -> Int? {
    numbers.firstIndex(of: id.number)
  }

  /// The place of the stage of the status at a place.
  func stage(at position: Int) -> Int? {
    stages[position] < 0 ? nil : stages[position]
  }

  /// Whether a transition leads from the status at a place to that at another.
  func hasStep(from: Int, to: Int) -> Bool {
    steps[from * numbers.count + to]
  }
}

extension WorkflowIndex: Hashable {
  static func == (left: WorkflowIndex, right: WorkflowIndex) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}
