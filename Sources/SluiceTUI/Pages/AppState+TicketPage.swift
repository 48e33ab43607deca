import Drawing
import SluiceCore

extension TicketPage {
  /// The rows that the page keeps for its first and last line.
  static let chromeRows = 2
}

extension AppState {
  func drawTicket(_ page: TicketPage, on canvas: inout Canvas) -> Point? {
    let header = canvas.bounds.line(0)
    canvas.fill(header, style: Style(.header))
    var pen = Pen(header)
    if isLineLost { pen.writeTrailing(connectionText.text, connectionText.role, on: &canvas) }
    let isUnderWay = pending.marks[page.key]?.isShown == true
    pen.write(" \(page.key)\(isUnderWay ? "… " : " ")", .headerAccent, on: &canvas)
    pen.write(page.detail?.state.ticket.title ?? "", .header, on: &canvas)
    let body = canvas.bounds.inset(left: 0, top: 1, right: 0, bottom: 1)
    let lines = lines(of: page)
    let top = min(page.top, max(0, lines.count - body.rows))
    for (row, line) in lines.dropFirst(top).prefix(body.rows).enumerated() {
      line.draw(in: body.line(row).inset(left: 1), on: &canvas)
    }
    drawTicketFooter(page, top: top, rows: body.rows, of: lines.count, on: &canvas)
    return body.origin
  }

  private func drawTicketFooter(
    _ page: TicketPage, top: Int, rows: Int, of count: Int, on canvas: inout Canvas
  ) {
    let rect = canvas.bounds.line(size.rows - 1)
    canvas.fill(rect, style: Style(.footerText))
    var pen = Pen(rect)
    if rows < count, rect.columns >= 60 {
      let last = min(count, top + rows)
      pen.writeTrailing(" lines \(top + 1)–\(last) of \(count) ", .footerText, on: &canvas)
    }
    pen.write(hints(of: page), on: &canvas)
  }

  private func hints(of page: TicketPage) -> [KeyHint] {
    let keys = keymap
    let around = [
      keys.hint(.down, .up, in: .ticket, "scroll"), keys.hint(.back, in: .ticket, "back"),
    ]
    let undo = keys.hint(.undo, in: .ticket, "undo")
    guard !page.isGone else { return (around + [undo]).compactMap(\.self) }
    let rest = [
      keys.hint(.moveToNumber, in: .ticket, "move"), keys.hint(.editTicket, in: .ticket, "edit"),
      keys.hint(.comment, in: .ticket, "comment"), keys.hint(.focusGate, in: .ticket, "gate"),
      keys.hint(.editDescription, in: .ticket, "description"),
      keys.hint(.assign, in: .ticket, "assign"), keys.hint(.labels, in: .ticket, "labels"), undo,
      keys.hint(.deleteTicket, in: .ticket, "delete"),
    ]
    return (around + rest).compactMap(\.self)
  }

  /// The whole page, wrapped to the width of the screen.
  func lines(of page: TicketPage) -> [PageLine] {
    guard !page.isGone else { return linesOfDeleted(page) }
    guard let detail = page.detail else { return [PageLine(text: "Reading …", role: .dim)] }
    let ticket = detail.state.ticket
    let text = page.text(of: detail, columns: pageColumns)
    return titleLines(of: ticket) + facts(of: ticket, in: detail)
      + section("Description", descriptionLines(text))
      + section("Moves", moveLines(of: detail)) + gateLines(of: detail) + fieldLines(of: detail)
      + section(newestFirst("Comments", detail.comments.count), commentLines(of: detail, text))
      + historySection(of: page, in: detail.workflow)
  }

  /// What is left of a ticket that is no more.
  private func linesOfDeleted(_ page: TicketPage) -> [PageLine] {
    let workflow = page.detail?.workflow ?? board.workflow
    return [
      PageLine(text: "\(page.key) was deleted. Its history stays.", role: .warning),
      PageLine(
        text: "Who deleted it takes that back with \(keymap.shown(.undo, in: .ticket)).", role: .dim
      ),
    ] + historySection(of: page, in: workflow)
  }

  private func historySection(of page: TicketPage, in workflow: Workflow) -> [PageLine] {
    section(
      newestFirst("History", page.events.count),
      page.events.flatMap { lines(of: $0, in: workflow) })
  }

  private func newestFirst(_ title: String, _ count: Int) -> String {
    count > 1 ? "\(title), newest first" : title
  }

  var pageColumns: Int { max(1, size.columns - 2) }

  func section(_ title: String, _ lines: [PageLine]) -> [PageLine] {
    guard !lines.isEmpty else { return [] }
    let rule = String(
      repeating: "─", count: max(0, pageColumns - DisplayWidth.columns(of: title) - 1))
    return [
      PageLine(), PageLine(lead: title + " ", leadRole: .paneTitle, text: rule, role: .border),
    ]
      + lines
  }

  private func descriptionLines(_ text: PageText) -> [PageLine] {
    text.description.isEmpty
      ? [
        PageLine(
          text: "None; \(keymap.shown(.editDescription, in: .ticket)) writes one.", role: .dim)
      ] : text.description
  }

  /// The title in all its length, where the first line of the screen cuts it off.
  private func titleLines(of ticket: Ticket) -> [PageLine] {
    let free = size.columns - DisplayWidth.columns(of: ticket.key.description) - 2
    guard DisplayWidth.columns(of: VisibleText.line(ticket.title)) > free else { return [] }
    let lines = TextWrapping.lines(of: ticket.title, columns: pageColumns)
    return lines.map { PageLine(text: $0, role: .strong) } + [PageLine()]
  }
}
