import SluiceCore

/// What of a ticket's page takes time to lay out, kept while neither the texts nor the width change.
struct PageText: Equatable {
  let description: [PageLine]
  /// For each comment its lines.
  let comments: [[PageLine]]
  private let source: Source

  /// What it was made from.
  struct Source: Equatable {
    let columns: Int
    let description: String
    let comments: [Comment]

    init(_ detail: TicketDetail, columns: Int) {
      self.columns = columns
      description = detail.state.ticket.description
      comments = detail.comments
    }
  }

  init(_ source: Source) {
    self.source = source
    description = MarkdownLayout.lines(of: source.description, columns: source.columns)
    comments = source.comments.map {
      MarkdownLayout.lines(of: $0.text, columns: source.columns)
    }
  }

  func isMade(from source: Source) -> Bool { self.source == source }
}

extension TicketPage {
  /// The long texts for a width; those kept if they are the same.
  func text(of detail: TicketDetail, columns: Int) -> PageText {
    let source = PageText.Source(detail, columns: columns)
    if let text, text.isMade(from: source) { return text }
    return PageText(source)
  }
}

extension AppState {
  /// Keeps the long texts of the open ticket laid out, so that keys need not do it again.
  mutating func layOutPage() {
    for (index, layer) in layers.enumerated() {
      guard case .ticket(var page) = layer, let detail = page.detail else { continue }
      page.text = page.text(of: detail, columns: pageColumns)
      layers[index] = .ticket(page)
    }
  }
}
