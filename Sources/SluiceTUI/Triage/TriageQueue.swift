import SluiceCore

/// The tickets to be decided about, read in windows ahead of the one that is.
struct TriageQueue: Equatable {
  /// The columns that they stand in, in the order in which they come.
  let columns: [Status.ID]
  /// The current ticket and those after it, as far as they are read.
  private(set) var upcoming: [TriageEntry] = []
  /// What was decided about or skipped, as it was left.
  ///
  /// No card is left of what is or will be deleted.
  private(set) var passed: [TicketKey: Card?] = [:]
  /// Which of these are still among what the columns hold.
  private var staying: Set<TicketKey> = []
  /// Which of these were not judged since they were passed or changed.
  private var unjudged: Set<TicketKey> = []
  /// What those are judged by that were.
  private var judgedBy: BoardFilter?
  /// Where reading goes on; `nil` where nothing more is known to come.
  private(set) var next: Place?
  /// The window that was asked for.
  private(set) var awaited: ColumnQuery?
  /// Whether a window could not be read, and is not asked for until something happens.
  private(set) var isStalled = false
  /// Whether the columns are being gone through once more for what was passed by.
  private var isSweeping = false
  /// Whether nothing new came of that.
  private var isSwept = false

  /// Where a column is read from.
  struct Place: Equatable {
    /// Which of the columns.
    var column: Int
    /// Below which card; `nil` for the top.
    var below: CardPosition?
  }

  /// How many tickets ahead are read with all that they hold.
  static let detailsAhead = 12
  /// With how many left ahead the next window is asked for.
  static let cardsAhead = 40

  /// A queue of columns that begins with cards of the first.
  init(_ columns: [Status.ID], startingWith cards: [Card], hasLater: Bool) {
    self.columns = columns
    upcoming = cards.map(TriageEntry.init)
    next = hasLater ? Place(column: 0, below: cards.last?.position) : nil
    if next == nil, columns.count > 1 { next = Place(column: 1) }
  }

  /// The ticket that is being decided about; `nil` while more are being read, and at the end.
  var current: TriageEntry? { upcoming.first }

  /// Whether all tickets have been decided about.
  var isDone: Bool { upcoming.isEmpty && next == nil && awaited == nil }
}

extension TriageQueue {
  /// Leaves the current ticket behind, as it is or will be.
  mutating func pass() {
    guard !upcoming.isEmpty else { return }
    let entry = upcoming.removeFirst()
    passed.updateValue(entry.card, forKey: entry.key)
    unjudged.insert(entry.key)
  }

  /// Leaves a ticket out that is not there to be decided about.
  mutating func leaveOut(_ key: TicketKey) {
    upcoming.removeAll { $0.key == key }
  }

  /// Takes a ticket back that was passed, to be decided about now or after the current one.
  mutating func bringBack(_ entry: TriageEntry, asCurrent: Bool) {
    leaveOut(entry.key)
    passed.removeValue(forKey: entry.key)
    staying.remove(entry.key)
    unjudged.remove(entry.key)
    var entry = entry
    entry.isAgain = true
    upcoming.insert(entry, at: asCurrent ? 0 : min(1, upcoming.count))
  }

  /// Changes what is known of a ticket.
  mutating func update(_ key: TicketKey, _ change: (inout TriageEntry) -> Void) {
    if let place = upcoming.firstIndex(where: { $0.key == key }) { change(&upcoming[place]) }
  }

  /// Keeps what became of a ticket that was passed.
  mutating func note(_ card: Card?, of key: TicketKey) {
    guard let former = passed[key], former != card else { return }
    passed.updateValue(card, forKey: key)
    unjudged.insert(key)
  }

  /// Keeps the texts of the current and the next ticket laid out.
  mutating func layOut(columns: Int) {
    for index in upcoming.indices.prefix(2) { upcoming[index].layOut(columns: columns) }
  }

  /// The tickets whose pages are to be read now.
  mutating func takeUnread() -> [TicketKey] {
    var keys: [TicketKey] = []
    for index in upcoming.indices.prefix(Self.detailsAhead)
    where upcoming[index].isToBeRead {
      upcoming[index].isAsked = true
      keys.append(upcoming[index].key)
    }
    return keys
  }
}

extension TriageQueue {
  /// How many of the passed tickets the columns still hold.
  var stayingCount: Int { staying.count }

