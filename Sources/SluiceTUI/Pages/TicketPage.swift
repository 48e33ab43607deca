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

  /// Takes a page of history: the newest in place of all, an older one behind those it follows.
  mutating func take(_ page: Page<Event>, _ request: PageRequest) {
    if request.cursor == nil {
      events = page.items
    } else if request.cursor == nextCursor {
      events += page.items
    } else {
      return
    }
    nextCursor = page.nextCursor
    isLoadingHistory = false
  }
}
