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
    case .createTicket(_, let draft): return try create(draft, by: actor)
    case .changeTicket(let reference, let change, let expectation):
      let number = try existing(reference)
      if let version = expectation.version, tickets[number]?.version != version {
        throw Refusal("CONFLICT")
      }
      return try change1(number, change, by: actor)
    case .changeTickets(.list(let references), let change, let isAtomic):
      return try changeAll(references, change, isAtomic, by: actor)
    case .editWorkflow(_, let edit):
      try editWorkflow(edit, by: actor)
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
    guard case .key(let key) = reference, let ticket = tickets[key.number], !ticket.isDeleted else {
      throw Refusal("NOT_FOUND")
    }
    return key.number
  }

  private mutating func create(
    _ draft: TicketDraft, by actor: Actor
  ) throws(Refusal) -> Bool {
    let workflow = current
    guard let first = workflow.statuses.first else { throw Refusal("UNKNOWN_STATUS") }
    var start = first
    if let name = draft.status {
      guard let named = workflow.status(named: name) else { throw Refusal("UNKNOWN_STATUS") }
      start = named
    }
    var isWarned = false
    if let limit = start.limit, workflow.mode != "none", count(start.number) >= limit {
      guard workflow.mode == "warn" else { throw Refusal("WIP_LIMIT") }
      isWarned = true
    }
    if !hasAssistant, workflow.stages[workflow.stage(of: start.number)].isAgentRequired {
      isWarned = true
    }
    guard !draft.title.isEmpty else { throw Refusal("INVALID_VALUE") }
    var ticket = Ticket(status: start.number, title: draft.title)
    ticket.target = draft.target.rawValue
    ticket.revision = draft.workflow == nil ? nil : revisions.count
    let number = tickets.count + 1
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

  private mutating func note(
    _ number: Int, _ before: Ticket, _ after: Ticket, by actor: Actor
  ) {
    done[number, default: []].append(
      Entry(
        change: changes, before: before, after: after))
    lost[number, default: []] += undone[number] ?? []
    undone[number] = []
    say(.made, changes, by: actor)
  }

  private mutating func noteUnfit(by actor: Actor) {
    unfit.insert(changes)
    say(.made, changes, by: actor)
  }

  mutating func say(_ deed: Word.Deed, _ change: Int, by actor: Actor) {
    let word = Word(deed: deed, change: change, author: actor)
    if words.last != word { words.append(word) }
  }
}

extension Model {
  /// Takes the tickets along that follow; bound ones stay with their revision.
  private mutating func editWorkflow(
    _ edit: WorkflowEdit, by actor: Actor
  ) throws(Refusal) {
    var new = current
    new.mode = edit.enforcement ?? new.mode
    if let edits = edit.statuses {
      new.statuses = edits.compactMap { edit in
        current.status(named: edit.formerName ?? edit.status.name).map {
          Status(
            number: $0.number, name: edit.status.name, category: edit.status.category,
            limit: edit.status.wipLimit)
        }
      }
      // A new status would be in no stage.
      guard new.statuses.count == edits.count else { throw Refusal("VALIDATION_ERROR") }
      let kept = Set(new.statuses.map(\.number))
      new.steps = new.steps.filter { $0.allSatisfy(kept.contains) }
      new.stages = new.stages.map { stage in
        Stage(
          key: stage.key, statuses: stage.statuses.filter(kept.contains),
          isAgentRequired: stage.isAgentRequired)
      }
      guard new.stages.allSatisfy({ !$0.statuses.isEmpty }) else {
        throw Refusal("VALIDATION_ERROR")
      }
    }
    guard new.mode != current.mode || new.statuses != current.statuses else { return }
    for (from, to) in edit.mapping.names {
      guard current.status(named: from) != nil, new.status(named: to) != nil else {
        throw Refusal("UNKNOWN_STATUS")
      }
    }
    let removed = current.statuses.filter { new.status($0.number) == nil }
    for (number, ticket) in tickets.sorted(by: { $0.key < $1.key })
    where ticket.revision == nil && !ticket.isDeleted {
      var moved = ticket
      if let gone = removed.first(where: { $0.number == ticket.status }) {
        guard let target = edit.mapping.names[gone.name].flatMap(new.status(named:)) else {
          throw Refusal("CONFLICT")
        }
        moved.status = target.number
      }
      if new.isOver(moved.status) { moved.agent = nil }
      guard moved.differs(from: ticket) else { continue }
      moved.version += 1
      tickets[number] = moved
      note(number, ticket, moved, by: actor)
    }
    revisions.append(new)
    noteUnfit(by: actor)
  }
}
