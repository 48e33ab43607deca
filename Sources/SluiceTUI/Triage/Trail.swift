import SluiceCore

/// What was decided in triage, oldest first.
struct Trail: Equatable {
  private(set) var decisions: [Decision] = []
  /// How many there have ever been.
  private var count = 0
  /// The places of those that were refused, so that nobody has to look through all of them.
  private(set) var refused: [Int] = []

  /// How many decisions keep the ticket's page as it was before, for it to be shown at once when they are
  /// taken back.
  private static let pagesKept = 100

  mutating func append(_ decision: Decision) {
    count += 1
    decisions.append(decision)
    decisions[decisions.count - 1].id = count
    decisions[decisions.count - 1].before?.forgetText()
    let old = decisions.count - Self.pagesKept - 1
    if decisions.indices.contains(old) { decisions[old].before?.forgetPage() }
  }

  /// The last one that can be taken back.
  var lastStanding: Int? { decisions.lastIndex(where: \.stands) }

  mutating func update(at place: Int, _ change: (inout Decision) -> Void) {
    guard decisions.indices.contains(place) else { return }
    change(&decisions[place])
    refused.removeAll { $0 == place }
    guard case .refused = decisions[place].state else { return }
    refused.insert(place, at: refused.firstIndex { place < $0 } ?? refused.count)
  }

  mutating func remove(at place: Int) {
    guard decisions.indices.contains(place) else { return }
    decisions.remove(at: place)
    refused = refused.filter { $0 != place }.map { $0 > place ? $0 - 1 : $0 }
  }

  /// The place of a decision.
  func place(of id: Int) -> Int? {
    decisions.lastIndex { $0.id == id }
  }

  /// The place of the decision whose change the engine answers to under that number.
  func place(ofChange number: Int64) -> Int? {
    decisions.lastIndex { $0.change == number }
  }
}

extension Trail {
  /// Decisions about one ticket that follow one another.
  struct Run: Equatable {
    let ticket: TicketKey
    var decisions: [Decision]
  }

  /// The last decisions, newest first, those about one ticket together.
  func runs(atMost limit: Int) -> [Run] {
    var runs: [Run] = []
    for decision in decisions.reversed() {
      if let last = runs.indices.last, runs[last].ticket == decision.ticket {
        runs[last].decisions.insert(decision, at: 0)
      } else {
        guard runs.count < limit else { break }
        runs.append(Run(ticket: decision.ticket, decisions: [decision]))
      }
    }
    return runs
  }
}

extension Trail.Run {
  /// What became of the ticket: where it went first, then the rest.
  var text: String {
    let moves = decisions.filter(\.isMove)
    let rest = decisions.filter { !$0.isMove }
    let parts = (moves + rest).map(\.told)
    return "\(ticket) \(parts.joined(separator: ", "))"
  }
}

extension Decision {
  fileprivate var isMove: Bool {
    if case .move = kind { true } else { false }
  }

  /// What it was, and what stands in its way.
  var told: String {
    switch state {
    case .underWay, .done: text
    case .refused: "✗ \(text) refused"
    case .returning: "\(text), being taken back"
    }
  }
}
