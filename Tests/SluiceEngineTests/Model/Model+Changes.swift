import SluiceCore

extension Model {
  /// Carries out a change, or nothing of it.
  mutating func apply(_ change: Change, by actor: Actor) -> Answer {
    var trial = self
    do throws(Refusal) {
      let isWarned = try trial.carryOut(change, by: actor)
      self = trial
      return isWarned ? "warned" : "done"
    } catch {
      return error.code
    }
  }

  private mutating func carryOut(_ change: Change, by actor: Actor) throws(Refusal) -> Bool {
    changes += 1
    switch change {
    case .createTicket(let project, let draft):
      return try create(draft, in: project, by: actor)
    case .changeTicket(let reference, let change, let expectation):
      let number = try existing(reference)
      if let version = expectation.version, tickets[number]?.version != version {
        throw Refusal("CONFLICT")
      }
      return try change1(number, change, by: actor)
    case .changeTickets(.list(let references), let change, let isAtomic, _):
      return try changeAll(references, change, isAtomic, by: actor)
    case .editWorkflow(let reference, let edit):
      guard let workflow = workflow(named: reference) else { throw Refusal("NOT_FOUND") }
      try editWorkflow(workflow, edit, by: actor)
      return false
    case .editProject(let reference, let edit):
      try assign(edit, to: reference, by: actor)
      return false
    case .createProvider:
      hasAssistant = true
      noteUnfit(by: actor)
      return false
    case .deleteProvider:
      guard hasAssistant else { throw Refusal("NOT_FOUND") }
      hasAssistant = false
      noteUnfit(by: actor)
      return false
    case .undo(let subject): return try reverse(subject, isRedo: false, by: actor)
    case .redo(let subject): return try reverse(subject, isRedo: true, by: actor)
    default: throw Refusal("UNMODELLED")
    }
  }

  private func existing(_ reference: TicketReference) throws(Refusal) -> Int {
    guard case .key(let key) = reference, let id = id(of: key), tickets[id]?.isDeleted == false
    else { throw Refusal("NOT_FOUND") }
    return id
  }

  func existing(_ reference: ProjectReference) throws(Refusal) -> Int {
    guard case .key(let key) = reference,
      let project = projects.firstIndex(where: { $0.key == key })
    else { throw Refusal("NOT_FOUND") }
    return project
  }

  private mutating func create(
    _ draft: TicketDraft, in reference: ProjectReference, by actor: Actor
  ) throws(Refusal) -> Bool {
    let project = try existing(reference)
    let bound = workflow(named: draft.workflow)
    let workflow = current(bound ?? projects[project].workflow)
    guard let first = workflow.statuses.first else { throw Refusal("UNKNOWN_STATUS") }
    var start = first
    if let name = draft.status {
      guard let named = workflow.status(named: name) else { throw Refusal("UNKNOWN_STATUS") }
      start = named
    }
    var isWarned = false
    if let limit = start.limit, workflow.mode != "none",
      count(start.number, of: workflow.workflow, in: project) >= limit
    {
      guard workflow.mode == "warn" else { throw Refusal("WIP_LIMIT") }
      isWarned = true
    }
    if !hasAssistant, workflow.stages[workflow.stage(of: start.number)].isAgentRequired {
      isWarned = true
    }
    guard !draft.title.isEmpty else { throw Refusal("INVALID_VALUE") }
    var ticket = Ticket(
      project: project, status: start.number, entered: now, title: draft.title)
    ticket.target = draft.target.rawValue
    ticket.priority = draft.priority.rawValue
    ticket.binding = bound.map { Binding(workflow: $0, revision: workflows[$0].count) }
    let number = project * 1_000 + tickets.values.count { $0.project == project } + 1
    tickets[number] = ticket
    var absent = ticket
    absent.isDeleted = true
    note(number, absent, ticket, by: actor)
    return isWarned
  }

  private mutating func change1(
    _ number: Int, _ change: TicketChange, by actor: Actor
  ) throws(Refusal) -> Bool {
    guard let before = tickets[number] else { throw Refusal("NOT_FOUND") }
    var ticket = before
    let isWarned = try self.change(&ticket, change, by: actor)
    guard ticket.differs(from: before) else { return false }
    ticket.version += 1
    tickets[number] = ticket
    note(number, before, ticket, by: actor)
    return isWarned
  }

  private mutating func changeAll(
    _ references: [TicketReference], _ change: TicketChange, _ isAtomic: Bool, by actor: Actor
  ) throws(Refusal) -> Bool {
    var isWarned = false
    var seen: Set<TicketReference> = []
    var first: Refusal?
    for reference in references where seen.insert(reference).inserted {
      do throws(Refusal) {
        let number = try existing(reference)
        if try change1(number, change, by: actor) { isWarned = true }
      } catch {
        first = first ?? error
      }
    }
    if let first, isAtomic { throw first }
    return isWarned
  }

  mutating func note(
    _ number: Int, _ before: Ticket, _ after: Ticket, by actor: Actor
  ) {
    done[number, default: []].append(
      Entry(
        change: changes, before: before, after: after, definition: definition(of: after)))
    lost[number, default: []] += undone[number] ?? []
    undone[number] = []
    say(.made, changes, by: actor)
  }

  mutating func noteUnfit(by actor: Actor) {
    unfit.insert(changes)
    say(.made, changes, by: actor)
  }

  mutating func say(_ deed: Word.Deed, _ change: Int, by actor: Actor) {
    let word = Word(deed: deed, change: change, author: actor)
    if words.last != word { words.append(word) }
  }
}
