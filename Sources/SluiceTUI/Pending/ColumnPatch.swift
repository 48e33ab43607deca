import SluiceCore

/// What changes under way make of a column: which cards leave it, which come, and how its counts change.
struct ColumnPatch: Equatable {
  /// The tickets whose cards do not stand as they were read.
  var hidden: Set<TicketKey> = []
  /// The cards as they will be.
  var added: [Card] = []
  /// How many more tickets there will be under the filter.
  var countShift = 0
  /// How many more there will be without one.
  var totalShift = 0
  /// Whether the column is ordered by number alone, as it is under a filter by words.
  var isByNumber = false

  var isEmpty: Bool {
    hidden.isEmpty && added.isEmpty && countShift == 0 && totalShift == 0
  }

  /// The cards of a column with the patch; one that belongs beyond those read stands at their end.
  func applied(to cards: [Card]) -> [Card] {
    var cards = hidden.isEmpty ? cards : cards.filter { !hidden.contains($0.key) }
    for card in added {
      let place = cards.firstIndex { isAbove(card, $0) } ?? cards.count
      cards.insert(card, at: place)
    }
    return cards
  }

  private func isAbove(_ card: Card, _ other: Card) -> Bool {
    guard isByNumber else { return card.position < other.position }
    return (card.key.number, card.key.ordinal) > (other.key.number, other.key.ordinal)
  }
}

extension Count {
  /// The count with so many more; never below 0.
  func shifted(by shift: Int) -> Count {
    guard shift != 0 else { return self }
    return switch self {
    case .exactly(let value): .exactly(max(0, value + shift))
    case .atLeast(let value): .atLeast(max(0, value + shift))
    }
  }
}
