import Drawing
import SluiceCore

extension AppState {
  /// How many lines of a page are in sight.
  var pageRows: Int { max(1, size.rows - TicketPage.chromeRows) }

  mutating func goInTicket(_ command: CommandID, _ page: TicketPage) -> [Effect] {
    var page = page
    let rows = pageRows
    let count = lines(of: page).count
    // After a resize or a change the page may be shorter than where one was.
    page.top = min(page.top, max(0, count - rows))
    switch command {
    case .down: page.top += 1
    case .up: page.top -= 1
    case .halfPageDown: page.top += rows / 2
    case .halfPageUp: page.top -= rows / 2
    case .pageDown: page.top += rows - 1
    case .pageUp: page.top -= rows - 1
    case .top: page.top = 0
    case .bottom: page.top = count
    default: break
    }
    page.top = min(max(page.top, 0), max(0, count - rows))
    replaceLayer(.ticket(page))
    return readOlderHistory(of: count)
  }

  /// Asks for older history where the end of what was read comes near; `count` is how many lines there are, if
  /// that is known.
  mutating func readOlderHistory(of count: Int? = nil) -> [Effect] {
    guard case .ticket(var page) = layers.last, let cursor = page.nextCursor,
      !page.isLoadingHistory, page.top + 2 * pageRows > count ?? lines(of: page).count
    else { return [] }
    page.isLoadingHistory = true
    replaceLayer(.ticket(page))
    return [.loadHistory(page.key, PageRequest(limit: 100, cursor: cursor))]
  }
}
