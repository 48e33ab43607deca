import SluiceCore

extension ColumnState {
  /// The most cards kept of one column; the far end is let go beyond it.
  static let windowLimit = 400

  /// Adds a window that lies below the cards read, unless others were read since it was asked for.
  mutating func append(_ window: CardWindow, below position: CardPosition) {
    isLoading = false
    guard (reading.seen ?? reading.cards.last?.position) == position else { return }
    let canLetGo = patch.isEmpty
    let top = top
    reread { reading in
      reading.append(window)
      let surplus = reading.cards.count - Self.windowLimit
      guard canLetGo, surplus > 0, top >= surplus else { return }
      reading.cards.removeFirst(surplus)
      reading.hasEarlier = true
      reading.offset = reading.offset.map { $0 + surplus }
    }
  }

  /// Adds a window that lies above the cards read, unless others were read since it was asked for.
  mutating func prepend(_ window: CardWindow, above position: CardPosition) {
    isLoading = false
    guard reading.cards.first?.position == position else { return }
    let canLetGo = patch.isEmpty
    let selected = selected
    reread { reading in
      let new = reading.prepend(window)
      let surplus = reading.cards.count - Self.windowLimit
      guard canLetGo, surplus > 0, selected + new < Self.windowLimit else { return }
      reading.cards.removeLast(surplus)
      reading.hasLater = true
      reading.seen = nil
    }
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

  /// Whether the cards at an end of the column are of no use: one did not wait for them, and there are others.
  func needsNo(_ anchor: ColumnQuery.Anchor) -> Bool {
    awaited != anchor && !isOutdated && !reading.cards.isEmpty
  }

  /// Takes a window in place of what was read, keeping the focus on the same ticket where it still is.
  mutating func replace(with window: CardWindow, page: Int) {
    reread { reading in
      reading.cards = window.cards
      reading.hasEarlier = window.hasEarlier
      reading.hasLater = window.hasLater
      reading.seen = window.seen
      reading.offset = nil
      reading.countEarlier()
    }
    isLoading = false
    isOutdated = false
    scroll(page: page)
  }
}

extension ColumnState.Reading {
  fileprivate mutating func append(_ window: CardWindow) {
    let known = Set(cards.suffix(window.cards.count).map(\.key))
    let new = window.cards.filter { !known.contains($0.key) }
    // A search that stopped at its bound may say that there is more and bring nothing; asking again
    // would bring nothing again.
    hasLater = window.hasLater && (!new.isEmpty || window.seen != nil)
    seen = window.seen
    cards += new
    countEarlier()
  }

  /// Returns how many cards that brings.
  fileprivate mutating func prepend(_ window: CardWindow) -> Int {
    let known = Set(cards.prefix(window.cards.count).map(\.key))
    let new = window.cards.filter { !known.contains($0.key) }
    hasEarlier = window.hasEarlier && !new.isEmpty
    cards = new + cards
    offset = offset.map { $0 - new.count }
    countEarlier()
    return new.count
  }

  /// Counts the cards above the first one read where an end of the column is known.
  fileprivate mutating func countEarlier() {
    if !hasEarlier {
      offset = 0
    } else if !hasLater, case .exactly(let count) = count {
      offset = max(0, count - cards.count)
    }
  }
}
