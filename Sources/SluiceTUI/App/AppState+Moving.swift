import Drawing
import SluiceCore

extension AppState {
  mutating func move(_ action: Action) -> [Effect] {
    switch action.command {
    case .moveToNumber: return moveToNumber(action.variant + 1)
    case .carryOn: return carry(1)
    case .carryBack: return carry(-1)
    default:
      guard board.focusedCard != nil else { return [] }
      push(.preview(target: board.focus))
      return []
    }
  }

  /// Where the subject can go, whether it is open or only focused.
  var subjectOptions: [MoveOption] {
    for case .ticket(let page) in layers.reversed() {
      guard let state = page.detail?.state else { return [] }
      return board.moveOptions(from: state.ticket.status, progress: state.progress)
    }
    return board.moveOptions
  }

  private mutating func moveToNumber(_ number: Int) -> [Effect] {
    guard let key = subject else { return [] }
    guard let option = subjectOptions.first(where: { $0.number == number }) else {
      let last = subjectOptions.compactMap(\.number).max() ?? 0
      let text =
        last == 0 ? "Nothing leads out of this status." : "Moves are numbered 1 to \(last)."
      notice = Notice(kind: .warning, text: text)
      return []
    }
    if case .gate = layers.last { pop() }
    return [moving(key, to: option.status, .stay(saying: arrival(of: key, by: option)))]
  }

  private mutating func carry(_ distance: Int) -> [Effect] {
    guard let card = board.focusedCard else { return [] }
    let target = board.focus + distance
    guard board.columns.indices.contains(target),
      let status = board.workflow.status(board.columns[target].status)
    else {
      notice = Notice(kind: .warning, text: "There is no status beyond this one.")
      return []
    }
    let option = board.moveOptions.first { $0.status.id == status.id }
    let text = option.map { arrival(of: card.key, by: $0) } ?? "\(card.key) → \(status.name)"
    return [moving(card.key, to: status, .follow(saying: text))]
  }

  /// What is said once a move is made; passing a gate clears its ticks, which is worth a word.
  private func arrival(of key: TicketKey, by option: MoveOption) -> String {
    let text = "\(key) → \(option.status.name)"
    guard case .allowed(let gates, _) = option.verdict, !gates.isEmpty else { return text }
    let names = gates.map { "“\($0.name)”" }.joined(separator: ", ")
    return "\(text); passed \(names), whose ticks start afresh"
  }

  /// The move, made only if the ticket still is where the screen shows it.
  ///
  /// Source: rule 10.
  func moving(_ key: TicketKey, to status: Status, _ purpose: Effect.ChangePurpose) -> Effect {
    let shown = statusShown(of: key).map(board.workflow.statusName)
    return .apply(
      .changeTicket(.key(key), .move(to: status.name), expecting: Expectation(status: shown)),
      purpose)
  }

  private func statusShown(of key: TicketKey) -> Status.ID? {
    for case .ticket(let page) in layers.reversed() where page.key == key {
      return page.detail?.state.ticket.status
    }
    // The card, for the board is read anew before the rest of its focused ticket is.
    return board.focusedCard?.key == key ? board.focusedCard?.status : nil
  }
}

extension AppState {
  mutating func handlePreview(_ key: Key, target: Int) -> [Effect] {
    let last = board.columns.count - 1
    switch key {
    case .character("h"), .left: showPreview(max(0, target - 1))
    case .character("l"), .right, .character("m"): showPreview(min(last, target + 1))
    case .character("0"), .home: showPreview(0)
    case .character("$"), .end: showPreview(last)
    case .enter: return takePreview(target)
    case .escape, .character("q"), .control("c"):
      pop()
      fitToSize()
    default: break
    }
    return []
  }

  private mutating func showPreview(_ target: Int) {
    replaceLayer(.preview(target: target))
    fitToSize()
  }

  /// Goes to the chosen column, or along the path to it as far as it is open.
  private mutating func takePreview(_ target: Int) -> [Effect] {
    pop()
    fitToSize()
    guard let card = board.focusedCard, board.columns.indices.contains(target) else { return [] }
    let goal = board.columns[target].status
    guard goal != card.status, let path = board.workflow.path(from: card.status, to: goal) else {
      if goal != card.status, let option = board.moveOptions.first(where: { $0.status.id == goal })
      {
        notice = Notice(kind: .failure, text: previewText(option))
      }
      return []
    }
    let names = path.map { board.workflow.statusName($0.to) }
    guard let first = path.first, let status = board.workflow.status(first.to) else { return [] }
    return [
      moving(
        card.key, to: status, .walk(card.key, remaining: Array(names.dropFirst()), reached: nil))
    ]
  }

  /// What the line below the board says of a column that could be moved to.
  func previewText(_ option: MoveOption) -> String {
    let way = (option.path ?? []).map { step in
      let gates =
        step.gates.isEmpty ? "" : " (gate \(step.gates.map(\.name).joined(separator: ", ")))"
      return board.workflow.statusName(step.to) + gates
    }
    switch option.verdict {
    case .unchanged: return "It is there already."
    case .allowed(let gates, let warnings):
      let passing =
        gates.isEmpty ? "" : " Passes " + gates.map(\.name).joined(separator: ", ") + "."
      return ("Allowed.\(passing) " + warnings.joined(separator: " ")).trimmingBlanks
    case .refused(let rejection):
      if option.path == nil { return rejection.message + " No path leads there." }
      guard way.count > 1 else { return rejection.message + " " + rejection.nextStep }
      return "\(rejection.message) Path: " + way.joined(separator: " → ") + "."
    }
  }
}
