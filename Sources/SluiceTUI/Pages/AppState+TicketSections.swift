import Drawing
import SluiceCore

/// What the page of a ticket says, section by section.
extension AppState {
  func facts(of ticket: Ticket, in detail: TicketDetail) -> [PageLine] {
    let status = detail.workflow.statusName(ticket.status)
    let stage = detail.workflow.stage(of: ticket.status)?.name ?? ""
    var facts = [
      Fact(.status, "Status", "\(status) (\(stage)), \(ticket.enteredAt.ago(at: now))"),
      Fact(.priority, "Priority", "\(ticket.priority.mark) \(ticket.priority.name)"),
      Fact(.assignee, "Assignee", ticket.assignee, or: "nobody"),
      Fact(nil, "Reporter", ticket.reporter, or: "nobody"),
    ]
    if let agent = ticket.agent { facts.append(Fact(nil, "Agent", "⚙\(agent) holds it")) }
    if let target = ticket.target.text { facts.append(Fact(nil, "Meant for", target)) }
    if let binding = detail.binding { facts.append(Fact(nil, "Workflow", binding)) }
    let labels = ticket.labels.isEmpty ? nil : ticket.labels.joined(separator: ", ")
    facts.append(Fact(.labels, "Labels", labels, or: "none"))
    let due = ticket.due.map { due in
      let lateness = lateness(due: due, in: ticket.status, of: detail.workflow)
      return "\(due)" + (lateness.map { ", \($0) late" } ?? "")
    }
    facts.append(Fact(.due, "Due", due, or: "never"))
    facts.append(Fact(nil, "Created", ticket.createdAt.wallClock(secondsFromUTC: secondsFromUTC)))
    facts.append(Fact(nil, "Changed", ticket.updatedAt.wallClock(secondsFromUTC: secondsFromUTC)))
    return lines(of: facts)
  }

  /// The custom fields with who filled them and when.
  func fieldLines(of detail: TicketDetail) -> [PageLine] {
    let progress = detail.state.progress
    let facts = detail.workflow.fields.map { field in
      let stamp = progress.valueStamps[field.key].map { "   \($0.by), \($0.at.ago(at: now))" }
      let value = progress.values[field.key].map { $0.text + (stamp ?? "") }
      return Fact(.field(field.key), field.name, value, or: "empty")
    }
    return lines(of: facts)
  }

  /// Names and values, the values below one another; a name never takes more than half the page.
  private func lines(of facts: [Fact]) -> [PageLine] {
    let widest = facts.map { DisplayWidth.columns(of: VisibleText.line($0.name)) }.max() ?? 0
    let room = max(10, min(widest, pageColumns / 2 - 2))
    return facts.flatMap { fact in
      let name = TextWrapping.lines(of: fact.name, columns: room, maxLines: 1).first ?? ""
      let gap = String(repeating: " ", count: max(0, room - DisplayWidth.columns(of: name)) + 2)
      var line = PageLine(
        lead: name + gap, leadRole: .fieldName, text: fact.value, role: fact.role)
      line.item = fact.item
      return line.hanging(columns: pageColumns)
    }
  }

  func moveLines(of detail: TicketDetail) -> [PageLine] {
    let pane = MovesPane(options: board.ground(of: detail).moveOptions)
    return pane.options.flatMap { option in
      pane.line(option, columns: pageColumns).hanging(columns: pageColumns)
    }
  }

  func addGate(of detail: TicketDetail, to lines: inout PageLines) {
    guard let gate = detail.workflow.gateAhead(of: detail.state.ticket.status) else { return }
    let pane = GatePane(
      gate: gate, workflow: detail.workflow, progress: detail.state.progress, focused: nil,
      now: now,
      columns: pageColumns)
    let requirements = pane.lines.map { PageLine(text: $0.text, role: $0.role) }
    add("Gate: \(gate.name)", requirements, to: &lines)
  }
}

/// Something that is known of a ticket, under its name.
private struct Fact {
  /// What is changed by it, if that can be.
  let item: PageItem?
  let name: String
  let value: String
  let role: Role

  init(_ item: PageItem?, _ name: String, _ value: String?, or nothing: String = "") {
    self.item = item
    self.name = name
    self.value = value ?? nothing
    role = value == nil ? .dim : .plain
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
