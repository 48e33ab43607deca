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

extension BoardState {
  /// All that the moves of the focused ticket depend on.
  struct MovesSubject: Equatable {
    let status: Status.ID
    /// What has been confirmed; `nil` until it is read.
    let progress: GateProgress?
    /// How many requirements the card says are met.
    let met: Int
    let totals: [Int]
    let workflow: Workflow
  }

  /// What the moves depend on; `nil` without a focused ticket.
  var movesSubject: MovesSubject? {
    focusedCard.map { card in
      MovesSubject(
        status: card.status, progress: focusedDetail?.state.progress, met: card.metRequirements,
        totals: columns.map(\.total), workflow: workflow)
    }
  }

  /// Where the focused ticket can go: what has a number first, forward before backward, then the rest.
  var moveOptions: [MoveOption] {
    guard let card = focusedCard else { return [] }
    let progress = focusedDetail?.state.progress ?? assumedProgress(of: card)
    return moveOptions(from: card.status, progress: progress)
  }

  func moveOptions(from origin: Status.ID, progress: GateProgress) -> [MoveOption] {
    let numbered = Set(workflow.available(from: origin).map(\.id))
    let options = workflow.statuses.filter { $0.id != origin }.map { status in
      option(to: status, from: origin, progress: progress)
    }
    var open = options.filter { numbered.contains($0.status.id) }
    if workflow.enforcement != .none {
      open = open.filter { $0.direction == .forward } + open.filter { $0.direction == .backward }
    }
    for index in open.indices where index < 9 { open[index].number = index + 1 }
    return open + options.filter { !numbered.contains($0.status.id) }
  }

  private func option(
    to status: Status, from origin: Status.ID, progress: GateProgress
  ) -> MoveOption {
    let verdict = workflow.verdict(
      from: origin, to: status.id, progress: progress, hasAssistant: hasAssistant,
      occupancy: occupancy)
    let places = (column(of: origin) ?? 0, column(of: status.id) ?? 0)
    return MoveOption(
      status: status, direction: places.1 > places.0 ? .forward : .backward, verdict: verdict,
      path: verdict.isAllowed ? nil : workflow.path(from: origin, to: status.id))
  }

  /// As many requirements of the gate ahead as the card counts, until the ticket itself is read.
  private func assumedProgress(of card: Card) -> GateProgress {
    var progress = GateProgress()
    guard let gate = workflow.gateAhead(of: card.status) else { return progress }
    let stamp = GateProgress.Stamp(by: "", at: card.enteredAt)
    for requirement in gate.requirements.prefix(card.metRequirements) {
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
