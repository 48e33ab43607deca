extension Workflow {
  /// The next revision of the definition, or every problem that it would have.
  ///
  /// Statuses keep their ids, and with them tickets and transitions, also under another name. Transitions
  /// and stages lose what is removed; stages that were made from categories are made anew. A new status
  /// gets a number that no revision has had: `nextStatus` or more. Source: rule 1, Alloy's guide §4.
  public func edited(
    _ edit: WorkflowEdit, nextStatus: Int, at now: Timestamp
  ) throws(WorkflowFaults) -> Workflow {
    let renamed = try renaming(by: edit)
    let draft = merged(edit, renamed)
    var workflow = try draft.validated(id: id, enforcement: enforcement, at: now)
    workflow.renumber { name, index in
      renamed.former(name).flatMap { status(named: $0)?.id } ?? Status.ID(nextStatus + index)
    }
    workflow.revision = revision + 1
    workflow.createdAt = createdAt
    return workflow
  }

  /// The former names of the statuses there should be, checked for names that do not exist.
  private func renaming(by edit: WorkflowEdit) throws(WorkflowFaults) -> Renaming {
    guard let edits = edit.statuses else { return Renaming(statuses.map { ($0.name, $0.name) }) }
    var faults: [WorkflowFault] = []
    var pairs: [(String, String)] = []
    for (index, edit) in edits.enumerated() {
      if let former = edit.formerName {
        if status(named: former) == nil {
          faults.append(
            WorkflowFault("statuses[\(index)].was", "“\(former)” is not a status of this workflow.")
          )
        } else if pairs.contains(where: { $0.0 == former }) {
          faults.append(
            WorkflowFault("statuses[\(index)].was", "“\(former)” becomes two statuses at once."))
        }
        pairs.append((former, edit.status.name))
      }
    }
    let taken = Set(pairs.map(\.0))
    for edit in edits where edit.formerName == nil {
      guard status(named: edit.status.name) != nil, !taken.contains(edit.status.name) else {
        continue
      }
      pairs.append((edit.status.name, edit.status.name))
    }
    guard faults.isEmpty else { throw WorkflowFaults(faults) }
    return Renaming(pairs)
  }

  private func merged(_ edit: WorkflowEdit, _ names: Renaming) -> WorkflowDraft {
    var draft = self.draft
    draft.name = edit.name ?? draft.name
    draft.enforcement = edit.enforcement ?? draft.enforcement
    let categoryStages = WorkflowDraft.stagesByCategory(statuses)
    if let statuses = edit.statuses {
      draft.statuses = statuses.map(\.status)
      draft.transitions = draft.transitions.compactMap { step in
        guard let from = names.new(step.from), let to = names.new(step.to) else { return nil }
        return WorkflowDraft.TransitionDraft(from, to)
      }
      draft.stages = stages == categoryStages ? [] : draft.stages.map(names.renamed)
    } else if stages == categoryStages {
      draft.stages = []
    }
    draft.transitions = edit.transitions ?? draft.transitions
    draft.stages = edit.stages ?? draft.stages
    draft.gates = edit.gates ?? draft.gates
    draft.fields = edit.fields ?? draft.fields
    return draft
  }

  /// Gives the statuses other ids, and what refers to them too.
  private mutating func renumber(_ number: (String, Int) -> Status.ID) {
    var ids: [Status.ID: Status.ID] = [:]
    for (index, status) in statuses.enumerated() { ids[status.id] = number(status.name, index) }
    let new = { (id: Status.ID) in ids[id] ?? id }
    statuses = statuses.map {
      Status(id: new($0.id), name: $0.name, category: $0.category, wipLimit: $0.wipLimit)
    }
    transitions = transitions.map { Transition(from: new($0.from), to: new($0.to)) }
    stages = stages.map { stage in
      let members = stage.statuses.map(new)
      return Stage(
        key: stage.key, name: stage.name,
        statuses: statuses.map(\.id).filter(members.contains),
        isAgentRequired: stage.isAgentRequired)
    }
  }
}

/// Which former status each new one was, by name.
private struct Renaming {
  private let newNames: [String: String]
  private let formerNames: [String: String]

  init(_ pairs: [(String, String)]) {
    newNames = Dictionary(pairs) { first, _ in first }
    formerNames = Dictionary(pairs.map { ($1, $0) }) { first, _ in first }
  }

  func new(_ former: String) -> String? { newNames[former] }
  func former(_ new: String) -> String? { formerNames[new] }

  /// A stage without the statuses that are no more; those it has lost all of stay empty, to be told.
  func renamed(_ stage: WorkflowDraft.StageDraft) -> WorkflowDraft.StageDraft {
    var stage = stage
    stage.statuses = stage.statuses.compactMap(new)
    return stage
  }
}
