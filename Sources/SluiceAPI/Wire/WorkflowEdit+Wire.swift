internal import SluiceCore

/// Those parts of a definition that change, what becomes of tickets, and the revision that was seen.
extension WorkflowEdit: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    let mapping = try parts.read("mapping", else: StatusMapping())
    let expectedRevision: Int? = try parts.optional("expected_revision")
    do {
      self = try WorkflowEdit(reading: parts.rest())
    } catch {
      throw WireFault(error)
    }
    self.mapping = mapping
    self.expectedRevision = expectedRevision
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("name", name)
    writer.member("enforcement", enforcement)
    writer.member("statuses", statuses)
    writer.member("transitions", transitions)
    writer.member("stages", stages)
    writer.member("gates", gates)
    writer.member("fields", fields)
    if mapping != StatusMapping() { writer.member("mapping", mapping) }
    writer.member("expected_revision", expectedRevision)
  }
}

extension WorkflowEdit.StatusEdit: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    let former: String? = try parts.optional("was")
    self.init(try WorkflowDraft.StatusDraft(parts: &parts), was: former)
  }

  func writeParts(to writer: inout WireWriter) {
    status.writeParts(to: &writer)
    writer.member("was", formerName)
  }
}

extension StatusMapping: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      try parts.read("names", else: [:]),
      takesSuggestions: try parts.read("takes_suggestions", else: false))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("names", names)
    writer.member("takes_suggestions", takesSuggestions)
  }
}
