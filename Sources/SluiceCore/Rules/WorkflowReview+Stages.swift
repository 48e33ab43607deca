extension WorkflowReview {
  /// What is odd about stages, in board order.
  var ofStages: [WorkflowFinding] {
    let closed = Set(stagesWithoutExit.map(\.key))
    return workflow.stages.enumerated().compactMap { index, stage in
      if closed.contains(stage.key) { return withoutExit(stage, at: index) }
      return isIdle(stage, at: index) ? idle(stage, at: index) : nil
    }
  }

  private func withoutExit(_ stage: Stage, at index: Int) -> WorkflowFinding {
    WorkflowFinding(
      .stageWithoutExit, "stages[\(index)]",
      "Nothing leads out of stage “\(stage.name)”, and no work ends there.",
      "Add a transition from one of its statuses to another stage.")
  }

  private func idle(_ stage: Stage, at index: Int) -> WorkflowFinding {
    WorkflowFinding(
      .idleAgentStage, "stages[\(index)].agent_required",
      "Only an assistant can complete stage “\(stage.name)”, but no move completes it.",
      index == workflow.stages.count - 1
        ? "Leave agent_required out, or add a stage after it."
        : "Add a transition to a later stage, or leave agent_required out.")
  }

  /// The stages that none of their statuses leads out of, and whose statuses lead to one another.
  ///
  /// A single stage has nothing beside it to lead to, and a status that leads nowhere is a dead end by itself.
  var stagesWithoutExit: [Stage] {
    guard workflow.stages.count > 1 else { return [] }
    return workflow.stages.filter { stage in
      let members = Set(stage.statuses)
      return stage.statuses.allSatisfy { id in
        !workflow.isTerminal(id) && !leadsNowhere(id)
          && exits[id]?.allSatisfy(members.contains) ?? true
      }
    }
  }

  /// Whether the stage's need for an assistant never matters: no move leads forward, no gate leads out.
  ///
  /// Source: rule 7. Of a stage that is not left because of a dead end, the dead end is told.
  private func isIdle(_ stage: Stage, at index: Int) -> Bool {
    guard stage.isAgentRequired,
      !workflow.statuses.contains(where: { stage.statuses.contains($0.id) && isDeadEnd($0) })
    else { return false }
    return !stage.statuses.contains { from in
      exits[from]?.contains { to in
        (workflow.stageIndex(of: to) ?? index) > index
          || workflow.gates(from: from, to: to).contains { $0.from == stage.key }
      } ?? false
    }
  }
}
