extension WorkflowReview {
  /// Whether work can end at all: there is a status for it, and no circle that only leads on.
  var ofEnds: [WorkflowFinding] {
    guard hasEnd else {
      return [
        WorkflowFinding(
          .noTerminalStatus, "statuses", "No status is done or cancelled, so no work ever ends.",
          "Add a status of the category done, or give one of these that category.")
      ]
    }
    let closed = Set(stagesWithoutExit.flatMap(\.statuses))
    return workflow.statuses.enumerated().compactMap { index, status in
      let circle = circle(of: status)
      guard circle.first?.id == status.id, !circle.allSatisfy({ closed.contains($0.id) }) else {
        return nil
      }
      return finding(circle, at: index)
    }
  }

  private func finding(_ circle: [Status], at index: Int) -> WorkflowFinding {
    let names = circle.map { "“\($0.name)”" }
    return WorkflowFinding(
      .endlessCircle, "statuses[\(index)]",
      "\(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1]) lead only to"
        + " one another, and none of them is done or cancelled.",
      "Add a transition from one of them to a status that is done or cancelled.")
  }

  /// The statuses that this one and each other lead to, in board order; none if a way leads out or on to an end.
  func circle(of status: Status) -> [Status] {
    guard let members = reach[status.id], members.contains(status.id) else { return [] }
    let statuses = workflow.statuses.filter { members.contains($0.id) }
    let isClosed = statuses.allSatisfy { member in
      !member.category.isTerminal && reach[member.id] == members
    }
    return isClosed ? statuses : []
  }
}
