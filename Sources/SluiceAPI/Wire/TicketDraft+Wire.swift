internal import SluiceCore

extension TicketDraft: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      title: try parts.read("title"), kind: try parts.read("kind", else: .task),
      parent: try parts.optional("parent"), description: try parts.read("description", else: ""),
      status: try parts.optional("status"), priority: try parts.read("priority", else: .medium),
      assignee: try parts.optional("assignee"), reporter: try parts.optional("reporter"),
      labels: try parts.read("labels", else: []), due: try parts.optional("due"),
      target: try parts.read("execution_target", else: .either),
      workflow: try parts.optional("workflow"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("title", title)
    writer.member("kind", kind)
    writer.member("parent", parent)
    writer.member("description", description)
    writer.member("status", status)
    writer.member("priority", priority)
    writer.member("assignee", assignee)
    writer.member("reporter", reporter)
    writer.member("labels", unlessEmpty: labels)
    writer.member("due", due)
    writer.member("execution_target", target)
    writer.member("workflow", workflow)
  }
}

/// What is missing stays; `null` empties an attribute.
extension TicketEdit: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      title: try parts.optional("title"), description: try parts.optional("description"),
      priority: try parts.optional("priority"),
      assignee: (try parts.nullable("assignee")).map(Setting.init),
      reporter: (try parts.nullable("reporter")).map(Setting.init),
      due: (try parts.nullable("due")).map(Setting.init),
      target: try parts.optional("execution_target"), workflow: try parts.optional("workflow"),
      addedLabels: try parts.read("added_labels", else: []),
      removedLabels: try parts.read("removed_labels", else: []))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("title", title)
    writer.member("description", description)
    writer.member("priority", priority)
    if let assignee { writer.member("assignee", nullable: assignee.value) }
    if let reporter { writer.member("reporter", nullable: reporter.value) }
    if let due { writer.member("due", nullable: due.value) }
    writer.member("execution_target", target)
    writer.member("workflow", workflow)
    writer.member("added_labels", unlessEmpty: addedLabels)
    writer.member("removed_labels", unlessEmpty: removedLabels)
  }
}

extension ImportedTicket: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      source: try parts.read("source"), draft: try parts.read("ticket"),
      createdAt: try parts.read("created_at"), updatedAt: try parts.read("updated_at"),
      enteredAt: try parts.read("entered_at"), comments: try parts.read("comments", else: []))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("source", source)
    writer.member("ticket", draft)
    writer.member("created_at", createdAt)
    writer.member("updated_at", updatedAt)
    writer.member("entered_at", enteredAt)
    writer.member("comments", unlessEmpty: comments)
  }
}

extension GateAnswers: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      isAcknowledged: try parts.read("acknowledged", else: false),
      checklist: try parts.read("checklist", else: []),
      values: try parts.read("values", else: WireMap([:])).values)
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("acknowledged", isAcknowledged)
    writer.member("checklist", checklist)
    writer.member("values", WireMap(values))
  }
}
