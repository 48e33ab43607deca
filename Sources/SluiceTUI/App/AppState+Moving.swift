import Drawing
import SluiceCore

extension AppState {
  mutating func move(_ action: Action) -> [Effect] {
    switch action.command {
    case .moveToNumber: return moveToNumber(action.variant + 1)
    case .carryOn: return carry(1)
    case .carryBack: return carry(-1)
    default: break
    }
    guard case .preview(let target) = layers.last else { return chooseMove() }
    switch action.command {
    case .takeMove: return takePreview(target)
    case .stay:
      pop()
      fitToSize()
      return []
    default: return goInPreview(.right, target)
    }
  }

  /// What decides about the subject, whether it is open or only focused; `nil` until it is read.
  var subjectGround: Ground? {
    for case .ticket(let page) in layers.reversed() { return page.detail.map(board.ground(of:)) }
    return currentGround
  }

  /// Asks for a ticket that has to be read before a key can do something with it.
  mutating func readFirst(_ key: TicketKey) -> [Effect] {
    notice = Notice(kind: .information, text: "Reading the ticket; press the key again.")
    return [.loadTicket(key)]
  }

  private mutating func moveToNumber(_ number: Int) -> [Effect] {
    guard let key = subject else { return [] }
    guard let ground = subjectGround else { return readFirst(key) }
    let options = ground.moveOptions
    guard let option = options.first(where: { $0.number == number }) else {
      let last = options.compactMap(\.number).max() ?? 0
      let text =
        last == 0 ? "Nothing leads out of this status." : "Moves are numbered 1 to \(last)."
      notice = Notice(kind: .warning, text: text)
      return []
    }
    if case .gate = layers.last { pop() }
    if isDeciding, let reason = blockage(of: option, on: ground) {
      notice = Notice(kind: .warning, text: reason)
      return []
    }
    return [moving(key, on: ground, to: option.status, .stay(saying: arrival(of: key, by: option)))]
  }

  private mutating func carry(_ distance: Int) -> [Effect] {
    guard let key = board.focusedCard?.key else { return [] }
    guard let ground = board.ground else { return readFirst(key) }
    guard let status = ground.neighbour(distance) else {
      notice = Notice(kind: .warning, text: "There is no status beyond this one.")
      return []
    }
    let option = ground.moveOptions.first { $0.status.id == status.id }
    let text = option.map { arrival(of: key, by: $0) } ?? "\(key) → \(status.name)"
    return [moving(key, on: ground, to: status, .follow(saying: text))]
  }

  /// Lets a column be chosen, or a status of a workflow of the ticket's own, which the columns do not show.
  private mutating func chooseMove() -> [Effect] {
    guard let key = subject else { return [] }
    guard !layers.isEmpty || currentCard?.bound != nil else {
      push(.preview(target: board.focus))
      return []
    }
    guard let ground = subjectGround else { return readFirst(key) }
    pickMove(of: key, on: ground)
    return []
  }

  /// Lets one of the statuses be chosen that the ticket may go to.
  mutating func pickMove(of key: TicketKey, on ground: Ground) {
    let items = ground.moveOptions.map { option in
      Picker.Item(
        value: option.status.name,
        text: "\(option.number.map(String.init) ?? "·") \(option.status.name)",
        detail: option.reason ?? "")
    }
    push(.picker(Picker(.move(key), "\(key): \(ground.statusName) →", items: items)))
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
  private func moving(
    _ key: TicketKey, on ground: Ground, to status: Status, _ purpose: Effect.ChangePurpose
  ) -> Effect {
    .apply(
      .changeTicket(
        .key(key), .move(to: status.name), expecting: Expectation(status: ground.statusName)),
      purpose)
  }
}

extension AppState {
  /// Takes the subject to the status of that name, as far along the way as it is open.
  mutating func go(_ key: TicketKey, to name: String) -> [Effect] {
    guard subject == key, let ground = subjectGround else { return readFirst(key) }
    return go(key, to: name, on: ground)
  }

  /// Takes a ticket to the status of that name, as far along the way as it is open.
  mutating func go(_ key: TicketKey, to name: String, on ground: Ground) -> [Effect] {
    guard let goal = ground.workflow.status(named: name), goal.id != ground.status else {
      return []
    }
    guard let path = ground.workflow.path(from: ground.status, to: goal.id), let first = path.first,
      let status = ground.workflow.status(first.to)
    else {
      let option = ground.moveOptions.first { $0.status.id == goal.id }
      notice = option.map { Notice(kind: .failure, text: ground.previewText($0)) }
      return []
    }
    let rest = path.dropFirst().map { ground.workflow.statusName($0.to) }
    return [
      moving(
        key, on: ground, to: status,
        .walk(key, to: status.name, remaining: Array(rest), reached: nil))
    ]
  }
}
