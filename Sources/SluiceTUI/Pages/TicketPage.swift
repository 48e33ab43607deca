import SluiceCore

/// A ticket opened over the whole screen.
struct TicketPage: Equatable {
  let key: TicketKey
  /// What is known of it; `nil` until it is read.
  var detail: TicketDetail?
  /// Its history, newest first, as far as it was read.
  var events: [Event] = []
  /// Asks for older events; `nil` once all are there.
  var nextCursor: String?
  var isLoadingHistory = false
  /// Whether there is no such ticket any more.
  var isGone = false
  /// The first line in sight.
  var top = 0
  /// What of it enter changes.
  var item: PageItem?
  /// What is searched for on it.
  var search: PageSearch?
  /// Its long texts, laid out.
  var text: PageText?

  init(_ key: TicketKey, detail: TicketDetail?) {
    self.key = key
    self.detail = detail
  }

  mutating func take(_ detail: TicketDetail) {
    self.detail = detail
    isGone = false
  }

  /// Keeps what was read of a ticket that is no more.
  mutating func lose() {
    isGone = true
  }

  /// Takes a page of history: the newest before what was read of older ones, an older one behind those it
  /// follows.
  mutating func take(_ page: Page<Event>, _ request: PageRequest) {
    if request.cursor == nil {
      takeNewest(page)
    } else if request.cursor == nextCursor {
      events += page.items
      nextCursor = page.nextCursor
    } else {
      return
    }
    isLoadingHistory = false
  }

  /// What was read before stays, unless so much has happened since that something between is missing.
  private mutating func takeNewest(_ page: Page<Event>) {
    let oldest = page.items.last?.sequence ?? .max
    let place = events.firstIndex { $0.sequence <= oldest } ?? events.count
    let isConnected = place < events.count && events[place].sequence == oldest
    guard isConnected, page.nextCursor != nil else {
      events = page.items
      nextCursor = page.nextCursor
      return
    }
    let older = events[(place + 1)...]
    if older.isEmpty { nextCursor = page.nextCursor }
    events = page.items + older
  }
}
