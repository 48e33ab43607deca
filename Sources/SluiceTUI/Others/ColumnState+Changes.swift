import SluiceCore

extension ColumnState {
  /// The cards of a window read anew that were not there before, or not so.
  ///
  /// A card that was not among those read has come only if it stands where others were read: below them it
  /// may have stood all the time. Without `arrivals` only those count that were there before.
  func changes(in window: CardWindow, arrivals: Bool) -> [Card] {
    let isSame = window.cards.elementsEqual(reading.cards) {
      $0.key == $1.key && $0.version == $1.version
    }
    guard !isSame else { return [] }
    let versions = Dictionary(
      reading.cards.map { ($0.key, $0.version) }, uniquingKeysWith: { first, _ in first })
    return window.cards.filter { card in
      versions[card.key].map { $0 != card.version } ?? (arrivals && reading.covers(card.position))
    }
  }
}

extension ColumnState.Reading {
  /// Whether a card would have been read if it had stood there.
  fileprivate func covers(_ position: CardPosition) -> Bool {
    guard let first = cards.first?.position, let last = seen ?? cards.last?.position else {
      return !hasEarlier && !hasLater
    }
    return (!hasEarlier || first < position) && (!hasLater || position < last)
  }
}
