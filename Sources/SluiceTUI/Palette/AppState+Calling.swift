import SluiceCore

/// Why a command cannot do anything with what it was given, as a sentence.
struct CallFault: Error, Equatable {
  let message: String
}

/// Commands that are called with an argument, as those of the command line are.
extension AppState {
  /// What the argument of a command may be, as far as the board knows.
  func suggestions(for id: CommandID) -> [String] {
    let cards = board.columns.flatMap(\.cards)
    switch id {
    case .previewMove: return subjectGround?.moveOptions.map(\.status.name) ?? []
    case .assign:
      let names = Set(cards.compactMap(\.assignee)).subtracting([user])
      return ["me", "none"] + names.sorted()
    case .labels: return Set(cards.flatMap(\.labels)).subtracting(subjectLabels).sorted()
    case .unlabel: return subjectLabels
    case .priority: return Priority.allCases.reversed().map { $0.name.lowercased() }
    case .due: return ["none", "today", "tomorrow", "fri", "+3d", "+2w"]
    default: return []
    }
  }

  private var subjectLabels: [String] {
    subjectDetail?.state.ticket.labels ?? board.focusedCard?.labels ?? []
  }

  mutating func call(
    _ id: CommandID, with argument: String
  ) -> Result<[Effect], CallFault> {
    switch id {
    case .filter: return callFilter(argument)
    case .switchProject: return callProject(argument)
    case .openTicket: return callOpen(argument)
    case .newTicket:
      var form = TicketForm(creatingIn: board.project.key)
      form.title = LineEditor(argument)
      push(.form(form))
      return .success([])
    default: break
    }
    guard let key = subject else { return .success([]) }
    switch id {
    case .moveToNumber:
      guard let number = Int(argument), number > 0 else {
        return .failure(CallFault(message: "“\(argument)” is no number of a move."))
      }
      return .success(perform(Action(command: .moveToNumber, variant: number - 1)))
    case _ where !marks.isEmpty && layers.isEmpty: return callOnMarked(id, argument)
    case .previewMove: return callMove(key, argument)
    case .comment:
      return .success([
        applying(.comment(argument), to: key, saying: "Comment added to \(key)")
      ])
    default: return callEdit(id, key, argument)
    }
  }

  private mutating func callFilter(_ argument: String) -> Result<[Effect], CallFault> {
    if let fault = reading(argument).faults.first {
      return .failure(CallFault(message: fault.message))
    }
    return .success(setFilterText(argument))
  }

  private mutating func callProject(_ argument: String) -> Result<[Effect], CallFault> {
    guard let project = ProjectKey(argument.uppercased()) else {
      return .failure(CallFault(message: "“\(argument)” is no key of a project, such as OPS."))
    }
    guard project != board.project.key else { return .success(setFilterText("")) }
    return .success(load(BoardQuery(project: .key(project), limit: Self.windowSize)))
  }

  private mutating func callOpen(_ argument: String) -> Result<[Effect], CallFault> {
    let number = Int(argument).flatMap { number in
      number > 0 ? TicketKey(project: board.project.key, number: number) : nil
    }
    guard let key = number ?? TicketKey(argument.uppercased()) else {
      return .failure(
        CallFault(message: "“\(argument)” is no ticket, such as \(board.project.key)-1 or 1."))
    }
    return .success(open(key))
  }

  private mutating func callMove(
    _ key: TicketKey, _ argument: String
  ) -> Result<[Effect], CallFault> {
    guard let ground = subjectGround else { return .success(readFirst(key)) }
    switch status(called: argument, in: ground.workflow) {
    case .failure(let fault): return .failure(fault)
    case .success(let status):
      if case .gate = layers.last { pop() }
      return .success(go(key, to: status.name, on: ground))
    }
  }

  /// The status of that name.
  func status(called name: String, in workflow: Workflow) -> Result<Status, CallFault> {
    if let status = workflow.status(named: name) { return .success(status) }
    let names = workflow.statuses.map(\.name)
    let hint = nearest(to: name, among: names).map { "Did you mean “\($0)”?" }
    return .failure(
      CallFault(
        message: "There is no status “\(name)”. "
          + (hint ?? "There are \(names.joined(separator: ", ")).")))
  }

  private func callEdit(
    _ id: CommandID, _ key: TicketKey, _ argument: String
  ) -> Result<[Effect], CallFault> {
    edit(id, argument).map { [applying(.edit($0), to: key, saying: $0.sentence(of: key))] }
  }

  /// What a command sets, given as an argument.
  func edit(_ id: CommandID, _ argument: String) -> Result<TicketEdit, CallFault> {
    switch id {
    case .assign:
      let name = argument == "none" ? nil : argument == "me" ? user : argument
      return .success(TicketEdit(assignee: .init(name)))
    case .labels: return .success(TicketEdit(addedLabels: LabelList.labels(in: argument)))
    case .unlabel: return .success(TicketEdit(removedLabels: LabelList.labels(in: argument)))
    case .priority:
      guard let priority = Priority(argument) else {
        return .failure(
          CallFault(message: "“\(argument)” is no priority: urgent, high, medium, low."))
      }
      return .success(TicketEdit(priority: priority))
    default:
      let day = CalendarDay(said: argument, on: today)
      guard day != nil || argument == "none" else {
        return .failure(CallFault(message: CalendarDay.refusal(of: argument)))
      }
      return .success(TicketEdit(due: .init(day)))
    }
  }
}
