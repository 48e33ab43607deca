/// A workflow with the moves that are meant in it, under the eyes of someone who looks for what is odd.
struct WorkflowReview {
  let workflow: Workflow
  /// The statuses that each one leads to.
  let exits: [Status.ID: [Status.ID]]
  /// The statuses that each one leads to in any number of moves, itself left out unless a circle leads back.
  let reach: [Status.ID: Set<Status.ID>]

  init(_ workflow: Workflow) {
    self.workflow = workflow
    let pairs = workflow.statuses.map { ($0.id, workflow.available(from: $0.id).map(\.id)) }
    let exits = Dictionary(pairs) { first, _ in first }
    self.exits = exits
    reach = exits.mapValues { Self.reached(from: $0, by: exits) }
  }

  private static func reached(
    from start: [Status.ID], by exits: [Status.ID: [Status.ID]]
  ) -> Set<Status.ID> {
    var reached = Set(start)
    var frontier = start
    while let here = frontier.popLast() {
      for next in exits[here] ?? [] where reached.insert(next).inserted { frontier.append(next) }
    }
    return reached
  }

  func isDeadEnd(_ status: Status) -> Bool {
    !status.category.isTerminal && leadsNowhere(status.id)
  }

  func leadsNowhere(_ id: Status.ID) -> Bool {
    exits[id]?.isEmpty ?? true
  }

  /// Whether some work ends somewhere.
  var hasEnd: Bool {
    workflow.statuses.contains { $0.category.isTerminal }
  }
}
