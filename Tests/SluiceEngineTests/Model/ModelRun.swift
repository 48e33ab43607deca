import SluiceCore

/// Runs programs on the engine and on the model, and tells where they differ.
struct ModelRun {
  let world: World
  /// Which answer each kind of change came to, and how often.
  var coverage: [String: Int] = [:]

  private var engine: any Engine { world.engine }

  init(_ world: World) {
    self.world = world
  }

  /// What differs; `nil` if nothing does.
  mutating func difference(_ program: RandomProgram, _ steps: [RandomProgram.Step]) -> String? {
    var model = program.model
    do {
      try program.makeWorld(in: world)
    } catch {
      return "the world cannot be made: \(error)"
    }
    var provider: Provider.ID?
    defer {
      if let provider {
        _ = try? engine.apply(.deleteProvider(.id(provider)), by: Actor(name: "root"))
      }
    }
    for (index, step) in steps.enumerated() {
      world.clock.advance()
      model.now = world.clock.now.milliseconds
      let expected = model.apply(step.change, by: step.actor)
      let found = answer(step, &provider)
      coverage["\(step.change.word) \(expected)", default: 0] += 1
      if let mode = step.change.mode(in: model) { coverage["\(mode) \(expected)", default: 0] += 1 }
      guard expected == found else {
        return "step \(index): the model says \(expected), the engine \(found)"
      }
      for number in step.change.numbers(in: model) {
        if let difference = difference(number, in: model) { return "step \(index): \(difference)" }
      }
    }
    for project in model.projects.indices {
      if let difference = boardDifference(project, in: model)
        ?? queueDifference(project, in: model)
      {
        return difference
      }
    }
    return nil
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

  private func difference(_ number: Int, in model: Model) -> String? {
    guard var expected = model.tickets[number] else { return nil }
    let key = model.key(of: number)
    guard let detail = try? engine.ticket(.key(key)) else {
      return expected.isDeleted ? nil : "\(key) is gone"
    }
    guard let found = Model.Ticket(detail, in: model) else { return "\(key) is of another world" }
    // What is confirmed elsewhere shows when it comes back.
    expected.shelf = [:]
    return found == expected ? nil : "\(key) is \(found), not \(expected)"
  }
}

extension Model.Ticket {
  fileprivate init?(_ detail: TicketDetail, in model: Model) {
    let ticket = detail.state.ticket
    guard let id = model.id(of: ticket.key) else { return nil }
    self.init(
      project: id / 1_000, status: ticket.status.number, entered: ticket.enteredAt.milliseconds,
      title: ticket.title)
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
    guard ticket.binding != nil else { return }
    binding = model.workflow(named: .name(detail.workflow.name)).map {
      Model.Binding(workflow: $0, revision: detail.workflow.revision)
    }
  }
}

extension Change {
  /// The word of the case, and of the ticket's change in it.
  var word: String {
    switch self {
    case .changeTicket(_, let change, _): change.word
    case .changeTickets(_, _, let isAtomic, _): isAtomic ? "bulk" : "bulk, keeping going"
    case .createTicket(_, let draft): draft.workflow == nil ? "create" : "create bound"
    default: Mirror(reflecting: self).children.first?.label ?? "\(self)"
    }
  }

  /// The tickets to be looked at afterwards.
  func numbers(in model: Model) -> [Int] {
    switch self {
    case .changeTicket(.key(let key), _, _): [key].compactMap(model.id(of:))
    default: model.tickets.keys.sorted()
    }
  }

  /// The enforcement that it was under, if it is a change of one ticket.
  func mode(in model: Model) -> String? {
    guard case .changeTicket(.key(let key), _, _) = self, let id = model.id(of: key) else {
      return nil
    }
    return model.tickets[id].map { model.definition(of: $0).mode }
  }
}

extension TicketChange {
  var word: String { Mirror(reflecting: self).children.first?.label ?? "\(self)" }
}
