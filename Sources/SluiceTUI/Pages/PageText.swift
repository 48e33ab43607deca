import SluiceCore

/// What of a ticket's page takes time to lay out, kept while neither the texts nor the width change.
struct PageText: Equatable {
  let description: [PageLine]
  /// The comments, each under a line with its author and time and before an empty one.
  let discussion: [PageLine]
  let passages: [PageLine]
  let history: [PageLine]
  private let source: Source

  /// What it is made from.
  struct Source: Equatable {
    let description: String
    let comments: [Comment]
    let events: [Event]
    let hasOlder: Bool
    let workflow: Workflow
    let columns: Int
    let secondsFromUTC: Int
  }

  init(_ source: Source) {
    self.source = source
    let columns = source.columns
    var description = MarkdownLayout.lines(of: source.description, columns: columns)
    // The bar stands at its beginning alone.
    if !description.isEmpty { description[0].item = .description }
    self.description = description
    discussion = source.comments.enumerated().flatMap { place, comment in
      let when = comment.at.wallClock(secondsFromUTC: source.secondsFromUTC)
      let heading = PageLine(
        lead: "\(comment.author), \(when)", leadRole: .assignee, comment: place)
      return [heading] + MarkdownLayout.lines(of: comment.text, columns: columns) + [PageLine()]
    }
    let lines = HistoryLines(
      workflow: source.workflow, columns: columns, secondsFromUTC: source.secondsFromUTC)
    passages = lines.passages(in: source.events, hasOlder: source.hasOlder)
    history = lines.story(of: source.events, hasOlder: source.hasOlder)
  }

  func isMade(from source: Source) -> Bool { self.source == source }
}

extension PageText.Source {
  /// The long texts of a ticket alone, without its history.
  init(_ detail: TicketDetail, columns: Int) {
    self.init(
      description: detail.state.ticket.description, comments: detail.comments, events: [],
      hasOlder: false, workflow: detail.workflow, columns: columns, secondsFromUTC: 0)
  }
}

extension AppState {
  /// The long texts of a page, those kept if they still are the same.
  func text(of page: TicketPage) -> PageText {
    let detail = page.detail
    let source = PageText.Source(
      description: detail?.state.ticket.description ?? "", comments: detail?.comments ?? [],
      events: page.events, hasOlder: page.nextCursor != nil,
      workflow: detail?.workflow ?? board.workflow, columns: pageColumns,
      secondsFromUTC: secondsFromUTC)
    if let text = page.text, text.isMade(from: source) { return text }
    return PageText(source)
  }

  /// Keeps what is open laid out, so that keys need not do it again, and finds again what is searched for.
  mutating func layOutPages() {
    for (index, layer) in layers.enumerated() {
      guard case .ticket(var page) = layer else { continue }
      page.text = text(of: page)
      if page.search != nil {
        let lines = lines(of: page)
        page.search?.find(in: lines)
      }
      layers[index] = .ticket(page)
    }
  }
}
