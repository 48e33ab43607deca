internal import SluiceCore

extension Project: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      id: try parts.read("id"), key: try parts.read("key"), name: try parts.read("name"),
      description: try parts.read("description"), workflow: try parts.optional("workflow_id"),
      ticketCounter: try parts.read("ticket_counter"), createdAt: try parts.read("created_at"),
      updatedAt: try parts.read("updated_at"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("id", id)
    writer.member("key", key)
    writer.member("name", name)
    writer.member("description", description)
    writer.member("workflow_id", nullable: workflow)
    writer.member("ticket_counter", ticketCounter)
    writer.member("created_at", createdAt)
    writer.member("updated_at", updatedAt)
  }
}
