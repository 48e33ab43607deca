import SluiceCore

/// One column of the board as it is looked at: the cards read so far, and where in them one is.
struct ColumnState: Equatable {
  let status: Status.ID
  var count: Count
  /// How many tickets stand in the status without a filter.
  var total: Int
  var cards: [Card]
  var hasEarlier: Bool
  var hasLater: Bool
  /// How many cards of the column lie above the first one read; `nil` where nobody counted.
  var offset: Int?
  /// The place of the focused card among those read.
  var selected = 0
  /// The place of the first card in sight.
  var top = 0
  /// Whether a neighbouring window has been asked for.
  var isLoading = false

  init(_ column: Board.Column) {
    status = column.status
    count = column.count
    total = column.total
    cards = column.window.cards
    hasEarlier = column.window.hasEarlier
    hasLater = column.window.hasLater
    offset = column.window.hasEarlier ? nil : 0
  }

  var selectedCard: Card? {
    cards.indices.contains(selected) ? cards[selected] : nil
  }

  /// How many cards are known to lie below the given place.
  func remaining(below index: Int) -> Int? {
    guard case .exactly(let count) = count, let offset else { return nil }
    return max(0, count - offset - index)
  }
}

extension ColumnState {
  /// The most cards kept of one column; the far end is let go beyond it.
  static let windowLimit = 400

  /// Moves the focus by so many cards and keeps it in sight of `page` cards.
  mutating func step(by distance: Int, page: Int) {
    guard !cards.isEmpty else { return }
    selected = min(max(selected + distance, 0), cards.count - 1)
    scroll(page: page)
  }

  /// Brings the focused card into sight, moving the view as little as possible.
  mutating func scroll(page: Int) {
    let page = max(1, page)
    selected = min(max(selected, 0), max(0, cards.count - 1))
    if selected < top { top = selected }
    if selected >= top + page { top = selected - page + 1 }
    top = min(max(top, 0), max(0, cards.count - page))
  }

  /// Adds a window that lies below the cards read, unless others were read since it was asked for.
  mutating func append(_ window: CardWindow, below position: CardPosition) {
    isLoading = false
    guard cards.last?.position == position else { return }
    let known = Set(cards.suffix(window.cards.count).map(\.key))
    let new = window.cards.filter { !known.contains($0.key) }
    // A search that stopped at its bound may say that there is more and bring nothing; asking again
    // would bring nothing again.
    hasLater = window.hasLater && !new.isEmpty
    cards += new
    countEarlier()
    let surplus = cards.count - Self.windowLimit
    guard surplus > 0, top >= surplus else { return }
    cards.removeFirst(surplus)
    hasEarlier = true
    offset = offset.map { $0 + surplus }
    selected -= surplus
    top -= surplus
  }

  /// Adds a window that lies above the cards read, unless others were read since it was asked for.
  mutating func prepend(_ window: CardWindow, above position: CardPosition) {
    isLoading = false
    guard cards.first?.position == position else { return }
    let known = Set(cards.prefix(window.cards.count).map(\.key))
    let new = window.cards.filter { !known.contains($0.key) }
    hasEarlier = window.hasEarlier && !new.isEmpty
    cards = new + cards
    offset = offset.map { $0 - new.count }
    countEarlier()
    selected += new.count
    top += new.count
    guard cards.count > Self.windowLimit, selected < Self.windowLimit else { return }
    cards.removeLast(cards.count - Self.windowLimit)
    hasLater = true
  }

  /// Whether some of what is in sight lies below a window of the column's top.
  func isBeyond(_ window: CardWindow, page: Int) -> Bool {
    window.hasLater && (hasEarlier || top + page > window.cards.count)
  }

  /// Where to read from so that what is in sight stays, with a page before it.
  func firstToKeep(page: Int) -> Card? {
    let place = max(0, top - page)
    return cards.indices.contains(place) ? cards[place] : nil
  }

  /// Takes a window in place of what was read, keeping the focus on the same ticket where it still is.
  mutating func replace(with window: CardWindow, page: Int) {
    let focused = selectedCard?.key
    let row = selected - top
    cards = window.cards
    hasEarlier = window.hasEarlier
    hasLater = window.hasLater
    offset = nil
    countEarlier()
    isLoading = false
    if let focused, let place = cards.firstIndex(where: { $0.key == focused }) {
      selected = place
      top = max(0, place - row)
    }
    scroll(page: page)
  }

  /// Counts the cards above the first one read where an end of the column is known.
  private mutating func countEarlier() {
    if !hasEarlier {
      offset = 0
    } else if !hasLater, case .exactly(let count) = count {
      offset = max(0, count - cards.count)
    }
  }
}
