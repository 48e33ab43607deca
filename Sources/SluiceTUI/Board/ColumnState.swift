import SluiceCore

/// One column of the board as it is looked at: the cards read so far with what changes under way make of
/// them, and where in them one is.
struct ColumnState: Equatable {
  let status: Status.ID
  /// What the engine has told of it.
  private(set) var reading: Reading
  /// What changes under way make of it.
  private(set) var patch = ColumnPatch()
  /// What of both is shown.
  private var shown: [Card]
  /// The place of the focused card among those shown.
  var selected = 0
  /// The place of the first card in sight.
  var top = 0
  /// Whether a neighbouring window has been asked for.
  var isLoading = false
  /// Whether the cards read are of before the counts, and are being read again.
  var isOutdated = false
  /// The end of the column that was asked for; `nil` once one went elsewhere.
  var awaited: ColumnQuery.Anchor?

  /// What an engine has told of a column.
  struct Reading: Equatable {
    var count: Count
    var total: Int
    var cards: [Card]
    var hasEarlier: Bool
    var hasLater: Bool
    var offset: Int?
    /// How far a search has looked that found fewer cards than there is room for; it goes on below.
    var seen: CardPosition?
  }

  init(_ column: Board.Column) {
    let window = column.window
    status = column.status
    reading = Reading(
      count: column.count, total: column.total, cards: window.cards, hasEarlier: window.hasEarlier,
      hasLater: window.hasLater, offset: window.hasEarlier ? nil : 0, seen: window.seen)
    shown = window.cards
  }

  var selectedCard: Card? {
    shown.indices.contains(selected) ? shown[selected] : nil
  }

  /// How many cards are known to lie below the given place.
  func remaining(below index: Int) -> Int? {
    guard case .exactly(let count) = count, let offset else { return nil }
    return max(0, count - offset - index)
  }
}

extension ColumnState {
  /// The cards shown.
  var cards: [Card] {
    get { shown }
    set { reread { $0.cards = newValue } }
  }

  /// How many tickets it holds under the filter.
  var count: Count {
    get { reading.count.shifted(by: patch.countShift) }
    set { reading.count = newValue }
  }

  /// How many tickets stand in the status without a filter.
  var total: Int {
    get { max(0, reading.total + patch.totalShift) }
    set { reading.total = newValue }
  }

  var hasEarlier: Bool {
    get { reading.hasEarlier }
    set { reading.hasEarlier = newValue }
  }

  var hasLater: Bool {
    get { reading.hasLater }
    set { reading.hasLater = newValue }
  }

  /// How far a search has looked that goes on below.
  var seen: CardPosition? { reading.seen }

  /// How many cards of the column lie above the first one read; `nil` where nobody counted.
  var offset: Int? {
    get { reading.offset }
    set { reading.offset = newValue }
  }

  /// Takes other cards as read; the focus and its row stay with its ticket where it still is.
  mutating func reread(_ change: (inout Reading) -> Void) {
    change(&reading)
    show()
  }

  /// Takes what changes under way make of the column now.
  mutating func take(_ patch: ColumnPatch) {
    guard patch != self.patch else { return }
    self.patch = patch
    show()
  }

  private mutating func show() {
    let focused = selectedCard?.key
    let row = selected - top
    shown = patch.isEmpty ? reading.cards : patch.applied(to: reading.cards)
    guard let focused, let place = shown.firstIndex(where: { $0.key == focused }) else { return }
    selected = place
    top = max(0, place - row)
  }
}

extension ColumnState {
  /// Moves the focus by so many cards and keeps it in sight of `page` cards.
  mutating func step(by distance: Int, page: Int) {
    guard !shown.isEmpty else { return }
    selected = min(max(selected + distance, 0), shown.count - 1)
    scroll(page: page)
  }

  /// Brings the focused card into sight, moving the view as little as possible.
  mutating func scroll(page: Int) {
    let page = max(1, page)
    selected = min(max(selected, 0), max(0, shown.count - 1))
    if selected < top { top = selected }
    if selected >= top + page { top = selected - page + 1 }
    top = min(max(top, 0), max(0, shown.count - page))
  }
}
