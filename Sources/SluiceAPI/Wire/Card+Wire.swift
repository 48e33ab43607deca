internal import SluiceCore

extension Card: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      key: try parts.read("key"), status: try parts.read("status_id"),
      title: try parts.read("title"), priority: try parts.read("priority"),
      assignee: try parts.optional("assignee"), labels: try parts.read("labels", else: []),
      due: try parts.optional("due"), enteredAt: try parts.read("entered_at"),
      metRequirements: try parts.read("met_requirements", else: 0),
      version: try parts.read("version"), agent: try parts.optional("active_agent_id"),
      bound: try parts.optional("bound"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("key", key)
    writer.member("status_id", status)
    writer.member("title", title)
    writer.member("priority", priority)
    writer.member("assignee", assignee)
    writer.member("labels", unlessEmpty: labels)
    writer.member("due", due)
    writer.member("entered_at", enteredAt)
    if metRequirements != 0 { writer.member("met_requirements", metRequirements) }
    writer.member("version", version)
    writer.member("active_agent_id", agent)
    writer.member("bound", bound)
  }
}

extension CardPosition: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      priority: try parts.read("priority"), enteredAt: try parts.read("entered_at"),
      number: try parts.read("number"), ordinal: try parts.read("ordinal", else: 0))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("priority", priority)
    writer.member("entered_at", enteredAt)
    writer.member("number", number)
    if ordinal != 0 { writer.member("ordinal", ordinal) }
  }
}

extension Card.BoundPlace: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      workflow: try parts.read("workflow"), status: try parts.read("status"),
      requirements: try parts.read("requirements"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("workflow", workflow)
    writer.member("status", status)
    writer.member("requirements", requirements)
  }
}
