internal import SluiceCore

extension Organization: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      id: try parts.read("id"), name: try parts.read("name"), slug: try parts.read("slug"),
      defaultWorkflow: try parts.read("default_workflow_id"),
      createdAt: try parts.read("created_at"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("id", id)
    writer.member("name", name)
    writer.member("slug", slug)
    writer.member("default_workflow_id", defaultWorkflow)
    writer.member("created_at", createdAt)
  }
}
