extension Outcome {
  /// Saves what is answered of a gate and moves through it if nothing is missing then.
  ///
  /// Source: OpenIndex, “How transitions work”; rule 4.
  mutating func progress(
    _ key: String, _ answers: GateAnswers, to target: String?, in workflow: Workflow,
    _ world: Circumstances
  ) throws(Rejection) {
    guard let gate = workflow.gate(key) else {
      throw .unknownGate(key: key, known: workflow.gates.map(\.key))
    }
    try workflow.checkStands(gate, before: state.ticket.status)
    // A name that is none is told at once, and not with the last tick.
    if let target { try workflow.checkKnows(target) }
    for item in answers.checklist {
      try mark(key, item: item, isOn: true, in: workflow, world)
    }
    if answers.isAcknowledged { try mark(key, item: nil, isOn: true, in: workflow, world) }
    try setValues(answers.values, in: workflow, world)
    needs = workflow.needs(of: [gate], given: state.progress)
    guard needs.isEmpty else { return }
    let place = try workflow.place(behind: gate, from: state.ticket.status, asked: target)
    try move(to: place, in: workflow, world)
  }
}

extension Workflow {
  fileprivate func checkKnows(_ name: String) throws(Rejection) {
    guard status(meant: name) == nil else { return }
    throw .unknownStatus(name: name, known: statuses.map(\.name))
  }

  fileprivate func checkStands(_ gate: Gate, before status: Status.ID) throws(Rejection) {
    let here = stage(of: status)
    guard here?.key != gate.from else { return }
    let name = stages.first { $0.key == gate.from }?.name
    throw .gateElsewhere(gate: gate.name, from: name ?? gate.from, current: here?.name ?? "")
  }

  /// The status to which progress through a gate leads: the one asked for, if the way there passes the
  /// gate, else the only one that can be reached in the stage behind it.
  fileprivate func place(
    behind gate: Gate, from origin: Status.ID, asked name: String?
  ) throws(Rejection) -> Status {
    let behind = statuses.filter { stage(of: $0.id)?.key == gate.to }
    if let name {
      guard let target = status(meant: name) else {
        throw .unknownStatus(name: name, known: statuses.map(\.name))
      }
      guard gates(from: origin, to: target.id).contains(gate) else {
        throw .targetNeeded(gate: gate.name, candidates: behind.map(\.name))
      }
      return target
    }
    let reached = exits(of: origin).filter(behind.contains)
    if reached.isEmpty, enforcement == .strict, let first = behind.first {
      throw noTransition(from: origin, to: first)
    }
    let candidates = reached.isEmpty ? behind : reached
    guard candidates.count == 1 else {
      throw .targetNeeded(gate: gate.name, candidates: candidates.map(\.name))
    }
    return candidates[0]
  }
}
