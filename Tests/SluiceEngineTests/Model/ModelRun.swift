import SluiceCore

/// Runs programs on the engine and on the model, and tells where they differ.
struct ModelRun {
  let engine: any Engine
  /// Which answer each kind of change came to, and how often.
  var coverage: [String: Int] = [:]

  init(_ engine: any Engine) {
    self.engine = engine
  }

  /// What differs; `nil` if nothing does.
  mutating func difference(_ program: RandomProgram, _ steps: [RandomProgram.Step]) -> String? {
    var model = program.world.model
    let root = Actor(name: "root")
    do throws(EngineError) {
      _ = try engine.apply(.createWorkflow(program.world.draft), by: root)
      _ = try engine.apply(
        .createProject(
          ProjectDraft(
            key: program.project.text, name: "x", workflow: .name(program.world.draft.name))),
        by: root)
    } catch {
      return "the world cannot be made: \(error.message) \(error.faults)"
    }
    var provider: Provider.ID?
    defer { if let provider { _ = try? engine.apply(.deleteProvider(.id(provider)), by: root) } }
    for (index, step) in steps.enumerated() {
      let expected = model.apply(step.change, by: step.actor)
      let found = answer(step, &provider)
      coverage["\(step.change.word) \(expected)", default: 0] += 1
      coverage["\(model.current.mode) \(expected)", default: 0] += 1
      guard expected == found else {
        return "step \(index): the model says \(expected), the engine \(found)"
      }
      for number in step.change.numbers(in: model) {
        if let difference = difference(number, in: model, program.project) {
          return "step \(index): \(difference)"
        }
      }
    }
    return columnDifference(model, program.project)
  }

  private func answer(_ step: RandomProgram.Step, _ provider: inout Provider.ID?) -> Answer {
    var change = step.change
    // The provider that there is, if any; the file has one organization for all programs.
    if case .deleteProvider = change {
      guard let id = provider else { return "NOT_FOUND" }
      change = .deleteProvider(.id(id))
    }
    if case .createProvider = change, let id = provider {
      _ = try? engine.apply(.deleteProvider(.id(id)), by: Actor(name: "root"))
    }
    do throws(EngineError) {
      let receipt = try engine.apply(change, by: step.actor)
      if case .provider(let made) = receipt.subject { provider = made.id }
      if case .deleted = receipt.subject { provider = nil }
      return receipt.warnings.isEmpty ? "done" : "warned"
    } catch {
      return error.rejection?.code ?? error.code.rawValue
    }
  }

  private func difference(
    _ number: Int, in model: Model, _ project: ProjectKey
  ) -> String? {
    guard let expected = model.tickets[number] else { return nil }
    let key = TicketKey(project: project, number: number)
    guard let detail = try? engine.ticket(.key(key)) else {
      return expected.isDeleted ? nil : "\(key) is gone"
    }
    let found = Model.Ticket(detail)
    return found == expected ? nil : "\(key) is \(found), not \(expected)"
  }

  /// What the board counts against what the model's tickets say; bound ones stand in the nearest column.
  private func columnDifference(_ model: Model, _ project: ProjectKey) -> String? {
    guard let board = try? engine.board(BoardQuery(project: .key(project))) else {
      return "there is no board"
    }
    let present = model.tickets.filter { !$0.value.isDeleted }
    let shown = board.columns.reduce(0) { $0 + $1.count.value }
    guard shown == present.count else { return "the board shows \(shown), not \(present.count)" }
    for column in board.columns {
      let expected = model.count(column.status.number)
      guard column.total == expected else {
        return "status \(column.status.number) holds \(column.total), not \(expected)"
      }
      guard column.window.cards.count == column.count.value else {
        return
          "column \(column.status.number) counts \(column.count), shows \(column.window.cards.count)"
      }
    }
    return nil
  }
}

extension Model.Ticket {
  init(_ detail: TicketDetail) {
    let ticket = detail.state.ticket
    self.init(status: ticket.status.number, title: ticket.title)
    priority = ticket.priority.rawValue
    assignee = ticket.assignee
    labels = Set(ticket.labels)
    target = ticket.target.rawValue
    agent = ticket.agent
    version = ticket.version
    comments = detail.comments.count
    marks = Set(
      detail.state.progress.marks.keys.map { mark in
        mark.item.map { "\(mark.gate)/\($0)" } ?? mark.gate
      })
    values = detail.state.progress.values.mapValues(\.text)
    revision = ticket.binding?.revision
  }
}

extension Change {
  /// The word of the case, and of the ticket's change in it.
  var word: String {
    switch self {
    case .changeTicket(_, let change, _): change.word
    case .changeTickets(_, _, let isAtomic): isAtomic ? "bulk" : "bulk, keeping going"
    case .createTicket(_, let draft): draft.workflow == nil ? "create" : "create bound"
    default: String("\(self)".prefix { $0 != "(" })
    }
  }

  /// The tickets to be looked at afterwards.
  func numbers(in model: Model) -> [Int] {
    switch self {
    case .changeTicket(.key(let key), _, _): [key.number]
    case .createTicket: [model.tickets.count]
    default: model.tickets.keys.sorted()
    }
  }
}

extension TicketChange {
  var word: String { String("\(self)".prefix { $0 != "(" }) }
}
