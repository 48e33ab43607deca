import Drawing
import SluiceCore

/// What is being typed to be found on a page.
struct SearchTyping: Equatable {
  var editor = LineEditor()
  /// What was searched for before, which comes back if this is given up.
  let former: PageSearch?
  /// The first line that was in sight.
  let top: Int
}

extension AppState {
  mutating func startSearch(_ page: TicketPage) {
    push(.search(SearchTyping(former: page.search, top: page.top)))
  }

  mutating func handleSearch(_ key: Key, _ typing: SearchTyping) -> [Effect] {
    var typing = typing
    switch key {
    case .escape, .control("c"):
      pop()
      updateTopPage { page, _ in (page.search, page.top) = (typing.former, typing.top) }
    case .enter:
      pop()
      endSearch()
    default:
      guard typing.editor.handle(key) else { return [] }
      search(typing)
    }
    return []
  }

  /// Goes to the first place, from where one was, that has what is typed.
  mutating func search(_ typing: SearchTyping) {
    replaceLayer(.search(typing))
    let query = typing.editor.text
    updateTopPage { page, lines in
      page.top = typing.top
      guard !query.isEmpty else {
        page.search = nil
        return
      }
      var search = PageSearch(query)
      search.find(in: lines())
      search.go(below: typing.top)
      page.search = search
    }
    showMatch()
  }

  private mutating func endSearch() {
    guard case .ticket(let page) = layers.last, let search = page.search, search.matches.isEmpty
    else { return }
    notice = Notice(kind: .information, text: "“\(search.query)” is nowhere on this page.")
    updateTopPage { page, _ in page.search = nil }
  }

  /// Goes to another place of those found; behind the last one older history is asked for.
  mutating func stepMatch(_ distance: Int, _ page: TicketPage) -> [Effect] {
    guard page.search != nil else {
      let key = keymap.shown(.search, in: .ticket)
      notice = Notice(
        kind: .information, text: "Nothing is searched for; \(key) finds on this page.")
      return []
    }
    updateTopPage { page, _ in page.search?.step(distance) }
    showMatch()
    return readOlderHistory()
  }

  /// Scrolls to the match that one has gone to.
  private mutating func showMatch() {
    let rows = pageRows
    updateTopPage { page, lines in
      guard let line = page.search?.match?.line else { return }
      page.show(line, rows: rows, of: lines().count)
    }
  }

  /// Changes the open page, given what lays out its lines.
  mutating func updateTopPage(_ change: (inout TicketPage, () -> PageLines) -> Void) {
    guard let index = layers.lastIndex(where: \.isPage), case .ticket(var page) = layers[index]
    else { return }
    let former = page
    change(&page) { lines(of: former) }
    layers[index] = .ticket(page)
  }

  func drawSearch(_ typing: SearchTyping, on canvas: inout Canvas) -> Point? {
    let line = canvas.bounds.line(size.rows - 1)
    canvas.fill(line, style: Style(.input))
    var pen = Pen(line)
    if case .ticket(let page)? = layers.last(where: \.isPage), let search = page.search {
      pen.writeTrailing(" \(search.place) ", .footerKey, on: &canvas)
    }
    pen.write(" / ", .footerKey, on: &canvas)
    return typing.editor.draw(in: pen.rest, style: Style(.input), on: &canvas)
  }
}

extension Layer {
  fileprivate var isPage: Bool {
    if case .ticket = self { true } else { false }
  }
}

extension TicketPage {
  /// Scrolls so that a line is in sight, with some before it if it was not.
  mutating func show(_ line: Int, rows: Int, of count: Int) {
    if line < top || line >= top + rows { top = line - rows / 3 }
    top = min(max(top, 0), max(0, count - rows))
  }
}
