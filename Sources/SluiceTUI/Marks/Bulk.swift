import SluiceCore

/// One change of many tickets: what it would come to, and what became of each.
struct Bulk: Equatable {
  /// How far it is.
  enum Phase: Equatable {
    /// The engine is asked what it would come to.
    case previewing
    /// What would become of each.
    case ready([TicketResult])
    /// It is being made: so many of so many are done, as far as one is told.
    case applying(done: Int, total: Int)
    /// What became of each.
    case done([TicketResult])
    /// Why nothing was changed.
    case failed(String)
  }

  /// What is asked about, and once that is known the tickets that it was about: no other is changed.
  private(set) var tickets: TicketSet
  /// What was marked when it was asked for.
  let marks: Marks
  let change: TicketChange
  /// What is to be done, as a heading: `Move 20 tickets to Triaged`.
  let title: String
  /// Whether nothing is changed unless all can be.
  var isAtomic = false
  var phase = Phase.previewing
  /// What that comes to.
  private(set) var tally = BulkTally([])
  /// The first line in sight.
  var top = 0

  init(_ tickets: TicketSet, _ change: TicketChange, _ title: String, of marks: Marks) {
    self.marks = marks
    self.tickets = tickets
    self.change = change
    self.title = title
  }

  /// What the engine is asked what it would come to: of each ticket by itself.
  var preview: Change { .changeTickets(tickets, change, isAtomic: false) }

  /// What the engine is asked for.
  var order: Change { .changeTickets(tickets, change, isAtomic: isAtomic) }

  /// What is known of each ticket.
  var results: [TicketResult] {
    switch phase {
    case .ready(let results), .done(let results): results
    case .previewing, .applying, .failed: []
    }
  }

  /// More tickets than these are not named one by one, for a request has its bounds.
  private static let mostNamed = 20_000

  /// Takes what is known of each ticket, what was refused first.
  mutating func take(_ results: [TicketResult], isDone: Bool) {
    let sorted =
      results.filter(\.isRefused) + results.filter { $0.ending == .changed }
      + results.filter { $0.ending == .unchanged }
    tally = BulkTally(results)
    if phase == .previewing, results.count <= Self.mostNamed {
      tickets = .list(results.map { .key($0.key) })
    }
    phase = isDone ? .done(sorted) : .ready(sorted)
    top = 0
  }
}

/// How many tickets were or would be changed, and what of the rest.
struct BulkTally: Equatable {
  var changed = 0
  var unchanged = 0
  /// Why tickets are refused, the most frequent reason first, and which they are.
  var refusals: [(reason: String, keys: [TicketKey])] = []

  var refused: Int { refusals.reduce(0) { $0 + $1.keys.count } }

  init(_ results: [TicketResult]) {
    var keys: [String: [TicketKey]] = [:]
    for result in results {
      switch result.ending {
      case .changed: changed += 1
      case .unchanged: unchanged += 1
      case .refused(let error): keys[error.reasonInShort, default: []].append(result.key)
      }
    }
    refusals = keys.map { (reason: $0.key, keys: $0.value) }
      .sorted { ($1.keys.count, $0.reason) < ($0.keys.count, $1.reason) }
  }

  static func == (left: BulkTally, right: BulkTally) -> Bool {
    left.changed == right.changed && left.unchanged == right.unchanged
      && left.refusals.elementsEqual(right.refusals) { $0 == $1 }
  }
}

extension EngineError {
  /// Why one ticket was refused, in few words that leave room for its title.
  var reasonForOne: String {
    guard case .gatesUnmet(_, _, let gates) = rejection else { return reasonInShort }
    let parts = gates.map { need in
      "“\(need.gate.name)”: \(need.unmet.count) of \(need.gate.requirementCount) left"
    }
    return "gate " + parts.joined(separator: ", ")
  }

  /// Why a ticket was refused, in words that many tickets share.
  var reasonInShort: String {
    switch rejection {
    case .noTransition(let from, _, _): "not from \(from)"
    case .gatesUnmet(_, _, let gates):
      "gate " + gates.map { "“\($0.gate.name)”" }.joined(separator: ", ")
    case .wipLimit(let status, let limit, _): "\(status) is full at \(limit)"
    case .assistantMissing: "needs an assistant"
    case .unknownStatus(let name, _): "its workflow has no \(name)"
    case .subTaskLeft: "has sub-tasks that are not marked"
    default: code == .notFound ? "is no longer there" : message
    }
  }
}
