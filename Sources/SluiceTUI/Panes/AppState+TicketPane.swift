import Drawing
import SluiceCore

extension AppState {
  /// Draws the focused ticket: what its card knows at once, the rest once it is read.
  func drawTicketPane(_ card: Card, in rect: Rect, on canvas: inout Canvas) {
    var lines = Lines(rect)
    let status = board.workflow.statusName(card.status)
    lines.add("\(card.key) · \(card.priority.name) · \(status)", .title, on: &canvas)
    for line in TextWrapping.lines(of: card.title, columns: rect.columns, maxLines: 3) {
      lines.add(line, .strong, on: &canvas)
    }
    lines.add(facts(of: card), .cardMeta, on: &canvas)
    if let due = card.due {
      let lateness = lateness(due: due, in: card.status)
      lines.add(
        "due \(due)" + (lateness.map { ", \($0) late" } ?? ""),
        lateness == nil ? .cardMeta : .overdue, on: &canvas)
    }
    guard let detail = board.focusedDetail else { return }
    let description = detail.state.ticket.description
    lines.skip()
    let text = description.isEmpty ? "No description; E writes one." : description
    let role: Role = description.isEmpty ? .dim : .plain
    let comments = detail.comments.count
    let room = max(1, lines.rest.rows - (comments > 0 ? 3 : 1))
    for line in TextWrapping.lines(of: text, columns: rect.columns, maxLines: room) {
      lines.add(line, role, on: &canvas)
    }
    guard let newest = detail.comments.first else { return }
    lines.skip()
    let count = comments >= TicketDetail.commentLimit ? "\(comments)+" : String(comments)
    let noun = comments == 1 ? "comment" : "comments"
    let said = "\(newest.author), \(newest.at.ago(at: now)): \(newest.text.firstLine)"
    lines.add("\(count) \(noun); \(said)", .dim, on: &canvas)
  }

  private func facts(of card: Card) -> String {
    let status = board.workflow.statusName(card.status)
    let age = "\(card.enteredAt.age(at: now)) in \(status)"
    let labels = card.labels.isEmpty ? "" : " · " + card.labels.joined(separator: ", ")
    return "\(card.assignee ?? "unassigned") · \(age)\(labels)"
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

  mutating func skip() {
    rest = rest.dividedTop(1).rest
  }
}
