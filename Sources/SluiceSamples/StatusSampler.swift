public import SluiceCore

/// Spreads tickets over the statuses of a workflow as a team that has worked for a while would have left them.
public struct StatusSampler: Sendable {
  /// The statuses, each with the sum of shares up to and with it.
  private let thresholds: [(status: Status.ID, sum: Int)]

  /// A spread over the workflow's statuses; those of one category share what falls to it.
  ///
  /// A status with a WIP limit gets next to nothing: work in it is counted by the handful.
  public init(_ workflow: Workflow) {
    var sum = 0
    thresholds = workflow.statuses.map { status in
      let alike = workflow.statuses.count { $0.category == status.category }
      sum += status.wipLimit == nil ? Self.share(of: status.category) / alike : 0
      return (status.id, sum)
    }
  }

  /// A status for the next ticket; the first one if all have limits.
  public func next(_ random: inout SplitMix64) -> Status.ID {
    let place = random.below(max(1, thresholds.last?.sum ?? 1))
    return thresholds.first { place < $0.sum }?.status ?? thresholds.first?.status ?? Status.ID(1)
  }

  /// Out of about a thousand.
  private static func share(of category: Category) -> Int {
    switch category {
    case .backlog: 240
    case .todo: 110
    case .inProgress: 30
    case .inReview: 20
    case .done: 540
    case .cancelled: 60
    }
  }
}
