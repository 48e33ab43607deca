import SluiceCore

/// One line of the moves pane: a status, and what the rules say of going there.
struct MoveOption: Equatable {
  enum Direction: Equatable {
    case forward
    case backward
  }

  let status: Status
  let direction: Direction
  let verdict: MoveVerdict
  /// The key that takes the move; `nil` if it is not a transition.
  var number: Int?
  /// The way there where it is not one step.
  let path: [Workflow.Step]?

  /// Why the move cannot be taken now, in a few words.
  var reason: String? {
    guard case .refused(let rejection) = verdict else { return nil }
    switch rejection {
    case .gatesUnmet(_, _, let gates):
      let left = gates.reduce(0) { $0 + $1.unmet.count }
      let all = gates.reduce(0) { $0 + $1.gate.requirementCount }
      return "gate: \(left) of \(all) left"
    case .wipLimit(_, let limit, let count): return "full: \(count) of \(limit)"
    case .noTransition(let from, _, _): return "not from \(from)"
    case .assistantMissing: return "needs an assistant"
    default: return rejection.message
    }
  }

  /// What taking the move would warn of.
  var warning: String? {
    guard case .allowed(_, let warnings) = verdict, !warnings.isEmpty else { return nil }
    return warnings.joined(separator: " ")
  }
}

extension Ground {
  /// Where the ticket can go: what has a number first, forward before backward, then the rest.
  var moveOptions: [MoveOption] {
    let progress = progress ?? assumedProgress
    let numbered = Set(workflow.available(from: status).map(\.id))
    let options = workflow.statuses.enumerated().filter { $0.element.id != status }.map {
      option(to: $0.element, at: $0.offset, progress: progress)
    }
    var open = options.filter { numbered.contains($0.status.id) }
    if workflow.enforcement != .none {
      open = open.filter { $0.direction == .forward } + open.filter { $0.direction == .backward }
    }
    for index in open.indices where index < 9 { open[index].number = index + 1 }
    return open + options.filter { !numbered.contains($0.status.id) }
  }

  private func option(to target: Status, at place: Int, progress: GateProgress) -> MoveOption {
    let verdict = workflow.verdict(
      from: status, to: target.id, progress: progress, hasAssistant: hasAssistant,
      occupancy: occupancy)
    let here = workflow.statuses.firstIndex { $0.id == status } ?? 0
    return MoveOption(
      status: target, direction: place > here ? .forward : .backward, verdict: verdict,
      path: verdict.isAllowed ? nil : workflow.path(from: status, to: target.id))
  }

  private func occupancy(of id: Status.ID) -> Int {
    let place = workflow.statuses.firstIndex { $0.id == id }
    return place.flatMap { totals.indices.contains($0) ? totals[$0] : nil } ?? 0
  }

  /// As many requirements of the gate ahead as the card counts, until the ticket itself is read.
  private var assumedProgress: GateProgress {
    var progress = GateProgress()
    guard let gate = gateAhead else { return progress }
    let stamp = GateProgress.Stamp(by: "", at: Timestamp(milliseconds: 0))
    for requirement in gate.requirements.prefix(met) {
      switch requirement {
      case .acknowledgment: progress.marks[.init(gate: gate.key, item: nil)] = stamp
      case .item(let key): progress.marks[.init(gate: gate.key, item: key)] = stamp
      case .field(let key): progress.values[key] = workflow.field(key)?.anyValue
      }
    }
    return progress
  }
}

extension Field {
  /// Some value that the field accepts.
  fileprivate var anyValue: FieldValue {
    switch kind {
    case .text: .text("")
    case .number: .number(0)
    case .select(let options): .option(options.first ?? "")
    case .date: .date(CalendarDay(daysSinceEpoch: 0))
    }
  }
}
