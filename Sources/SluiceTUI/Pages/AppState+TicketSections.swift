import Drawing
import SluiceCore

/// What the page of a ticket says, section by section.
extension AppState {
  func facts(of ticket: Ticket, in detail: TicketDetail) -> [PageLine] {
    let status = detail.workflow.statusName(ticket.status)
    let stage = detail.workflow.stage(of: ticket.status)?.name ?? ""
    var rows: [(String, String)] = [
      ("Status", "\(status) (\(stage)), \(ticket.enteredAt.ago(at: now))"),
      ("Priority", "\(ticket.priority.mark) \(ticket.priority.name)"),
      ("Assignee", ticket.assignee ?? "nobody"), ("Reporter", ticket.reporter ?? "nobody"),
    ]
    if let agent = ticket.agent { rows.append(("Agent", "⚙\(agent) holds it")) }
    if let target = ticket.target.text { rows.append(("Meant for", target)) }
    if let binding = detail.binding { rows.append(("Workflow", binding)) }
    if !ticket.labels.isEmpty { rows.append(("Labels", ticket.labels.joined(separator: ", "))) }
    if let due = ticket.due {
      let lateness = lateness(due: due, in: ticket.status, of: detail.workflow)
      rows.append(("Due", "\(due)" + (lateness.map { ", \($0) late" } ?? "")))
    }
    rows.append(("Created", ticket.createdAt.wallClock(secondsFromUTC: secondsFromUTC)))
    rows.append(("Changed", ticket.updatedAt.wallClock(secondsFromUTC: secondsFromUTC)))
    return lines(of: rows)
  }

  func fieldLines(of detail: TicketDetail) -> [PageLine] {
    let values = detail.workflow.fields.compactMap { field in
      detail.state.progress.values[field.key].map { (field.name, $0.text) }
    }
    return section("Fields", lines(of: values))
  }

  /// Names and values, the values below one another; a name never takes more than half the page.
  private func lines(of rows: [(name: String, value: String)]) -> [PageLine] {
    let widest = rows.map { DisplayWidth.columns(of: VisibleText.line($0.name)) }.max() ?? 0
    let room = max(10, min(widest, pageColumns / 2 - 2))
    return rows.flatMap { row in
      let name = TextWrapping.lines(of: row.name, columns: room, maxLines: 1).first ?? ""
      let gap = String(repeating: " ", count: max(0, room - DisplayWidth.columns(of: name)) + 2)
      return PageLine(lead: name + gap, leadRole: .fieldName, text: row.value)
        .hanging(columns: pageColumns)
    }
  }

  func moveLines(of detail: TicketDetail) -> [PageLine] {
    let pane = MovesPane(options: board.ground(of: detail).moveOptions)
    return pane.options.flatMap { option in
      pane.line(option, columns: pageColumns).hanging(columns: pageColumns)
    }
  }

  func gateLines(of detail: TicketDetail) -> [PageLine] {
    guard let gate = detail.workflow.gateAhead(of: detail.state.ticket.status) else { return [] }
    let pane = GatePane(
      gate: gate, workflow: detail.workflow, progress: detail.state.progress, focused: nil,
      now: now,
      columns: pageColumns)
    return section(
      "Gate: \(gate.name)", pane.lines.map { PageLine(text: $0.text, role: $0.role) })
  }

  func commentLines(of detail: TicketDetail, _ text: PageText) -> [PageLine] {
    zip(detail.comments, text.comments).flatMap { comment, lines in
      let when = comment.at.wallClock(secondsFromUTC: secondsFromUTC)
      return [PageLine(lead: "\(comment.author), \(when)", leadRole: .assignee)]
        + lines + [PageLine()]
    }
  }

  func lines(of event: Event, in workflow: Workflow) -> [PageLine] {
    let when = event.at.wallClock(secondsFromUTC: secondsFromUTC)
    let actor = event.agent.map { "\(event.actor) ⚙\($0)" } ?? event.actor
    let story = "\(actor) \(event.body.story(in: workflow))"
    let first = PageLine(lead: "\(when)  ", text: story).hanging(columns: pageColumns)
    guard let warning = event.body.warning else { return first }
    let indent = String(repeating: " ", count: when.count + 2)
    return first
      + PageLine(lead: indent, text: "! \(warning)", role: .warning).hanging(columns: pageColumns)
  }
}

extension ExecutionTarget {
  /// Who is meant to do it; `nil` where it is all the same.
  fileprivate var text: String? {
    switch self {
    case .either: nil
    case .human: "a person; no agent may claim it"
    case .agent: "an agent"
    }
  }
}
