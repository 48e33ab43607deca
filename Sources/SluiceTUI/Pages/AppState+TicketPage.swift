import Drawing
import SluiceCore

extension TicketPage {
  /// The rows that the page keeps for its first and last line.
  static let chromeRows = 2
}

extension AppState {
  func drawTicket(_ page: TicketPage, on canvas: inout Canvas) -> Point? {
    var cursor = drawTicketHeader(page, on: &canvas)
    let body = canvas.bounds.inset(left: 0, top: 1, right: 0, bottom: 1)
    let lines = lines(of: page)
    let top = min(page.top, max(0, lines.count - body.rows))
    for (row, line) in lines.lines(from: top, atMost: body.rows).enumerated() {
      line.draw(in: body.line(row).inset(left: 1), on: &canvas)
      if let item = page.item, line.item == item {
        mark(body.line(row), on: &canvas)
        cursor = cursor ?? body.line(row).origin.moved(columns: 1)
      }
    }
    if let search = page.search {
      cursor = draw(search, from: top, in: body, on: &canvas) ?? cursor
    }
    drawTicketFooter(page, top: top, rows: body.rows, of: lines.count, on: &canvas)
    return cursor ?? body.origin
  }

  /// Draws the key and the title; where the title is what will be changed, tells where it stands.
  private func drawTicketHeader(_ page: TicketPage, on canvas: inout Canvas) -> Point? {
    let header = canvas.bounds.line(0)
    canvas.fill(header, style: Style(.header))
    var pen = Pen(header)
    if isLineLost || isReadOnly {
      pen.writeTrailing(connectionText.text, connectionText.role, on: &canvas)
    }
    let isUnderWay = pending.marks[page.key]?.isShown == true
    let sign = isUnderWay ? "… " : foreign[page.key] != nil ? "✱ " : " "
    pen.write(" \(page.key)\(sign)", .headerAccent, on: &canvas)
    let title = pen.rest
    pen.write(page.detail?.state.ticket.title ?? "", .header, on: &canvas)
    guard page.item == .title else { return nil }
    mark(Rect(left: title.left - 1, top: 0, columns: title.columns + 1, rows: 1), on: &canvas)
    return title.origin
  }

  /// Shows that something has the focus: a bar before it, and a style.
  private func mark(_ rect: Rect, on canvas: inout Canvas) {
    canvas.restyle(rect.inset(left: 1), adding: .focused)
    canvas.put("▌", at: rect.origin, style: Style(.focusBar))
  }

  /// Marks what was found, and the one that one has gone to with a bar at its line; where that stands.
  private func draw(
    _ search: PageSearch, from top: Int, in body: Rect, on canvas: inout Canvas
  ) -> Point? {
    var cursor: Point?
    for match in search.matches(on: top..<(top + body.rows)) {
      let line = body.line(match.line - top).inset(left: 1)
      let rect = line.dividedLeft(match.column).rest.dividedLeft(match.columns).part
      let isCurrent = match == search.match
      canvas.restyle(rect, style: Style(.match, isCurrent ? .focused : []))
      guard isCurrent else { continue }
      canvas.put("▌", at: line.origin.moved(columns: -1), style: Style(.focusBar))
      cursor = rect.origin
    }
    return cursor
  }

  private func drawTicketFooter(
    _ page: TicketPage, top: Int, rows: Int, of count: Int, on canvas: inout Canvas
  ) {
    let rect = canvas.bounds.line(size.rows - 1)
    canvas.fill(rect, style: Style(.footerText))
    var pen = Pen(rect)
    if let search = page.search {
      pen.writeTrailing(" \(search.place) ", .footerKey, on: &canvas)
      let hints = [
        keymap.hint(.nextMatch, in: .ticket, "next"),
        keymap.hint(.previousMatch, in: .ticket, "before"),
        keymap.hint(.back, in: .ticket, "end"),
      ]
      pen.write(hints.compactMap(\.self), on: &canvas)
      return
    }
    if rows < count, rect.columns >= 60 {
      let last = min(count, top + rows)
      pen.writeTrailing(" lines \(top + 1)–\(last) of \(count) ", .footerText, on: &canvas)
    }
    pen.write(hints(of: page), on: &canvas)
  }

