import CBaseline
import SluiceCore

/// The rules of a strict workflow for the C baseline, and what it says of a ticket's moves.
struct RulesBaseline {
  private var rules = baseline_rules()
  private let workflow: Workflow
  /// One bit for each requirement, in the order of gates.
  private let bits: [(gate: Gate, requirement: Gate.Requirement)]

  init(_ workflow: Workflow) throws(BenchError) {
    self.workflow = workflow
    bits = workflow.gates.flatMap { gate in gate.requirements.map { (gate, $0) } }
    guard workflow.enforcement == .strict, workflow.statuses.count <= BASELINE_STATUSES,
      workflow.gates.count <= BASELINE_GATES, bits.count <= 32
    else { throw BenchError("“\(workflow.name)” does not fit into the baseline.") }
    setStatuses()
    setGates()
  }

  private mutating func setStatuses() {
    for (from, status) in workflow.statuses.enumerated() {
      let stage = UInt8(workflow.stageIndex(of: status.id) ?? 0)
      Self.set(&rules.stage, from, stage)
      Self.set(&rules.cancelled, from, UInt8(status.category == .cancelled ? 1 : 0))
      Self.set(&rules.limit, from, Int32(status.wipLimit ?? 0))
      for (to, target) in workflow.statuses.enumerated()
      where workflow.hasTransition(from: status.id, to: target.id) {
        Self.set(&rules.steps, from * BASELINE_STATUSES + to, UInt8(1))
      }
    }
  }

  private mutating func setGates() {
    rules.gate_count = Int32(workflow.gates.count)
    for (index, gate) in workflow.gates.enumerated() {
      Self.set(&rules.left, index, UInt8(workflow.stageIndex(key: gate.from) ?? 0))
      Self.set(&rules.entered, index, UInt8(workflow.stageIndex(key: gate.to) ?? 0))
      Self.set(&rules.asked, index, mask { asked, _ in asked.key == gate.key })
    }
  }

  private func mask(_ holds: (Gate, Gate.Requirement) -> Bool) -> UInt32 {
    bits.enumerated().reduce(0) { mask, bit in
      holds(bit.element.gate, bit.element.requirement) ? mask | 1 << UInt32(bit.offset) : mask
    }
  }

  /// Swift sees an array of C as a tuple.
  private static func set<Array, Element>(
    _ array: inout Array, _ index: Int, _ value: Element
  ) {
    withUnsafeMutableBytes(of: &array) { bytes in
      bytes.storeBytes(
        of: value, toByteOffset: index * MemoryLayout<Element>.stride, as: Element.self)
    }
  }

  /// What is confirmed of a ticket's gates, as bits.
  func confirmed(_ progress: GateProgress) -> UInt32 {
    mask { gate, requirement in progress.meets(requirement, of: gate, in: workflow) }
  }

  /// The same answer as a verdict, in the words of C.
  static func code(_ verdict: MoveVerdict) -> Int32 {
    switch verdict {
    case .unchanged: Int32(BASELINE_UNCHANGED)
    case .allowed: Int32(BASELINE_ALLOWED)
    case .refused(.noTransition): Int32(BASELINE_NO_TRANSITION)
    case .refused(.wipLimit): Int32(BASELINE_FULL)
    case .refused: Int32(BASELINE_UNMET)
    }
  }

  /// What C says of every move of every ticket, added up; `places` are the statuses' places.
  func sum(of tickets: [(place: Int32, confirmed: UInt32)], held: [Int32]) -> Int64 {
    var sum: Int64 = 0
    withUnsafePointer(to: rules) { rules in
      for ticket in tickets {
        for to in held.indices {
          sum += Int64(
            baseline_decide(rules, ticket.place, Int32(to), ticket.confirmed, held[to]))
        }
      }
    }
    return sum
  }
}
