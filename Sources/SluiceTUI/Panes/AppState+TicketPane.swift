import Drawing
import SluiceCore

extension AppState {
  /// Draws the focused ticket: what its card knows at once, the rest once it is read.
  func drawTicketPane(_ card: Card, in rect: Rect, on canvas: inout Canvas) {
    var lines = Lines(rect)
    let status = card.statusName(in: board.workflow)
    lines.add("\(card.key) · \(card.priority.name) · \(status)", .title, on: &canvas)
    for line in TextWrapping.lines(of: card.title, columns: rect.columns, maxLines: 3) {
      lines.add(line, .strong, on: &canvas)
    }
    lines.add(facts(of: card), .cardMeta, on: &canvas)
    let news = news(of: card).map { "✱ " + $0 } ?? ""
    for line in TextWrapping.lines(of: news, columns: rect.columns, maxLines: 2) where line != "" {
      lines.add(line, .changed, on: &canvas)
    }
    if let place = card.bound { lines.add(binding(of: place), .cardMeta, on: &canvas) }
    if let due = card.due {
      let lateness = lateness(due: due, in: card.status)
      lines.add(
        "due \(due)" + (lateness.map { ", \($0) late" } ?? ""),
        lateness == nil ? .cardMeta : .overdue, on: &canvas)
    }
    guard let detail = board.focusedDetail else { return }
    let description = detail.state.ticket.description
    lines.skip()
    let comments = detail.comments.count
    let room = max(1, lines.rest.rows - (comments > 0 ? 3 : 1))
    for line in beginning(of: description, columns: rect.columns, rows: room) {
      lines.add(line, on: &canvas)
    }
    guard let newest = detail.comments.first else { return }
    lines.skip()
    let count = comments >= TicketDetail.commentLimit ? "\(comments)+" : String(comments)
    let noun = comments == 1 ? "comment" : "comments"
    let said = "\(newest.author), \(newest.at.ago(at: now)): \(newest.text.firstLine)"
    lines.add("\(count) \(noun); \(said)", .dim, on: &canvas)
  }

  /// The first lines of a description; of a long text only as much is read as may be in sight.
  private func beginning(of text: String, columns: Int, rows: Int) -> [PageLine] {
    guard !text.isEmpty else {
      let writing = isReadOnly ? "." : "; \(keymap.shown(.editDescription)) writes one."
      return [PageLine(text: "No description" + writing, role: .dim)]
    }
    // Blank lines and marks take rows, so that this is more than the rows hold but for wide tables.
    let bytes = text.utf8.prefix((columns + 8) * rows * 2)
    let isCut = bytes.count < text.utf8.count
    let end =
      isCut ? bytes.lastIndex { $0 == 0x20 || $0 == 0x0A } ?? bytes.endIndex : bytes.endIndex
    let beginning = String(text[..<end])
    let lines = MarkdownLayout.lines(of: beginning, columns: columns)
    guard lines.count > rows || isCut else { return lines }
    var shown = Array(lines.prefix(rows))
    if var last = shown.popLast() {
      last.noteAtEnd(columns: columns)
      shown.append(last)
    }
    return shown
  }

  private func facts(of card: Card) -> String {
    let status = card.statusName(in: board.workflow)
    let age = "\(card.enteredAt.age(at: now)) in \(status)"
    let labels = card.labels.isEmpty ? "" : " · " + card.labels.joined(separator: ", ")
    let people = [card.agentMark, card.assignee].compactMap { $0 }
    return "\(people.isEmpty ? "unassigned" : people.joined(separator: " "))" + " · \(age)\(labels)"
  }

  /// What a bound ticket is checked against; of which revision is known once it is read.
  private func binding(of place: Card.BoundPlace) -> String {
    board.focusedDetail?.binding ?? "bound to \(place.workflow)"
  }
}

extension TicketDetail {
  /// The definition that the ticket is bound to, in words; `nil` for one that follows its project.
  var binding: String? {
    state.ticket.binding.map { "bound to \(workflow.name), revision \($0.revision)" }
  }
}

/// Writes lines one below the other within a rectangle.
struct Lines {
  private(set) var rest: Rect

  init(_ rect: Rect) {
    rest = rect
  }

  mutating func add(_ text: String, _ role: Role, on canvas: inout Canvas) {
    canvas.writeLine(text, in: rest, style: Style(role))
    skip()
  }

  mutating func add(_ line: PageLine, on canvas: inout Canvas) {
    line.draw(in: rest, on: &canvas)
    skip()
  }

  mutating func skip() {
    rest = rest.dividedTop(1).rest
  }
}
