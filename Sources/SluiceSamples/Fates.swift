import SluiceCore

/// Where each ticket of a story comes to rest, oldest ticket first.
///
/// Most old tickets are done and most new ones wait, but some of each are elsewhere.
enum Fates {
  static func statuses(
    in workflow: Workflow, count: Int, _ random: inout SplitMix64
  ) -> [Status.ID] {
    let limited = workflow.statuses.filter { $0.wipLimit != nil }
    let free = workflow.statuses.filter { $0.wipLimit == nil }
    var fates = limited.flatMap { status in
      // One place stays free, so that others get through.
      Array(repeating: status, count: max(1, (status.wipLimit ?? 0) - 1))
    }
    let rest = count - fates.count
    let total = free.map { share(of: $0, in: free) }.reduce(0, +)
    for status in free {
      let part = (Double(rest) * share(of: status, in: free) / total).rounded(.up)
      fates += Array(repeating: status, count: Int(part))
    }
    fates.sort { rank($0) > rank($1) }
    shuffle(&fates, by: count / 7, &random)
    return fates.suffix(count).map(\.id)
  }

  /// Swaps each element with one not farther away than `distance`.
  private static func shuffle(
    _ fates: inout [Status], by distance: Int, _ random: inout SplitMix64
  ) {
    for index in fates.indices {
      let other = index + random.below(2 * distance + 1) - distance
      if fates.indices.contains(other) { fates.swapAt(index, other) }
    }
  }

  /// How late in its life a ticket gets there.
  private static func rank(_ status: Status) -> Int {
    status.category.isTerminal ? Int.max : status.id.number
  }

  private static func share(of status: Status, in statuses: [Status]) -> Double {
    let alike = statuses.count { $0.category == status.category }
    return share(of: status.category) / Double(alike)
  }

  private static func share(of category: Category) -> Double {
    switch category {
    case .backlog: 26
    case .todo: 16
    case .inProgress: 10
    case .inReview: 8
    case .done: 32
    case .cancelled: 6
    }
  }
}
