import SluiceCore

/// What others have just changed on the board, which its cards tell for a moment.
///
/// Nobody is asked for it: it is what a board that was read anew shows differently, less what was changed
/// from here.
struct ForeignMarks: Equatable {
  /// The marked tickets.
  private(set) var marks: [TicketKey: Mark] = [:]
  /// Counts what was marked together; each count goes by a time of its own.
  private(set) var count = 0
  /// The newest event of a marked ticket that the person looks at, or looked at before it was moved away.
  var told: Event?
  /// What was changed from here, and may be read again later than it was answered.
  private var own: [TicketKey: Own] = [:]

  struct Mark: Equatable {
    /// With which others it was marked.
    let number: Int
    /// The version that it was marked for.
    let version: Int
  }

  private struct Own: Equatable {
    /// The version that the ticket has by it; `nil` where the answer did not tell.
    var version: Int?
    /// The place in history of the change.
    let sequence: Int64
  }

  subscript(key: TicketKey) -> Mark? { marks[key] }
}

extension ForeignMarks {
  /// Marks those of the cards that were not changed from here; answers whether there are any.
  mutating func mark(_ cards: [Card]) -> Bool {
    let foreign = cards.filter { !isOwn($0) }
    guard !foreign.isEmpty else { return false }
    count += 1
    for card in foreign { marks[card.key] = Mark(number: count, version: card.version) }
    return true
  }

  /// Takes the marks off that were put on up to that count.
  mutating func fade(upTo number: Int) {
    marks = marks.filter { $0.value.number > number }
  }

  /// Forgets all; the times of the marks that there were go on.
  mutating func clear() {
    // Where they are empty already, the runtime need not learn how such tables are taken apart.
    if !marks.isEmpty { marks = [:] }
    if !own.isEmpty { own = [:] }
    told = nil
  }

  /// Forgets the times as well.
  mutating func reset() {
    clear()
    count = 0
  }

  /// Takes down what was changed from here, be it that a board with it was read before the answer came.
  mutating func disown(_ receipt: Receipt) {
    switch receipt.subject {
    case .ticket(let ticket): disown(ticket.key, ticket.version, receipt.sequence)
    case .tickets(let results):
      for result in results where result.ending == .changed {
        disown(result.key, nil, receipt.sequence)
      }
    default: break
    }
  }

  private mutating func disown(_ key: TicketKey, _ version: Int?, _ sequence: Int64) {
    own[key] = Own(version: version, sequence: sequence)
    if let mark = marks[key], mark.version <= version ?? .max { marks[key] = nil }
    if told?.ticket == key { told = nil }
  }

  /// Forgets what was changed from here up to a place in history that the whole board has.
  mutating func forgetOwn(upTo sequence: Int64) {
    guard !own.isEmpty else { return }
    // A plain server counts no history.
    own = own.filter { $0.value.sequence == 0 || $0.value.sequence > sequence }
  }

  private mutating func isOwn(_ card: Card) -> Bool {
    guard let known = own[card.key] else { return false }
    guard let version = known.version else {
      own[card.key]?.version = card.version
      return true
    }
    return card.version <= version
  }
}
