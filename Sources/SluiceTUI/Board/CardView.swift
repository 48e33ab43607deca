import Drawing
import SluiceCore

/// Draws one card.
///
/// The focused one has a bar at its left on every row and a style on its first, so that moving the focus
/// changes few cells.
struct CardView {
  let card: Card
  let isFocused: Bool
  let workflow: Workflow
  let now: Timestamp
  /// The day where the person is.
  let today: CalendarDay

  func draw(in rect: Rect, isTall: Bool, on canvas: inout Canvas) {
    let text = rect.inset(left: 1)
    drawFirstLine(in: text.line(0), withAge: !isTall, on: &canvas)
    if isTall {
      drawTitle(in: text.dividedTop(1).rest, on: &canvas)
      drawMeta(in: text.line(3), on: &canvas)
    } else {
      canvas.writeLine(card.title, in: text.line(1), style: Style(.cardTitle))
    }
    if isFocused {
      canvas.verticalLine(at: rect.origin, rows: rect.rows, glyph: "▌", style: Style(.focusBar))
      canvas.restyle(text.line(0), adding: .focused)
    }
  }

  private func drawFirstLine(in rect: Rect, withAge: Bool, on canvas: inout Canvas) {
    var pen = Pen(rect)
    let gate = gateText
    if withAge {
      pen.writeTrailing(ageText, ageRole, on: &canvas)
      if let gate { pen.writeTrailing(gate.text, gate.role, on: &canvas) }
    } else if let gate {
      pen.writeTrailing(gate.text, gate.role, on: &canvas)
    }
    pen.write(card.key.description, .cardKey, on: &canvas)
    pen.write(" ", .plain, on: &canvas)
    pen.writeWhole(card.priority.badge, card.priority.role, on: &canvas)
  }

  private func drawTitle(in rect: Rect, on canvas: inout Canvas) {
    let lines = TextWrapping.lines(of: card.title, columns: rect.columns, maxLines: 2)
    for (row, line) in lines.enumerated() {
      canvas.writeLine(line, in: rect.line(row), style: Style(.cardTitle))
    }
  }

  private func drawMeta(in rect: Rect, on canvas: inout Canvas) {
    var pen = Pen(rect)
    pen.writeTrailing(ageText, ageRole, on: &canvas)
    if let assignee = card.assignee {
      pen.write(assignee, .assignee, on: &canvas)
    } else {
      pen.write("·unassigned", .unassigned, on: &canvas)
    }
    guard !card.labels.isEmpty else { return }
    pen.write("  ", .plain, on: &canvas)
    pen.write(card.labels.joined(separator: ", "), .label, on: &canvas)
  }

  private var isOverdue: Bool {
    guard let due = card.due, !workflow.isTerminal(card.status) else { return false }
    return due < today
  }

  private var ageRole: Role { isOverdue ? .overdue : .age }

  /// The time in this status, with a mark where the due date has passed.
  private var ageText: String {
    (isOverdue ? " !due " : " ") + card.enteredAt.age(at: now)
  }

  /// How many requirements of the gate ahead are met, of how many.
  private var gateText: (text: String, role: Role)? {
    guard let gate = workflow.gateAhead(of: card.status) else { return nil }
    let all = gate.requirementCount
    return ("\(card.metRequirements)/\(all)", card.metRequirements >= all ? .gateMet : .gateOpen)
  }
}
