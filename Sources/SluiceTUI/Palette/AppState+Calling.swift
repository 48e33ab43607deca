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
    case .due: return ["none", "today"]
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
    case .filter: return .success(setFilterText(argument))
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
    case .previewMove: return callMove(key, argument)
    case .moveToNumber:
      guard let number = Int(argument) else {
        return .failure(CallFault(message: "“\(argument)” is no number of a move."))
      }
      return .success(perform(Action(command: .moveToNumber, variant: number - 1)))
    case .comment:
      return .success([
        .apply(.changeTicket(.key(key), .comment(argument)), .comment(key, text: argument))
      ])
    default: return callEdit(id, key, argument)
    }
  }

  private mutating func callProject(_ argument: String) -> Result<[Effect], CallFault> {
    guard let project = ProjectKey(argument.uppercased()) else {
      return .failure(CallFault(message: "“\(argument)” is no key of a project, such as OPS."))
    }
    return .success(load(BoardQuery(project: .key(project), limit: Self.windowSize)))
  }

  private mutating func callOpen(_ argument: String) -> Result<[Effect], CallFault> {
    let number = Int(argument).map { TicketKey(project: board.project.key, number: $0) }
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
    guard let status = ground.workflow.status(named: argument) else {
      let names = ground.workflow.statuses.map(\.name)
      let hint = nearest(to: argument, among: names).map { "Did you mean “\($0)”?" }
      return .failure(
        CallFault(
          message: "There is no status “\(argument)”. "
            + (hint ?? "There are \(names.joined(separator: ", ")).")))
    }
    if case .gate = layers.last { pop() }
    return .success(go(key, to: status.name, on: ground))
  }

  private func callEdit(
    _ id: CommandID, _ key: TicketKey, _ argument: String
  ) -> Result<[Effect], CallFault> {
    switch id {
    case .assign:
      let name = argument == "none" ? nil : argument == "me" ? user : argument
      return .success([
        applying(
          .edit(TicketEdit(assignee: .init(name))), to: key,
          saying: "\(key) → \(name ?? "nobody")")
      ])
    case .labels, .unlabel:
      let labels = LabelList.labels(in: argument)
      let edit =
        id == .labels ? TicketEdit(addedLabels: labels) : TicketEdit(removedLabels: labels)
      let list = labels.map { "“\($0)”" }.joined(separator: ", ")
      let text = "Label \(list) \(id == .labels ? "added to" : "removed from") \(key)"
      return .success([applying(.edit(edit), to: key, saying: text)])
    case .priority:
      guard let priority = Priority(argument) else {
        return .failure(
          CallFault(message: "“\(argument)” is no priority: urgent, high, medium, low."))
      }
      return .success([
        applying(
          .edit(TicketEdit(priority: priority)), to: key, saying: "\(key) is \(priority.name)")
      ])
    default: return callDue(key, argument)
    }
  }

  private func callDue(_ key: TicketKey, _ argument: String) -> Result<[Effect], CallFault> {
    let day = argument == "today" ? today : CalendarDay(argument)
    guard day != nil || argument == "none" else {
      return .failure(CallFault(message: "A day is written YYYY-MM-DD, not “\(argument)”."))
    }
    let said = day.map { "is due on \($0)" } ?? "is due on no day"
    return .success([
      applying(.edit(TicketEdit(due: .init(day))), to: key, saying: "\(key) \(said)")
    ])
  }
}
