extension TicketState {
  /// Makes again what an event did to the ticket.
  ///
  /// Version and times of change are not touched; they count changes, of which an event is a part.
  public mutating func replay(_ event: Event) {
    let body = event.body
    let stamp = GateProgress.Stamp(by: event.actor, at: event.at)
    switch body.kind {
    case .ticketCreated:
      guard case .made(let made, _, _)? = body.trace else { return }
      ticket.status = made.status
    case .ticketMoved, .ticketRemapped, .ticketDeleted:
      guard case .step(let step)? = body.trace else { return }
      ticket.status = step.to
      if body.kind == .ticketMoved { ticket.enteredAt = step.arrived ?? event.at }
    case .ticketClaimed: ticket.agent = body.to
    case .ticketReleased: ticket.agent = nil
    case .ticketEdited: ticket.set(body.subject, to: body.to)
    case .labelAdded: ticket.labels = Set(ticket.labels).union([body.subject ?? ""]).sorted()
    case .labelRemoved: ticket.labels.removeAll { $0 == body.subject }
    case .itemTicked, .gateAcknowledged: progress.marks[body.mark] = stamp
    case .itemCleared, .acknowledgmentWithdrawn: progress.marks[body.mark] = nil
    case .gatePassed: progress.marks = progress.marks.filter { $0.key.gate != body.subject }
    case .valueSet:
      guard case .value(_, let new)? = body.trace, let field = body.subject else { return }
      progress.values[field] = new
      progress.valueStamps[field] = new.map { _ in stamp }
    default: break
    }
  }

  /// Takes back what an event did to the ticket.
  ///
  /// The ticket must be as the event left it.
  public mutating func takeBack(_ event: Event) {
    let body = event.body
    switch body.kind {
    case .ticketCreated: ticket.status = .nowhere
    case .ticketMoved, .ticketRemapped, .ticketDeleted:
      guard case .step(let step)? = body.trace else { return }
      ticket.status = step.from
      ticket.enteredAt = step.entered
    case .ticketClaimed, .ticketReleased: ticket.agent = body.from
    case .ticketEdited: ticket.set(body.subject, to: body.from)
    case .labelAdded: ticket.labels.removeAll { $0 == body.subject }
    case .labelRemoved: ticket.labels = Set(ticket.labels).union([body.subject ?? ""]).sorted()
    case .itemTicked, .gateAcknowledged: progress.marks[body.mark] = nil
    case .itemCleared, .acknowledgmentWithdrawn, .gatePassed:
      guard case .cleared(let marks)? = body.trace else { return }
      progress.marks.merge(marks) { _, former in former }
    case .valueSet:
      guard case .value(let former, _)? = body.trace, let field = body.subject else { return }
      progress.values[field] = former?.value
      progress.valueStamps[field] = former?.stamp
    default: break
    }
  }
}

extension Event.Draft {
  /// The mark that an event about a gate's item or text is about.
  fileprivate var mark: GateProgress.Mark {
    let parts = (subject ?? "").split(separator: "/", maxSplits: 1).map(String.init)
    return GateProgress.Mark(gate: parts.first ?? "", item: parts.count > 1 ? parts[1] : nil)
  }
}

extension Ticket {
  /// Sets an attribute from the text that history keeps of it.
  fileprivate mutating func set(_ attribute: String?, to text: String?) {
    switch attribute {
    case "title": title = text ?? title
    case "description": description = text ?? ""
    case "priority": priority = text.flatMap(Priority.init(_:)) ?? priority
    case "assignee": assignee = text
    case "reporter": reporter = text
    case "due": due = text.flatMap { CalendarDay($0) }
    case "target": target = text.flatMap(ExecutionTarget.init(rawValue:)) ?? target
    default: break
    }
  }
}