  /// Whether a judgement is due: of what has changed, or of all where the filter has.
  func isToBeJudged(by filter: BoardFilter) -> Bool {
    !unjudged.isEmpty || (judgedBy != filter && !passed.isEmpty)
  }

  /// Judges of what was passed whether it stays where it stood, those alone that are not judged yet: a key
  /// costs as much at the end of a long column as at its beginning.
  mutating func judge(by filter: BoardFilter, isStaying: (Card) -> Bool) {
    let due = judgedBy == filter ? Array(unjudged) : Array(passed.keys)
    for key in due {
      if let card = passed[key] ?? nil, isStaying(card) {
        staying.insert(key)
      } else {
        staying.remove(key)
      }
    }
    unjudged = []
    judgedBy = filter
  }
}

extension TriageQueue {
  /// Where the next window is to be read from, if one is needed; it counts as asked for once `await` is told.
  var nextPlace: Place? {
    awaited == nil && !isStalled && upcoming.count < Self.cardsAhead ? next : nil
  }

  mutating func await(_ query: ColumnQuery) {
    awaited = query
  }

  /// Stops waiting for a window that could not be read.
  mutating func giveUp(_ query: ColumnQuery) {
    if awaited == query { (awaited, isStalled) = (nil, true) }
  }

  /// Lets be asked for again what could not be read.
  mutating func retry() {
    isStalled = false
    for index in upcoming.indices where upcoming[index].detail == nil {
      upcoming[index].isAsked = false
    }
  }

  /// Takes the window that was asked for.
  mutating func take(_ window: CardWindow, for query: ColumnQuery) {
    guard awaited == query, let place = next else { return }
    awaited = nil
    let new = window.cards.filter { !knows($0.key) }
    if !new.isEmpty { isSwept = false }
    if isSweeping, !new.isEmpty { isSweeping = false }
    upcoming += new.map(TriageEntry.init)
    goOn(after: window, at: place)
  }

  /// Goes through the columns once more, for tickets that came in above what was read; `false` if that was
  /// done and brought nothing.
  mutating func sweep() -> Bool {
    guard next == nil, awaited == nil, !isSwept else { return false }
    isSweeping = true
    next = Place(column: 0)
    return true
  }

  private mutating func goOn(after window: CardWindow, at place: Place) {
    if window.hasLater, let last = window.cards.last {
      next = Place(column: place.column, below: last.position)
    } else if place.column + 1 < columns.count {
      next = Place(column: place.column + 1)
    } else {
      next = nil
      isSwept = isSweeping
      isSweeping = false
    }
  }

  private func knows(_ key: TicketKey) -> Bool {
    passed[key] != nil || upcoming.contains { $0.key == key }
  }
}

extension TriageQueue {
  /// From where to read again what comes after the current ticket, once others have changed something;
  /// `nil` where that is not known.
  var placeAfterCurrent: Place? {
    guard let entry = upcoming.first(where: { !$0.isAgain }),
      let column = columns.firstIndex(of: entry.column)
    else { return nil }
    return Place(column: column, below: entry.place)
  }

  /// Takes what comes after a place as it was read again, and tells which tickets are there no longer.
  mutating func retake(_ window: CardWindow, after place: Place) -> [TicketKey] {
    isSwept = false
    awaited = nil
    let column = columns[place.column]
    let end = window.hasLater ? window.cards.last?.position : nil
    let anchor = upcoming.firstIndex { !$0.isAgain } ?? 0
    let kept = upcoming.prefix(anchor + 1) + upcoming.dropFirst(anchor + 1).filter(\.isAgain)
    let former = upcoming.dropFirst(anchor + 1).filter { !$0.isAgain }
    var known: [TicketKey: TriageEntry] = [:]
    for entry in former { known[entry.key] = entry }
    let listed = Set(window.cards.map(\.key))
    upcoming = Array(kept)
    upcoming += window.cards.filter { !knows($0.key) }.map { card in
      var entry = known[card.key] ?? TriageEntry(card)
      entry.take(card)
      return entry
    }
    goOn(after: window, at: place)
    return former.filter { entry in
      entry.column == column && !listed.contains(entry.key) && end.map { entry.place < $0 } ?? true
    }
    .map(\.key)
  }
}
