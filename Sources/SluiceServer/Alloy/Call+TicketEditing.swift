internal import SluiceAPI
internal import SluiceCore

extension Call {
  /// The ticket that the body describes.
  func ticketDraft() throws(APIError) -> TicketDraft {
    TicketDraft(
      title: text("title") ?? "", kind: text("kind").flatMap(TicketKind.init(rawValue:)) ?? .task,
      parent: try parent(), description: text("description") ?? "", status: text("status"),
      priority: try priority() ?? .medium, assignee: try assignee()?.value,
      reporter: try reporter()?.value, labels: texts("labels") ?? [], due: due()?.value,
      target: target() ?? .either, workflow: workflow("workflow_id"))
  }

  private func parent() throws(APIError) -> TicketReference? {
    guard let name = text("parent") else { return nil }
    guard let reference = TicketReference(name) else { throw .notFound("ticket", name) }
    return reference
  }

  /// Edits, sets values and moves, as far as the body says so: all of it or nothing.
  func updateTicket() throws(APIError) -> Answer {
    let before = try ticketBefore()
    let (title, description) = (text("title"), text("description"))
    var edit = TicketEdit(
      title: title, description: description, priority: try priority(),
      assignee: try assignee(), reporter: try reporter(), due: due(), target: target())
    if let labels = texts("labels"), let before {
      edit.addedLabels = labels
      edit.removedLabels = before.labels.filter { !labels.contains($0) }
    }
    // Each step changes the version, so only the first is held against what the caller expects.
    var (ticket, last) = try change(.edit(edit), expecting: expectation())
    let values = fieldValues("fields")
    if !values.isEmpty { (ticket, last) = try change(.setValues(values)) }
    if let status = text("status") { (ticket, last) = try change(.move(to: status)) }
    return try print(ticket, last)
  }

  /// The ticket as it is, where that decides who may edit it or what its labels become.
  ///
  /// Source: Alloy, “Roles”: who only reports may go on describing what they have reported.
  private func ticketBefore() throws(APIError) -> Ticket? {
    let isReporter = (scope?.role ?? .viewer) < .member
    guard isReporter || has("labels") else { return nil }
    let ticket = try detail(ticketReference()).state.ticket
    guard isReporter else { return ticket }
    let beyond = ["status", "assignee", "assignee_id", "labels", "fields", "execution_target"]
    if let name = beyond.first(where: has) {
      try require(.member, "To change “\(name)” of a ticket")
    }
    guard ticket.reporter == caller.account?.handle else {
      throw .forbidden("\(actor.name) may only edit tickets that they have reported.")
    }
    return ticket
  }
}
