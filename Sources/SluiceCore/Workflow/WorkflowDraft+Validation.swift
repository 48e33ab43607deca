extension WorkflowDraft {
  /// The longest name of a workflow, status, stage, gate or field, in characters.
  public static let maximumNameLength = 80

  /// The workflow that the draft describes, or every problem it has.
  ///
  /// Source: rule 1.
  ///
  /// - Parameters:
  /// - id: The id of the workflow to be.
  /// - enforcement: What holds if the draft names none; the dialects differ.
  /// - now: When it is made.
  /// - Throws: All faults, each with its place, in the order of the definition.
  public func validated(
    id: Workflow.ID, enforcement: Enforcement = .none, at now: Timestamp
  ) throws(WorkflowFaults) -> Workflow {
    var check = WorkflowCheck(draft: self)
    check.run()
    guard check.faults.isEmpty else { throw WorkflowFaults(check.faults) }
    let statuses = self.statuses.enumerated().map { index, draft in
      Status(
        id: Status.ID(index + 1), name: draft.name,
        category: Category(rawValue: draft.category) ?? .todo,
        wipLimit: draft.wipLimit)
    }
    let ids = Dictionary(statuses.map { ($0.name, $0.id) }) { first, _ in first }
    return Workflow(
      id: id, name: name,
      enforcement: self.enforcement.flatMap(Enforcement.init(rawValue:)) ?? enforcement,
      statuses: statuses,
      transitions: transitions.compactMap { step in
        guard let from = ids[step.from], let to = ids[step.to] else { return nil }
        return Transition(from: from, to: to)
      },
      stages: stages.isEmpty ? Self.stagesByCategory(statuses) : stages(with: ids),
      gates: gates, fields: fields.compactMap(\.field), createdAt: now, updatedAt: now)
  }

  private func stages(with ids: [String: Status.ID]) -> [Stage] {
    stages.map { draft in
      Stage(
        key: draft.key, name: draft.name, statuses: draft.statuses.compactMap { ids[$0] }.sorted(),
        isAgentRequired: draft.isAgentRequired)
    }
  }

  /// One stage per category in use, in category order: what a workflow without stages gets.
  ///
  /// Source: rule 1.
  static func stagesByCategory(_ statuses: [Status]) -> [Stage] {
    Category.allCases.compactMap { category in
      let members = statuses.filter { $0.category == category }.map(\.id)
      guard !members.isEmpty else { return nil }
      return Stage(key: category.rawValue, name: category.title, statuses: members)
    }
  }
}

extension WorkflowDraft.FieldDraft {
  var field: Field? {
    switch type {
    case "text": Field(key: key, name: name, kind: .text)
    case "number": Field(key: key, name: name, kind: .number)
    case "select": Field(key: key, name: name, kind: .select(options: options))
    case "date": Field(key: key, name: name, kind: .date)
    default: nil
    }
  }
}
