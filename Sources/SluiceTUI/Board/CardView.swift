import Drawing
import SluiceCore

/// Draws one card.
///
/// The focused one has a bar at its left on every row and a style on its first, so that moving the focus
/// changes few cells.
struct CardView {
  let card: Card
  let stamp: Stamp
  /// The status that a bound ticket is in, where the column has another name.
  let ownStatus: String?

  func draw(in rect: Rect, isTall: Bool, on canvas: inout Canvas) {
    let text = rect.inset(left: 1)
    drawFirstLine(in: text.line(0), withAge: !isTall, on: &canvas)
    if isTall {
      drawTitle(in: text.dividedTop(1).rest, on: &canvas)
      drawMeta(in: text.line(3), on: &canvas)
    } else {
      canvas.writeLine(card.title, in: text.line(1), style: Style(.cardTitle))
    }
    if stamp.isFocused {
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
    if stamp.isMarked { pen.write("✓", .focusBar, on: &canvas) }
    pen.write(card.key.description, stamp.isForeign ? .changed : .cardKey, on: &canvas)
    if stamp.mark?.isShown == true {
      pen.write("…", .cardMeta, on: &canvas)
    } else if stamp.isForeign {
      pen.write("✱", .changed, on: &canvas)
    } else {
      pen.write(" ", .plain, on: &canvas)
    }
    let hasMarks = withAge && (ownStatus != nil || card.agent != nil)
    guard hasMarks else {
      return pen.writeWhole(card.priority.badge, card.priority.role, on: &canvas)
    }
    drawMarks(after: pen, on: &canvas)
  }

  /// Where there is no line for it: the status of a bound ticket and the agent that holds it, for which the
  /// word of the priority makes room and of which the agent's sign stays.
  private func drawMarks(after pen: Pen, on canvas: inout Canvas) {
    var pen = pen
    let marks = [ownStatus, card.agentMark].compactMap { $0.map { " \($0)" } }
    let needed = DisplayWidth.columns(of: card.priority.badge + marks.joined()) + 1
    let isTight = needed > pen.rest.columns
    let badge = isTight ? card.priority.mark : card.priority.badge
    pen.write(badge, card.priority.role, on: &canvas)
    for (index, mark) in marks.enumerated() {
      let room = pen.rest.columns - 1 - 2 * (marks.count - 1 - index)
      // The sign alone says more than a sign that something was cut.
      let text = room < 4 ? String(mark.prefix(2)) : mark
      pen.write(text, .cardMeta, atMost: room, on: &canvas)
    }
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
    if let status = ownStatus { pen.write("\(status)  ", .cardMeta, on: &canvas) }
    if let agent = card.agentMark { pen.write(agent, .cardMeta, on: &canvas) }
    switch (card.assignee, card.agent) {
    case (let assignee?, nil): pen.write(assignee, .cardMeta, on: &canvas)
    case (let assignee?, _?): pen.writeWhole(" \(assignee)", .cardMeta, on: &canvas)
    case (nil, nil): pen.write("·unassigned", .cardMeta, on: &canvas)
    case (nil, _?): break
    }
    guard !card.labels.isEmpty, pen.rest.columns > 3 else { return }
    pen.write("  ", .plain, on: &canvas)
    pen.write(card.labels.joined(separator: ", "), .cardMeta, on: &canvas)
  }

  private var ageRole: Role { stamp.lateness == nil ? .age : .overdue }

  /// The time in this status, or how late it is once the due date has passed.
  private var ageText: String {
    stamp.lateness.map { " !late \($0)" } ?? " \(stamp.age)"
  }

  /// How many requirements of the gate ahead are met, of how many.
  private var gateText: (text: String, role: Role)? {
    guard let all = stamp.requirements else { return nil }
    return ("\(card.metRequirements)/\(all)", card.metRequirements >= all ? .gateMet : .gateOpen)
  }
}

extension CardView {
  /// All that tells one picture of a card from another on the board of one project.
  ///
  /// The version stands for what the card says, for it counts the card's changes; so that comparing and copying
  /// cost a few numbers and no texts.
  struct Stamp: Equatable {
    let number: Int
    let ordinal: Int
    let version: Int
    let met: Int
    /// How many requirements the gate ahead has; `nil` where there is none.
    let requirements: Int?
    /// What tells the status that a bound ticket is in from others, where the column has another name.
    let ownStatus: Int?
    let isFocused: Bool
    /// How long it has been in its status.
    let age: Age
    /// How long the due date has passed; `nil` where that matters to nobody.
    let lateness: Age?
    /// The changes under way that it shows, which the version does not count.
    let mark: PendingChanges.Mark?
    /// Whether someone else has just changed it.
    let isForeign: Bool
    /// Whether it is marked to be changed with others.
    let isMarked: Bool

    /// A stamp; `requirements` are those of tickets that follow the board's workflow, and `ground` tells whether it
    /// is marked, where anything is.
    init(
      _ card: borrowing Card, isFocused: Bool, requirements: Int?, on ground: Marks.Ground?,
      _ state: borrowing AppState
    ) {
      number = card.key.number
      ordinal = card.key.ordinal
      version = card.version
      met = card.metRequirements
      if let place = card.bound {
        self.requirements = place.requirements > 0 ? place.requirements : nil
        ownStatus = state.ownStatus(of: card)?.hashValue
      } else {
        self.requirements = requirements
        ownStatus = nil
      }
      self.isFocused = isFocused
      age = card.enteredAt.age(at: state.now)
      lateness = state.lateness(due: card.due, in: card.status)
      mark = state.pending.marks.isEmpty ? nil : state.pending.marks[card.key]
      isForeign = !state.foreign.marks.isEmpty && state.foreign[card.key] != nil
      isMarked = ground.map { state.marks.contains(card, on: $0) } ?? false
    }
  }
}

extension AppState {
  /// How late a ticket is; `nil` if it is in time or done.
  func lateness(
    due: CalendarDay?, in status: Status.ID, of workflow: Workflow? = nil
  ) -> Age? {
    guard let due, !(workflow ?? board.workflow).isTerminal(status) else { return nil }
    return due.lateness(on: today)
  }

  /// The status of a bound ticket as its card tells it, unless its column says the same.
  func ownStatus(of card: Card) -> String? {
    guard let place = card.bound, place.status != board.workflow.statusName(card.status) else {
      return nil
    }
    return "◇\(place.status)"
  }
}

extension Card {
  /// The agent that works on it.
  var agentMark: String? { agent.map { "⚙\($0)" } }

  /// The name of the status that it is in, be it the board's or one of its own workflow.
  func statusName(in workflow: Workflow) -> String {
    bound?.status ?? workflow.statusName(status)
  }
}
