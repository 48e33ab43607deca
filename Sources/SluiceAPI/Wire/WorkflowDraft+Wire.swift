internal import SluiceCore

/// A definition as it stands in files; it is read with the same patience.
extension WorkflowDraft: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    do {
      self = try WorkflowDraft(reading: parts.rest())
    } catch {
      throw WireFault(error)
    }
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("name", name)
    writer.member("enforcement", enforcement)
    writer.member("statuses", statuses)
    writer.member("transitions", transitions)
    writer.member("stages", stages)
    writer.member("gates", gates)
    writer.member("fields", fields)
  }
}

extension WireFault {
  /// The first fault of a definition.
  init(_ faults: WorkflowFaults) {
    let first = faults.faults.first
    self.init(first?.place ?? "", first?.message ?? "Expected a workflow definition.")
  }
}

extension WorkflowDraft.StatusDraft: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      try parts.read("name"), try parts.read("category"), wipLimit: try parts.optional("wip_limit"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("name", name)
    writer.member("category", category)
    writer.member("wip_limit", wipLimit)
  }
}

extension WorkflowDraft.TransitionDraft: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(try parts.read("from"), try parts.read("to"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("from", from)
    writer.member("to", to)
  }
}

extension WorkflowDraft.StageDraft: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      try parts.read("key"), try parts.read("name"), try parts.read("statuses"),
      isAgentRequired: try parts.read("agent_required", else: false))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("key", key)
    writer.member("name", name)
    writer.member("statuses", statuses)
    writer.member("agent_required", isAgentRequired)
  }
}

extension WorkflowDraft.FieldDraft: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      try parts.read("key"), try parts.read("name"), try parts.read("type"),
      options: try parts.read("options", else: []))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("key", key)
    writer.member("name", name)
    writer.member("type", type)
    writer.member("options", unlessEmpty: options)
  }
}
