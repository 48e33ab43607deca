extension Workflow {
  /// The definition as it would be written down; reading it back gives an equal workflow.
  public var draft: WorkflowDraft {
    WorkflowDraft(
      name: name, enforcement: enforcement.rawValue,
      statuses: statuses.map {
        WorkflowDraft.StatusDraft($0.name, $0.category.rawValue, wipLimit: $0.wipLimit)
      },
      transitions: transitions.map {
        WorkflowDraft.TransitionDraft(statusName($0.from), statusName($0.to))
      },
      stages: stages.map { stage in
        WorkflowDraft.StageDraft(
          stage.key, stage.name, stage.statuses.map(statusName),
          isAgentRequired: stage.isAgentRequired)
      },
      gates: gates, fields: fields.map(\.draft))
  }
}

extension Field {
  var draft: WorkflowDraft.FieldDraft {
    guard case .select(let options) = kind else {
      return WorkflowDraft.FieldDraft(key, name, kind.word)
    }
    return WorkflowDraft.FieldDraft(key, name, kind.word, options: options)
  }
}
