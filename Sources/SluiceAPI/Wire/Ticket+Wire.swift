internal import SluiceCore

/// A ticket by itself: its status by number, for only its workflow knows the name.
extension Ticket: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      id: try parts.read("id"), key: try parts.read("key"), kind: try parts.read("kind"),
      title: try parts.read("title"), description: try parts.read("description", else: ""),
      status: try parts.read("status_id"), priority: try parts.read("priority"),
      assignee: try parts.optional("assignee"), reporter: try parts.optional("reporter"),
      labels: try parts.read("labels", else: []), due: try parts.optional("due"),
      target: try parts.read("execution_target"),
      agent: try parts.optional("active_agent_id"), binding: try parts.optional("binding"),
      createdAt: try parts.read("created_at"), updatedAt: try parts.read("updated_at"),
      enteredAt: try parts.read("entered_at"), version: try parts.read("version"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("id", id)
    writer.member("key", key)
    writer.member("kind", kind)
    writer.member("title", title)
    writer.member("description", description)
    writer.member("status_id", status)
    writer.member("priority", priority)
    writer.member("assignee", assignee)
    writer.member("reporter", reporter)
    writer.member("labels", unlessEmpty: labels)
    writer.member("due", due)
    writer.member("execution_target", target)
    writer.member("active_agent_id", agent)
    writer.member("binding", binding)
    writer.member("created_at", createdAt)
    writer.member("updated_at", updatedAt)
    writer.member("entered_at", enteredAt)
    writer.member("version", version)
  }
}

extension WorkflowRevision: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(workflow: try parts.read("workflow_id"), revision: try parts.read("revision"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("workflow_id", workflow)
    writer.member("revision", revision)
  }
}

extension Comment: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      author: try parts.read("author"), at: try parts.read("created_at"),
      text: try parts.read("text"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("author", author)
    writer.member("created_at", at)
    writer.member("text", text)
  }
}
