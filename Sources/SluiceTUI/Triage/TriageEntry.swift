import SluiceCore

/// A ticket that is to be decided about.
struct TriageEntry: Equatable {
  /// As it is known, with what changes under way make of it.
  var card: Card
  /// Its page; `nil` until it is read.
  var detail: TicketDetail?
  /// The column that it was read from.
  let column: Status.ID
  /// Where it stood there: reading goes on below.
  let place: CardPosition
  /// Whether it was decided about before and came back.
  var isAgain = false
  /// Whether its page has been asked for.
  var isAsked = false
  /// Whether its page is of before something that happened.
  var isOutdated = false
  /// Whether a decision about it is being taken back: until that is answered it is shown as it was before.
  var isReturning = false
  /// The texts of the page as they were laid out last.
  private(set) var text: PageText?
  /// Why it is not to be decided about any more.
  var absence: String?

  /// A ticket as a column shows it.
  init(_ card: Card) {
    self.card = card
    column = card.status
    place = card.position
  }

  var key: TicketKey { card.key }

  /// Whether its page is to be asked for now.
  var isToBeRead: Bool { (detail == nil || isOutdated) && !isAsked && !isReturning }
}

extension TriageEntry {
  /// The long texts for a width; those kept if they are the same.
  func text(of detail: TicketDetail, columns: Int) -> PageText {
    let source = PageText.Source(detail, columns: columns)
    if let text, text.isMade(from: source) { return text }
    return PageText(source)
  }

  /// Keeps the long texts laid out for a width.
  mutating func layOut(columns: Int) {
    if let detail { text = text(of: detail, columns: columns) }
  }

  /// Forgets how its texts were laid out; they are laid out again once it is shown again.
  mutating func forgetText() {
    text = nil
  }

  /// Forgets its page and all that was made of it.
  mutating func forgetPage() {
    detail = nil
    forgetText()
  }

  /// Takes the card that was read; a page of before is read again.
  mutating func take(_ read: Card) {
    guard read.version > card.version else { return }
    card = read
    detail = nil
    isAsked = false
  }

  /// Takes the page that was read.
  mutating func take(_ read: TicketDetail, in workflow: Workflow) {
    isAsked = false
    guard !isReturning, read.state.ticket.version >= card.version else { return }
    detail = read
    isOutdated = false
    if let new = Card(read, in: workflow) { card = new }
  }

  /// Takes what changes under way make of it.
  mutating func take(_ forecast: Forecast) {
    guard !isReturning else { return }
    if let new = forecast.card { card = new }
    if let new = forecast.detail { detail = new }
  }
}
