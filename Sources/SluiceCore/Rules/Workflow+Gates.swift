extension Workflow {
  /// The gates that a move must satisfy, in the order of the definition.
  ///
  /// Source: rule 4.
  ///
  /// Forward: every gate within the stages crossed. Into a cancelled status: of those only the ones that
  /// lead to its stage. Backward: only gates that name exactly the two stages.
  public func gates(from: Status.ID, to: Status.ID) -> [Gate] {
    guard let start = stageIndex(of: from), let end = stageIndex(of: to), start != end else {
      return []
    }
    let isCancelling = status(to)?.category == .cancelled
    return gates.filter { gate in
      guard let left = stageIndex(key: gate.from), let entered = stageIndex(key: gate.to) else {
        return false
      }
      if start > end { return left == start && entered == end }
      let liesWithin = left >= start && entered <= end && left < entered
      return liesWithin && (!isCancelling || entered == end)
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

  /// What a requirement of a gate says to a person.
  public func text(of requirement: Gate.Requirement, in gate: Gate) -> String {
    switch requirement {
    case .acknowledgment: "accept “\(gate.acknowledgment ?? "")”"
    case .item(let key): "tick “\(gate.item(key)?.text ?? key)”"
    case .field(let key): "fill “\(field(key)?.name ?? key)”"
    }
  }

  /// The gates among `gates` that progress does not satisfy, with what each still asks for.
  func needs(of gates: [Gate], given progress: GateProgress) -> [Rejection.GateNeed] {
    gates.compactMap { gate in
      let unmet = gate.requirements.filter { !isMet($0, of: gate, by: progress) }
      guard !unmet.isEmpty else { return nil }
      return Rejection.GateNeed(
        gate: gate, unmet: unmet, texts: unmet.map { text(of: $0, in: gate) })
    }
  }

  /// Whether a requirement holds; a value must still be one that its field accepts.
  private func isMet(
    _ requirement: Gate.Requirement, of gate: Gate, by progress: GateProgress
  ) -> Bool {
    guard progress.meets(requirement, of: gate) else { return false }
    guard case .field(let key) = requirement, let value = progress.values[key] else { return true }
    return field(key)?.accepts(value) ?? false
  }
}
