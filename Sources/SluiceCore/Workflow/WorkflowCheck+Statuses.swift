extension WorkflowCheck {
  mutating func checkStatuses() {
    if draft.statuses.isEmpty {
      fault("statuses", "A workflow needs at least one status; the first is where tickets start.")
    }
    if draft.statuses.count > Workflow.maximumStatuses {
      fault(
        "statuses", "At most \(Workflow.maximumStatuses) statuses, not \(draft.statuses.count).")
    }
    let words = Category.allCases.map(\.rawValue)
    for (index, status) in draft.statuses.enumerated() {
      checkName(status.name, at: "statuses[\(index)].name")
      checkWord(status.category, among: words, at: "statuses[\(index)].category")
      if let limit = status.wipLimit, limit < 1 {
        fault("statuses[\(index)].wip_limit", "A WIP limit is at least 1, not \(limit).")
      }
    }
    checkUnique(draft.statuses.map(\.name), "statuses", at: { "statuses[\($0)].name" })
  }

  mutating func checkTransitions() {
    var seen: Set<WorkflowDraft.TransitionDraft> = []
    for (index, step) in draft.transitions.enumerated() {
      let place = "transitions[\(index)]"
      checkStatus(step.from, at: place + ".from")
      checkStatus(step.to, at: place + ".to")
      guard !step.from.isEmpty, !step.to.isEmpty else { continue }
      if step.from == step.to {
        fault(place, "“\(step.from)” to itself is not a move; leave it out.")
      }
      if !seen.insert(step).inserted {
        fault(place, "“\(step.from)” to “\(step.to)” is listed twice.")
      }
    }
  }

  /// A name where a status is meant; without any status there is nothing to compare it with.
  mutating func checkStatus(_ name: String, at place: String) {
    guard !draft.statuses.isEmpty else { return }
    checkReference(name, to: "status", among: draft.statuses.map(\.name), at: place)
  }
}
