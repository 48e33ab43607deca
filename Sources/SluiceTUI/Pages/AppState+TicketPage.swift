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
    pen.write(" \(page.key) ", .headerAccent, on: &canvas)
    pen.write(page.detail?.state.ticket.title ?? "", .header, on: &canvas)
    let body = canvas.bounds.inset(left: 0, top: 1, right: 0, bottom: 1)
    let lines = lines(of: page)
    let top = min(page.top, max(0, lines.count - body.rows))
    for (row, line) in lines.dropFirst(top).prefix(body.rows).enumerated() {
      line.draw(in: body.line(row).inset(left: 1), on: &canvas)
    }
    drawTicketFooter(top: top, rows: body.rows, of: lines.count, on: &canvas)
    return body.origin
  }

  private func drawTicketFooter(top: Int, rows: Int, of count: Int, on canvas: inout Canvas) {
    let rect = canvas.bounds.line(size.rows - 1)
    canvas.fill(rect, style: Style(.footerText))
    var pen = Pen(rect)
    let shown = min(count, top + rows)
    pen.writeTrailing(" \(shown)/\(count) ", .footerText, on: &canvas)
    let hints = [
      KeyHint("jk", "scroll"), KeyHint("esc", "back"), KeyHint("1-9", "move"),
      KeyHint("e", "edit"), KeyHint("E", "description"), KeyHint("c", "comment"),
      KeyHint("a", "assign"), KeyHint("#", "labels"),
    ]
    pen.write(hints, on: &canvas)
  }

  /// The whole page, wrapped to the width of the screen.
  func lines(of page: TicketPage) -> [PageLine] {
    guard let detail = page.detail else { return [PageLine(text: "Reading …", role: .dim)] }
    let ticket = detail.state.ticket
    return titleLines(of: ticket) + facts(of: ticket, in: detail)
      + section("Description", text(ticket.description, or: "None; E writes one."))
      + section("Moves", moveLines(of: detail)) + gateLines(of: detail) + fieldLines(of: detail)
      + section("Comments", commentLines(of: detail))
      + section("History", page.events.flatMap { historyLines(of: $0) })
  }

  private var pageColumns: Int { max(1, size.columns - 2) }

  private func section(_ title: String, _ lines: [PageLine]) -> [PageLine] {
    guard !lines.isEmpty else { return [] }
    let rule = String(
      repeating: "─", count: max(0, pageColumns - DisplayWidth.columns(of: title) - 1))
    return [
      PageLine(), PageLine(lead: title + " ", leadRole: .paneTitle, text: rule, role: .border),
    ]
      + lines
  }

  private func text(_ text: String, or empty: String = "") -> [PageLine] {
    guard !text.isEmpty else { return [PageLine(text: empty, role: .dim)] }
    return TextWrapping.lines(of: text, columns: pageColumns).map { PageLine(text: $0) }
  }

  /// The title in all its length, where the first line of the screen cuts it off.
  private func titleLines(of ticket: Ticket) -> [PageLine] {
    let free = size.columns - DisplayWidth.columns(of: ticket.key.description) - 2
    guard DisplayWidth.columns(of: ticket.title) > free else { return [] }
    let lines = TextWrapping.lines(of: ticket.title, columns: pageColumns)
    return lines.map { PageLine(text: $0, role: .strong) } + [PageLine()]
  }

  private func facts(of ticket: Ticket, in detail: TicketDetail) -> [PageLine] {
    let status = detail.workflow.statusName(ticket.status)
    let stage = detail.workflow.stage(of: ticket.status)?.name ?? ""
    var rows: [(String, String)] = [
      ("Status", "\(status) (\(stage)), \(ticket.enteredAt.ago(at: now))"),
      ("Priority", "\(ticket.priority.mark) \(ticket.priority.name)"),
      ("Assignee", ticket.assignee ?? "nobody"), ("Reporter", ticket.reporter ?? "nobody"),
    ]
    if !ticket.labels.isEmpty { rows.append(("Labels", ticket.labels.joined(separator: ", "))) }
    if let due = ticket.due { rows.append(("Due", due.description)) }
    rows.append(("Created", ticket.createdAt.wallClock(secondsFromUTC: secondsFromUTC)))
    rows.append(("Changed", ticket.updatedAt.wallClock(secondsFromUTC: secondsFromUTC)))
    return rows.flatMap { name, value in fact(name, value) }
  }

  private func fact(_ name: String, _ value: String) -> [PageLine] {
    let gap = String(repeating: " ", count: max(1, 12 - DisplayWidth.columns(of: name)))
    return hanging(PageLine(lead: name + gap, leadRole: .fieldName, text: value))
  }

  /// A line that is wrapped, if need be, beside what leads it.
  private func hanging(_ line: PageLine) -> [PageLine] {
    let indent = DisplayWidth.columns(of: line.lead)
    let texts = TextWrapping.lines(of: line.text, columns: max(1, pageColumns - indent))
    return texts.enumerated().map { row, text in
      let lead = row == 0 ? line.lead : String(repeating: " ", count: indent)
      return PageLine(lead: lead, leadRole: line.leadRole, text: text, role: line.role)
    }
  }

  private func moveLines(of detail: TicketDetail) -> [PageLine] {
    let state = detail.state
    return board.moveOptions(from: state.ticket.status, progress: state.progress).map { option in
      let number = option.number.map(String.init) ?? "·"
      let reason = (option.reason ?? option.warning).map { "   \($0)" } ?? ""
      return PageLine(
        lead: "\(number) ", leadRole: .moveNumber, text: option.status.name + reason,
        role: option.verdict.isAllowed ? .moveAllowed : .moveBlocked)
    }
  }

  private func fieldLines(of detail: TicketDetail) -> [PageLine] {
    let values = detail.workflow.fields.flatMap { field in
      detail.state.progress.values[field.key].map { fact(field.name, $0.text) } ?? []
    }
    return section("Fields", values)
  }

  private func gateLines(of detail: TicketDetail) -> [PageLine] {
    guard let gate = detail.workflow.gateAhead(of: detail.state.ticket.status) else { return [] }
    let progress = detail.state.progress
    let lines = gate.requirements.flatMap { requirement in
      let isMet = progress.meets(requirement, of: gate)
      return hanging(
        PageLine(
          lead: isMet ? "[x] " : "[ ] ", leadRole: isMet ? .checkDone : .checkOpen,
          text: detail.workflow.line(on: requirement, of: gate, given: progress)))
    }
    return section("Gate: \(gate.name)", lines)
  }

  private func commentLines(of detail: TicketDetail) -> [PageLine] {
    detail.comments.flatMap { comment in
      let when = comment.at.wallClock(secondsFromUTC: secondsFromUTC)
      return [PageLine(lead: "\(comment.author), \(when)", leadRole: .assignee)]
        + text(comment.text)
        + [PageLine()]
    }
  }

  private func historyLines(of event: Event) -> [PageLine] {
    let when = event.at.wallClock(secondsFromUTC: secondsFromUTC)
    let first = PageLine(lead: "\(when)  ", text: "\(event.actor) \(event.body.story)")
    guard let warning = event.body.warning else { return [first] }
    return [first, PageLine(lead: "                  ! ", text: warning, role: .warning)]
  }
}
