@testable import SluiceCore

/// What a definition says, read off its parts by searching them: nothing arranged, nothing kept.
struct PlainDefinition {
  let workflow: Workflow

  func status(_ id: Status.ID) -> Status? {
    workflow.statuses.first { $0.id == id }
  }

  func stageIndex(_ id: Status.ID) -> Int? {
    workflow.stages.firstIndex { $0.statuses.contains(id) }
  }

  func stage(_ id: Status.ID) -> Stage? {
    workflow.stages.first { $0.statuses.contains(id) }
  }

  func hasTransition(_ from: Status.ID, _ to: Status.ID) -> Bool {
    workflow.transitions.contains(Transition(from: from, to: to))
  }

  func exits(_ id: Status.ID) -> [Status] {
    workflow.statuses.filter { hasTransition(id, $0.id) }
  }

  /// Rule 4.
  func gates(_ from: Status.ID, _ to: Status.ID) -> [Gate] {
    guard let start = stageIndex(from), let end = stageIndex(to), start != end else { return [] }
    return workflow.gates.filter { gate in
      guard let left = workflow.stages.firstIndex(where: { $0.key == gate.from }),
        let entered = workflow.stages.firstIndex(where: { $0.key == gate.to })
      else { return false }
      if start > end { return left == start && entered == end }
      guard left < entered, start <= left, entered <= end else { return false }
      return status(to)?.category != .cancelled || entered == end
    }
  }

  /// Rule 3, with nothing confirmed and every status holding one ticket.
  func verdict(_ from: Status.ID, _ to: Status.ID) -> MoveVerdict {
    guard let target = status(to) else {
      return .refused(
        .unknownStatus(name: "?\(to.number)", known: workflow.statuses.map(\.name)))
    }
    if from == to { return .unchanged }
    let name = status(from)?.name ?? "?\(from.number)"
    var broken: [Rejection] = []
    if !hasTransition(from, to) {
      broken.append(
        .noTransition(from: name, to: target.name, allowed: exits(from).map(\.name)))
    }
    if let limit = target.wipLimit, limit <= 1 {
      broken.append(.wipLimit(status: target.name, limit: limit, count: 1))
    }
    if workflow.enforcement == .strict, let first = broken.first { return .refused(first) }
    let gates = gates(from, to)
    guard gates.isEmpty else {
      let needs = gates.map { gate in
        Rejection.GateNeed(
          gate: gate, unmet: gate.requirements,
          texts: gate.requirements.map { workflow.text(of: $0, in: gate) })
      }
      return .refused(.gatesUnmet(from: name, to: target.name, gates: needs))
    }
    return .allowed(
      passing: [], warnings: workflow.enforcement == .warn ? broken.map(\.warning) : [])
  }
}
