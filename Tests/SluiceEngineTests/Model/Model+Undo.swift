import SluiceCore

extension Model {
  mutating func reverse(
    _ subject: UndoSubject, isRedo: Bool, by actor: Actor
  ) throws(Refusal) -> Bool {
    guard let change = try change(meant: subject, isRedo: isRedo, by: actor) else {
      throw Refusal("NOTHING_TO_UNDO")
    }
    if !isRedo, let author = words.first(where: { $0.change == change })?.author {
      try check(author, by: actor)
    }
    guard !unfit.contains(change) else { throw Refusal("NOT_REVERSIBLE") }
    var isWarned = false
    let numbers = tickets.keys.filter { touches(change, $0) }.sorted()
    for number in isRedo ? numbers : numbers.reversed() {
      isWarned = try reverse(change, on: number, isRedo: isRedo, by: actor) || isWarned
    }
    say(isRedo ? .redone : .undone, change, by: actor)
    return isWarned
  }

  private func change(
    meant subject: UndoSubject, isRedo: Bool, by actor: Actor
  ) throws(Refusal) -> Int? {
    switch subject {
    case .ticket(.key(let key)): id(of: key).flatMap { (isRedo ? undone : done)[$0]?.last?.change }
    case .mine:
      isRedo ? lastTakenBack(by: actor) : lastHolding(by: actor)
    default: throw Refusal("UNMODELLED")
    }
  }

  private func lastHolding(by actor: Actor) -> Int? {
    let deeds = words.filter { $0.author == actor && $0.deed != .undone }
    return deeds.last { deed in
      words.last { $0.change == deed.change }?.deed != .undone
    }?.change
  }

  private func lastTakenBack(by actor: Actor) -> Int? {
    let start = words.lastIndex { $0.author == actor && $0.deed == .made } ?? -1
    let taken = words.indices.last { index in
      let word = words[index]
      return word.author == actor && word.deed == .undone
        && words.lastIndex { $0.change == word.change } == index
    }
    return taken.flatMap { $0 > start ? words[$0].change : nil }
  }

  /// A person answers for agents, but no agent for anyone else.
  private func check(_ author: Actor, by actor: Actor) throws(Refusal) {
    let isAllowed = author == actor || (author.name == actor.name && actor.agent == nil)
    guard isAllowed else { throw Refusal("NOT_YOURS") }
  }

  /// Whether a change was about a ticket, as far as it is known still.
  private func touches(_ change: Int, _ number: Int) -> Bool {
    let entries = (done[number] ?? []) + (undone[number] ?? []) + (lost[number] ?? [])
    return entries.contains { $0.change == change }
  }

  private mutating func reverse(
    _ change: Int, on number: Int, isRedo: Bool, by actor: Actor
  ) throws(Refusal) -> Bool {
    guard var entry = (isRedo ? undone : done)[number]?.last, entry.change == change,
      let ticket = tickets[number]
    else { throw Refusal("TOUCHED_SINCE") }
    if isRedo, let taker = entry.taker { try check(taker, by: actor) }
    var restored = isRedo ? entry.after : entry.before
    restored.version = ticket.version + 1
    let workflow = definition(of: ticket)
    var isWarned = false
    let left = entry.definition.workflow
    let isPart = left == workflow.workflow && workflow.status(restored.status) != nil
    let isElsewhere = !restored.isDeleted && ticket.isDeleted && !isPart
    if isElsewhere {
      restored.status = try home(of: restored.status, entry.definition, in: workflow)
      if left != workflow.workflow { restored.unpack(workflow.workflow, leaving: left) }
      isWarned = true
    }
    if !restored.isDeleted, ticket.isDeleted || restored.status != ticket.status {
      guard let target = workflow.status(restored.status) else { throw Refusal("NOT_REVERSIBLE") }
      if let limit = target.limit, workflow.mode != "none",
        count(target.number, of: workflow.workflow, in: ticket.project) >= limit
      {
        guard workflow.mode == "warn" else { throw Refusal("WIP_LIMIT") }
        isWarned = true
      }
    }
    if workflow.isOver(restored.status), !restored.isDeleted { restored.agent = nil }
    tickets[number] = restored
    entry.taker = isRedo ? nil : actor
    if isRedo { undone[number]?.removeLast() } else { done[number]?.removeLast() }
    if isElsewhere {
      // Whatever was before has happened in a place that is no more.
      lost[number, default: []] += (undone[number] ?? []) + [entry]
      undone[number] = []
      unfit.insert(changes)
      done[number]?.append(
        Entry(change: changes, before: ticket, after: restored, definition: workflow))
    } else if isRedo {
      done[number]?.append(entry)
    } else {
      undone[number]?.append(entry)
    }
    return isWarned
  }

  /// Where a ticket comes back whose status is no more: by its last name, then by category, else by the
  /// name that it had.
  private func home(
    of status: Int, _ former: Definition, in workflow: Definition
  ) throws(Refusal) -> Int {
    let last = workflows[former.workflow].last { $0.status(status) != nil }
    let near = last.flatMap { last in
      last.status(status).flatMap { workflow.nearest(to: $0, of: last) }
    }
    let named = former.status(status).flatMap { workflow.status(named: $0.name) }
    guard let target = near ?? named else { throw Refusal("STATUS_GONE") }
    return target.number
  }
}
