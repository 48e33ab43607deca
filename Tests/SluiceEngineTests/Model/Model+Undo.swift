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
    case .ticket(.key(let key)): (isRedo ? undone : done)[key.number]?.last?.change
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
    var isElsewhere = false
    if !restored.isDeleted, ticket.isDeleted, workflow.status(restored.status) == nil {
      restored.status = try home(of: restored.status, in: workflow)
      isElsewhere = true
      isWarned = true
    }
    if !restored.isDeleted, ticket.isDeleted || restored.status != ticket.status {
      guard let target = workflow.status(restored.status) else { throw Refusal("NOT_REVERSIBLE") }
      if let limit = target.limit, workflow.mode != "none", count(target.number) >= limit {
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
      done[number]?.append(Entry(change: changes, before: ticket, after: restored))
    } else if isRedo {
      done[number]?.append(entry)
    } else {
      undone[number]?.append(entry)
    }
    return isWarned
  }

  /// Where a ticket goes whose status is no more: by name, then by category.
  private func home(of status: Int, in workflow: Definition) throws(Refusal) -> Int {
    let former = revisions.compactMap { $0.status(status) }.last
    let target =
      workflow.statuses.first { $0.name == former?.name }
      ?? workflow.statuses.first { $0.category == former?.category }
    guard let target else { throw Refusal("STATUS_GONE") }
    return target.number
  }
}
