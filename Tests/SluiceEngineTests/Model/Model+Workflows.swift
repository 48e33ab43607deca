import SluiceCore

/// Tickets are taken along when their workflow changes, or their project gets another.
extension Model {
  mutating func editWorkflow(
    _ workflow: Int, _ edit: WorkflowEdit, by actor: Actor
  ) throws(Refusal) {
    let old = current(workflow)
    let new = try edited(old, edit)
    guard new.mode != old.mode || new.statuses != old.statuses else { return }
    let homes = try homes(from: old, to: new, edit.mapping)
    for project in projects.indices where projects[project].workflow == workflow {
      try takeAlong(project, to: new, homes, by: actor)
    }
    workflows[workflow].append(new)
    noteUnfit(by: actor)
  }

  private func edited(_ old: Definition, _ edit: WorkflowEdit) throws(Refusal) -> Definition {
    var new = old
    new.mode = edit.enforcement ?? new.mode
    guard let edits = edit.statuses else { return new }
    new.statuses = edits.compactMap { edit in
      old.status(named: edit.formerName ?? edit.status.name).map {
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
    guard new.stages.allSatisfy({ !$0.statuses.isEmpty }) else { throw Refusal("VALIDATION_ERROR") }
    return new
  }

  mutating func assign(
    _ edit: ProjectEdit, to reference: ProjectReference, by actor: Actor
  ) throws(Refusal) {
    let project = try existing(reference)
    guard let workflow = workflow(named: edit.workflow) else { throw Refusal("NOT_FOUND") }
    guard workflow != projects[project].workflow else { return }
    let new = current(workflow)
    let homes = try homes(from: current(projects[project].workflow), to: new, edit.mapping)
    try takeAlong(project, to: new, homes, by: actor)
    projects[project].workflow = workflow
    noteUnfit(by: actor)
  }

  /// Where the tickets of each status go; nowhere from one that is not in it.
  private func homes(
    from old: Definition, to new: Definition, _ mapping: StatusMapping
  ) throws(Refusal) -> [Int: Int] {
    for (from, to) in mapping.names {
      guard old.status(named: from) != nil, new.status(named: to) != nil else {
        throw Refusal("UNKNOWN_STATUS")
      }
    }
    var homes: [Int: Int] = [:]
    for status in old.statuses {
      let named = mapping.names[status.name].flatMap(new.status(named:))
      let kept =
        old.workflow == new.workflow ? new.status(status.number) : new.status(named: status.name)
      let suggested = mapping.takesSuggestions ? new.nearest(to: status, of: old) : nil
      homes[status.number] = (named ?? kept ?? suggested)?.number
    }
    return homes
  }

  /// Bound tickets stay with their revision.
  private mutating func takeAlong(
    _ project: Int, to new: Definition, _ homes: [Int: Int], by actor: Actor
  ) throws(Refusal) {
    let former = projects[project].workflow
    for (number, ticket) in tickets.sorted(by: { $0.key < $1.key })
    where ticket.project == project && ticket.binding == nil && !ticket.isDeleted {
      guard let home = homes[ticket.status] else { throw Refusal("CONFLICT") }
      var moved = ticket
      moved.status = home
      if new.isOver(home) { moved.agent = nil }
      if new.workflow != former {
        moved.unpack(new.workflow, leaving: former)
      }
      guard new.workflow != former || moved.differs(from: ticket) else { continue }
      moved.version += 1
      tickets[number] = moved
      note(number, ticket, moved, by: actor)
    }
  }
}

extension Model.Ticket {
  /// What is confirmed in a workflow stays there.
  mutating func unpack(_ workflow: Int, leaving former: Int) {
    shelf[former] = Model.Confirmed(marks: marks, values: values)
    let known = shelf[workflow] ?? Model.Confirmed()
    (marks, values) = (known.marks, known.values)
  }
}

extension Model.Definition {
  private static let categories = [
    "backlog", "todo", "in_progress", "in_review", "done", "cancelled",
  ]

  /// The same status, else its namesake, else the first of its category.
  func nearest(to status: Model.Status, of other: Self) -> Model.Status? {
    if workflow == other.workflow, let same = self.status(status.number) { return same }
    return self.status(named: status.name)
      ?? statuses.first { $0.category == status.category }
  }

  /// Where a ticket of another definition is shown: in the nearest, if work goes on in both or is over in
  /// both; failing that in the last such that is not further on, or in the first.
  func column(for status: Model.Status, of other: Self) -> Int {
    let isOver = other.isOver(status.number)
    if let found = nearest(to: status, of: other), self.isOver(found.number) == isOver {
      return found.number
    }
    let alike = statuses.filter { self.isOver($0.number) == isOver }
    let columns = alike.isEmpty ? statuses : alike
    let rank = { (category: String) in Self.categories.firstIndex(of: category) ?? 0 }
    let before = columns.last { rank($0.category) <= rank(status.category) }
    return (before ?? columns[0]).number
  }
}
