internal import SluiceCore

extension ProjectDraft: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      key: try parts.read("key"), name: try parts.read("name"),
      description: try parts.read("description", else: ""),
      workflow: try parts.optional("workflow"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("key", key)
    writer.member("name", name)
    writer.member("description", description)
    writer.member("workflow", workflow)
  }
}

extension ProjectEdit: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      name: try parts.optional("name"), description: try parts.optional("description"),
      workflow: try parts.optional("workflow"),
      clearsWorkflow: try parts.read("clears_workflow", else: false),
      mapping: try parts.read("mapping", else: StatusMapping()))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("name", name)
    writer.member("description", description)
    writer.member("workflow", workflow)
    if clearsWorkflow { writer.member("clears_workflow", true) }
    if mapping != StatusMapping() { writer.member("mapping", mapping) }
  }
}
