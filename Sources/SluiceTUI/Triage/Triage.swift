import SluiceCore

/// Deciding about one ticket after the other.
struct Triage: Equatable {
  var queue: TriageQueue
  var trail = Trail()
  /// What the tickets have in common: the name of their column or stage.
  let title: String
  /// The first line of the ticket's text in sight.
  var top = 0
  /// Whom a ticket was assigned to last, and the label that one got last: one key does it again.
  var lastAssignee: String?
  var lastLabel: String?
  /// The place from which what comes next is being read again.
  var rereading: TriageQueue.Place?
  /// Whether others have changed something since.
  var isRereadDue = false
  /// Whether the program was opened for it alone, and is left with it.
  var isAlone = false

  var current: TriageEntry? { queue.current }

  /// Leaves the current ticket behind and shows the next one from its top.
  mutating func advance() {
    queue.pass()
    top = 0
  }

  /// Keeps what was given last, to be given again with one key.
  mutating func remember(_ change: TicketChange) {
    guard case .edit(let edit) = change else { return }
    if let name = edit.assignee?.value { lastAssignee = name }
    if let label = edit.addedLabels.first { lastLabel = label }
  }
}

extension Triage {
  /// Which ticket it is, of how many that are to be decided about.
  struct Progress: Equatable {
    let place: Int
    let total: Int
    /// Whether there are just so many, and not more than could be counted.
    let isExact: Bool

    /// `7 of 128`.
    var text: String { "\(place) of \(isExact ? "" : "at least ")\(total)" }

    /// How much of a bar so long is done.
    func filled(of length: Int) -> Int {
      total == 0 ? length : min(length, place * length / total)
    }
  }

  /// How far one has come, given what the columns hold.
  func progress(counts: [Count]) -> Progress {
    let held = counts.reduce(0) { $0 + $1.value }
    let left = max(queue.upcoming.count, held - queue.stayingCount)
    let done = queue.passed.count
    return Progress(
      place: queue.current == nil ? done : done + 1, total: done + left,
      isExact: counts.allSatisfy { $0 == .exactly($0.value) })
  }
}
