extension WorkflowReview {
  /// What is odd about single statuses, in board order.
  var ofStatuses: [WorkflowFinding] {
    workflow.statuses.indices.flatMap { index in
      [terminalStart(index), unreachable(index), deadEnd(index), limit(index), similar(index)]
        .compactMap(\.self)
    }
  }

  private func terminalStart(_ index: Int) -> WorkflowFinding? {
    let status = workflow.statuses[index]
    guard index == 0, status.category.isTerminal else { return nil }
    return WorkflowFinding(
      .terminalStart, "statuses[0]", "Tickets start in “\(status.name)”, where work is over.",
      workflow.statuses.allSatisfy(\.category.isTerminal)
        ? "Put a status before it in which work waits to be begun."
        : "Put the status first in which work waits to be begun.")
  }

  private func unreachable(_ index: Int) -> WorkflowFinding? {
    let status = workflow.statuses[index]
    guard let first = workflow.initialStatus, index > 0, !isReached(status, from: first) else {
      return nil
    }
    let before = workflow.statuses[..<index].last { isReached($0, from: first) } ?? first
    return WorkflowFinding(
      .unreachableStatus, "statuses[\(index)]",
      "No way leads from “\(first.name)” to “\(status.name)”.",
      "Add a transition from “\(before.name)” to “\(status.name)”, or remove the status.")
  }

  private func isReached(_ status: Status, from first: Status) -> Bool {
    status.id == first.id || reach[first.id]?.contains(status.id) ?? false
  }

  private func deadEnd(_ index: Int) -> WorkflowFinding? {
    let status = workflow.statuses[index]
    guard isDeadEnd(status) else { return nil }
    let way =
      workflow.statuses.count > 1
      ? "Add a transition from “\(status.name)”" : "Add a status that it leads to"
    return WorkflowFinding(
      .deadEnd, "statuses[\(index)]",
      "Nothing leads out of “\(status.name)”, and it is neither done nor cancelled.",
      way + ", or give it the category done.")
  }

  /// Work that is over does not leave, so that in the end the limit keeps all other work from ending.
  private func limit(_ index: Int) -> WorkflowFinding? {
    let status = workflow.statuses[index]
    // Without enforcement a transition still tells that work is meant to leave.
    guard let limit = status.wipLimit, status.category.isTerminal,
      workflow.exits(of: status.id).isEmpty
    else { return nil }
    return WorkflowFinding(
      .terminalLimit, "statuses[\(index)].wip_limit",
      "“\(status.name)” takes at most \(limit), but work that is over stays there.",
      "Remove the limit.")
  }

  private func similar(_ index: Int) -> WorkflowFinding? {
    let status = workflow.statuses[index]
    let folded = status.name.lowercased()
    guard let other = workflow.statuses[..<index].first(where: { $0.name.lowercased() == folded })
    else { return nil }
    return WorkflowFinding(
      .similarNames, "statuses[\(index)].name",
      "Only their case tells “\(status.name)” and “\(other.name)” apart.",
      "Rename one of them.")
  }
}
