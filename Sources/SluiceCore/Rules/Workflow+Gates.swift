extension Workflow {
  /// The gates that a move must satisfy, in the order of the definition.
  ///
  /// Source: rule 4.
  ///
  /// Forward: every gate within the stages crossed. Into a cancelled status: of those only the ones that
  /// lead to its stage. Backward: only gates that name exactly the two stages.
  public func gates(from: Status.ID, to: Status.ID) -> [Gate] {
    gatesOnWay(from: from, to: to).map(\.gate)
  }

  /// The same gates as a decision needs them.
  func gatesOnWay(from: Status.ID, to: Status.ID) -> [IndexedGate] {
    guard !gates.isEmpty, let start = stageIndex(of: from), let end = stageIndex(of: to),
      start != end
    else { return [] }
    let isCancelling = status(to)?.category == .cancelled
    return index.gates.filter { $0.isMet(from: start, to: end, cancelling: isCancelling) }
  }

  /// The gates among `gates` that progress does not satisfy, with what each still asks for.
  func needs(of gates: [Gate], given progress: GateProgress) -> [Rejection.GateNeed] {
    gates.compactMap { gate in
      index.gates.first { $0.gate.key == gate.key }?.need(given: progress)
    }
  }

  /// The gate that work in a status meets next: the one out of its stage to the nearest later stage.
  ///
  /// What a card shows as `2/4`; `nil` where no gate leads forward out of the stage.
  public func gateAhead(of id: Status.ID) -> Gate? {
    guard let start = stageIndex(of: id) else { return nil }
    let forward = gates.filter { gate in
      stageIndex(key: gate.from) == start && (stageIndex(key: gate.to) ?? -1) > start
    }
    return forward.min { (stageIndex(key: $0.to) ?? 0) < (stageIndex(key: $1.to) ?? 0) }
  }

  /// How many requirements of the gate ahead a ticket in a status meets; what a card shows.
  public func metCount(aheadOf status: Status.ID, given progress: GateProgress) -> Int {
    gateAhead(of: status).map { progress.metCount(of: $0, in: self) } ?? 0
  }

  /// How many requirements of the gate ahead a ticket meets.
  public func metCount(of state: TicketState) -> Int {
    metCount(aheadOf: state.ticket.status, given: state.progress)
  }

  /// What a requirement of a gate says to a person.
  public func text(of requirement: Gate.Requirement, in gate: Gate) -> String {
    requirement.text(in: gate, fields: fields)
  }
}

extension Gate.Requirement {
  func text(in gate: Gate, fields: [Field]) -> String {
    switch self {
    case .acknowledgment: "accept “\(gate.acknowledgment ?? "")”"
    case .item(let key): "tick “\(gate.item(key)?.text ?? key)”"
    case .field(let key): "fill “\(fields.first { $0.key == key }?.name ?? key)”"
    }
  }
}
