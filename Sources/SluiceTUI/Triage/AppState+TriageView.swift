import Drawing
import SluiceCore

extension AppState {
  func drawTriage(_ triage: Triage, on canvas: inout Canvas) -> Point? {
    drawTriageHeader(triage, in: canvas.bounds.line(0), on: &canvas)
    guard let entry = triage.current else {
      drawTriageEnd(triage, on: &canvas)
      return canvas.bounds.line(2).origin.moved(columns: 1)
    }
    let layout = triageLayout(triage, entry)
    for (row, line) in layout.titleLines.enumerated() {
      var pen = Pen(layout.title.line(row))
      if row == 0 {
        pen.write(entry.key.description, .cardKey, on: &canvas)
        pen.write(line.dropFirst(entry.key.description.count).description, .title, on: &canvas)
      } else {
        pen.write(line, .title, on: &canvas)
      }
    }
    canvas.writeLine(facts(of: entry), in: layout.facts, style: Style(.cardMeta))
    drawTriageText(triage, entry, in: layout.text, on: &canvas)
    canvas.horizontalLine(
      at: layout.rule.origin, columns: layout.rule.columns, style: Style(.border))
    let cursor = drawChoices(layout, entry, on: &canvas)
    if !layout.trailRule.isEmpty {
      canvas.horizontalLine(
        at: layout.trailRule.origin, columns: layout.trailRule.columns, style: Style(.border))
    }
    drawTrail(layout.trailLines, in: layout.trail, on: &canvas)
    return cursor ?? layout.title.origin
  }

  private func drawTriageHeader(_ triage: Triage, in rect: Rect, on canvas: inout Canvas) {
    canvas.fill(rect, style: Style(.header))
    let progress = triageProgress(triage)
    var pen = Pen(rect)
    pen.writeTrailing(connectionText.text, connectionText.role, on: &canvas)
    let length = rect.columns >= 64 ? 20 : 6
    let filled = progress.filled(of: length)
    pen.writeTrailing(
      String(repeating: "░", count: length - filled), .progressRest, on: &canvas)
    pen.writeTrailing(String(repeating: "▓", count: filled), .progressDone, on: &canvas)
    pen.writeTrailing(" \(progress.text)  ", .header, on: &canvas)
    pen.skip(1)
    if rect.columns >= 64 { pen.write("Triage  ", .headerAccent, on: &canvas) }
    pen.write("\(board.project.key) · \(triage.title)", .header, on: &canvas)
    if !board.filterText.isEmpty {
      pen.write("   / \(board.filterText)", .headerAccent, on: &canvas)
    }
  }

  /// What stands under the title: who asked for it, how long it has waited, and whose it is.
  private func facts(of entry: TriageEntry) -> String {
    let card = entry.card
    var parts: [String] = []
    if let ticket = entry.detail?.state.ticket {
      let reporter = ticket.reporter.map { "reported by \($0), " } ?? "made "
      parts.append(reporter + ticket.createdAt.ago(at: now))
    }
    parts.append("\(card.enteredAt.age(at: now)) in \(card.statusName(in: board.workflow))")
    parts.append("\(card.priority.mark)\(card.priority.name)")
    parts.append(
      [card.agentMark, card.assignee ?? "unassigned"].compactMap { $0 }.joined(separator: " "))
    if !card.labels.isEmpty { parts.append(card.labels.joined(separator: ", ")) }
    if let due = card.due {
      let late = lateness(due: due, in: card.status).map { ", \($0) late" } ?? ""
      parts.append("due \(due)\(late)")
    }
    let mark = pending.marks[card.key]?.isShown == true ? " …" : ""
    return parts.joined(separator: " · ") + mark
  }

  private func drawTriageText(
    _ triage: Triage, _ entry: TriageEntry, in rect: Rect, on canvas: inout Canvas
  ) {
    let lines = triageText(of: entry)
    let top = min(triage.top, max(0, lines.count - 1))
    for (row, line) in lines.lines(from: top, atMost: rect.rows).enumerated() {
      triageLine(line, of: entry).draw(in: rect.line(row), on: &canvas)
    }
    if lines.count > top + rect.rows, rect.rows > 0 {
      let more = " ↓ more "
      let last = rect.line(rect.rows - 1)
      canvas.writeLine(
        more, in: last.dividedRight(DisplayWidth.columns(of: more)).part, style: Style(.more))
    }
  }

  private func drawChoices(
    _ layout: TriageLayout, _ entry: TriageEntry, on canvas: inout Canvas
  ) -> Point? {
    if let gate = triageGate(entry, columns: layout.choices.columns) {
      drawHeading("Gate: \(gate.gate.name)", in: layout.rule, on: &canvas)
      return gate.draw(in: layout.choices.dividedLeft(1).rest, on: &canvas)
    }
    guard let reason = entry.absence else {
      layout.lines.draw(in: layout.choices, on: &canvas)
      return nil
    }
    let key = keymap.shown(.skip, in: .triage)
    let text = "! \(entry.key) \(reason); \(key) goes on."
    let lines = TextWrapping.lines(of: text, columns: layout.choices.columns)
    for (row, line) in lines.enumerated() {
      canvas.writeLine(line, in: layout.choices.line(row), style: Style(.warning))
    }
    return nil
  }

  private func drawTrail(_ lines: [PageLine], in rect: Rect, on canvas: inout Canvas) {
    guard !isInGate else {
      return drawFooter(in: canvas.bounds.line(size.rows - 1), self.layout, on: &canvas)
    }
    for (row, line) in lines.prefix(rect.rows).enumerated() {
      line.draw(in: rect.line(row), on: &canvas)
    }
  }
}
