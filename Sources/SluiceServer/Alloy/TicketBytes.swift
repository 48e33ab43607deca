internal import SluiceAPI
internal import SluiceCore

/// Writes tickets as Alloy's routes show them, straight into bytes.
///
/// It is what `JSONBytes` would write of `Ticket.json`, with the ids of people beside their names: most of
/// what is asked is tickets, and to put a value together first takes longer than all reading.
struct TicketBytes {
  private(set) var json = JSONBytes()
  private let project: Project.ID
  private let people: People

  init(_ project: Project.ID, _ people: People) {
    self.project = project
    self.people = people
  }

  /// Writes a ticket with what rules in mode `warn` had to say of its change.
  mutating func write(_ ticket: Ticket, _ workflow: Workflow, warnings: [String] = []) {
    writeClaim(of: ticket)
    let status = workflow.status(ticket.status)
    writeCategory(of: ticket, status)
    writeContent(of: ticket)
    writePlace(of: ticket)
    writeRest(of: ticket, status, workflow, warnings)
  }

  /// Writes a ticket with its gates, values, remarks and where it may go.
  mutating func write(_ detail: TicketDetail) {
    let ticket = detail.state.ticket
    writeClaim(of: ticket)
    json.raw(",\"available\":")
    writeList(detail.workflow.available(from: ticket.status)) { text, status in
      text.json.raw("{\"category\":")
      text.json.write(word: status.category.rawValue)
      text.json.raw(",\"name\":")
      text.json.write(status.name)
      text.json.raw("}")
    }
    let status = detail.workflow.status(ticket.status)
    writeCategory(of: ticket, status)
    write(detail.comments)
    writeContent(of: ticket)
    writeProgress(of: detail)
    writePlace(of: ticket)
    writeRest(of: ticket, status, detail.workflow, [])
  }

  /// Writes something between tickets.
  mutating func raw(_ text: StaticString) {
    json.raw(text)
  }

  private mutating func writeClaim(of ticket: Ticket) {
    json.raw("{\"active_agent_id\":")
    json.write(ticket.agent)
    json.raw(",\"assignee\":")
    json.write(ticket.assignee)
    json.raw(",\"assignee_id\":")
    json.write(id: people.account(ticket.assignee))
  }

  private mutating func writeCategory(of ticket: Ticket, _ status: Status?) {
    json.raw(
      ticket.binding == nil ? ",\"bound\":false,\"category\":" : ",\"bound\":true,\"category\":")
    json.write(word: status?.category.rawValue)
  }

  private mutating func writeRest(
    of ticket: Ticket, _ status: Status?, _ workflow: Workflow, _ warnings: [String]
  ) {
    json.raw(",\"status\":")
    json.write(status?.name ?? workflow.statusName(ticket.status))
    json.raw(",\"ticket_number\":")
    json.write(ticket.key.number)
    json.raw(",\"title\":")
    json.write(ticket.title)
    json.raw(",\"updated_at\":")
    json.write(ticket.updatedAt)
    json.raw(",\"version\":")
    json.write(ticket.version)
    if !warnings.isEmpty { write(warnings: warnings) }
    json.raw(",\"workflow_id\":")
    json.write(id: workflow.id)
    json.raw(",\"workflow_revision\":")
    json.write(workflow.revision)
    json.raw("}")
  }

  private mutating func writeContent(of ticket: Ticket) {
    json.raw(",\"created_at\":")
    json.write(ticket.createdAt)
    json.raw(",\"description\":")
    json.write(ticket.description)
    json.raw(",\"due\":")
    json.write(word: ticket.due?.description)
    json.raw(",\"entered_at\":")
    json.write(ticket.enteredAt)
    json.raw(",\"execution_target\":")
    json.write(word: ticket.target.rawValue)
  }

  private mutating func writePlace(of ticket: Ticket) {
    json.raw(",\"id\":")
    json.write(id: ticket.id)
    json.raw(",\"key\":")
    json.write(ticket.key)
    json.raw(",\"kind\":")
    json.write(word: ticket.kind.rawValue)
    json.raw(",\"labels\":")
    writeList(ticket.labels) { $0.json.write($1) }
    json.raw(",\"priority\":")
    json.write(word: ticket.priority.name)
    json.raw(",\"project_id\":")
    json.write(id: project)
    json.raw(",\"reporter\":")
    json.write(ticket.reporter)
    json.raw(",\"reporter_id\":")
    json.write(id: people.account(ticket.reporter))
  }
}

extension TicketBytes {
  private mutating func write(_ comments: [Comment]) {
    json.raw(",\"comments\":")
    writeList(comments) { text, comment in
      text.json.raw("{\"author\":")
      text.json.write(comment.author)
      text.json.raw(",\"author_id\":")
      text.json.write(id: text.people.account(comment.author))
      text.json.raw(",\"created_at\":")
      text.json.write(comment.at)
      text.json.raw(",\"text\":")
      text.json.write(comment.text)
      text.json.raw("}")
    }
  }

  private mutating func writeProgress(of detail: TicketDetail) {
    if detail.workflow.gates.isEmpty, detail.state.progress.values.isEmpty {
      return json.raw(",\"fields\":{},\"gates\":[]")
    }
    json.raw(",\"fields\":")
    json.write(.object(detail.values.mapValues { .string($0.text) }))
    json.raw(",\"gates\":")
    json.write(detail.gatesJSON)
  }

  private mutating func write(warnings: [String]) {
    json.raw(",\"warning\":")
    json.write(warnings.joined(separator: " "))
    json.raw(",\"warnings\":")
    writeList(warnings) { $0.json.write($1) }
  }

  private mutating func writeList<Element>(
    _ elements: [Element], _ write: (inout TicketBytes, Element) -> Void
  ) {
    json.raw("[")
    for (index, element) in elements.enumerated() {
      if index > 0 { json.raw(",") }
      write(&self, element)
    }
    json.raw("]")
  }
}