  private func hints(of page: TicketPage) -> [KeyHint] {
    let around = [
      hint(.down, .up, in: .ticket, "scroll"), hint(.back, in: .ticket, "back"),
    ]
    let undo = hint(.undo, in: .ticket, "undo")
    guard !page.isGone else { return (around + [undo]).compactMap(\.self) }
    let rest = [
      hint(.nextItem, in: .ticket, "go to"), hint(.changeItem, in: .ticket, "change"),
      hint(.moveToNumber, in: .ticket, "move"), hint(.comment, in: .ticket, "comment"),
      hint(.search, in: .ticket, "find"), hint(.focusGate, in: .ticket, "gate"),
      hint(.editTicket, in: .ticket, "edit"), undo,
      hint(.deleteTicket, in: .ticket, "delete"),
    ]
    return (around + rest).compactMap(\.self)
  }

  /// The whole page, wrapped to the width of the screen.
  func lines(of page: TicketPage) -> PageLines {
    let text = text(of: page)
    var lines = PageLines()
    if page.isGone {
      lines = PageLines(linesOfDeleted(page))
    } else {
      guard let detail = page.detail else {
        return PageLines([PageLine(text: "Reading …", role: .dim)])
      }
      let ticket = detail.state.ticket
      lines = PageLines(titleLines(of: ticket) + facts(of: ticket, in: detail))
      add("Description", descriptionLines(text), to: &lines)
      add("Moves", moveLines(of: detail), to: &lines)
      addGate(of: detail, to: &lines)
      add("Fields", fieldLines(of: detail), to: &lines)
      add(newestFirst("Comments", detail.comments.count), text.discussion, to: &lines)
      add("Gates passed", text.passages, to: &lines)
    }
    add(newestFirst("History", page.events.count), text.history, to: &lines)
    return lines
  }

  /// What is left of a ticket that is no more.
  private func linesOfDeleted(_ page: TicketPage) -> [PageLine] {
    [
      PageLine(text: "\(page.key) was deleted. Its history stays.", role: .warning),
      PageLine(
        text: "Who deleted it takes that back with \(keymap.shown(.undo, in: .ticket)).", role: .dim
      ),
    ]
  }

  private func newestFirst(_ title: String, _ count: Int) -> String {
    count > 1 ? "\(title), newest first" : title
  }

  var pageColumns: Int { max(1, size.columns - 2) }

  /// Adds lines under a heading, if there are any.
  func add(_ title: String, _ section: [PageLine], to lines: inout PageLines) {
    guard !section.isEmpty else { return }
    let rule = String(
      repeating: "─", count: max(0, pageColumns - DisplayWidth.columns(of: title) - 1))
    lines.append([
      PageLine(), PageLine(lead: title + " ", leadRole: .paneTitle, text: rule, role: .border),
    ])
    lines.append(section[...])
  }

  private func descriptionLines(_ text: PageText) -> [PageLine] {
    guard text.description.isEmpty else { return text.description }
    let key = keymap.shown(.editDescription, in: .ticket)
    let none = isReadOnly ? "None." : "None; \(key) writes one."
    return [PageLine(text: none, role: .dim, item: .description)]
  }

  /// The title in all its length, where the first line of the screen cuts it off.
  private func titleLines(of ticket: Ticket) -> [PageLine] {
    let free = size.columns - DisplayWidth.columns(of: ticket.key.description) - 2
    guard DisplayWidth.columns(of: VisibleText.line(ticket.title)) > free else { return [] }
    let lines = TextWrapping.lines(of: ticket.title, columns: pageColumns)
    return lines.map { PageLine(text: $0, role: .strong) } + [PageLine()]
  }
}
