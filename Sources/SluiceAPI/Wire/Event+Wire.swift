internal import SluiceCore

extension Event: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      sequence: try parts.read("sequence"), change: try parts.read("change"),
      at: try parts.read("at"), actor: try parts.read("actor"),
      agent: try parts.optional("agent"), project: try parts.optional("project"),
      ticket: try parts.optional("ticket"),
      body: Draft(
        try parts.read("type"), subject: try parts.optional("subject"),
        from: try parts.optional("from"), to: try parts.optional("to"),
        warning: try parts.optional("warning"), trace: try parts.optional("trace")))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("sequence", sequence)
    writer.member("change", change)
    writer.member("at", at)
    writer.member("actor", actor)
    writer.member("agent", agent)
    writer.member("project", project)
    writer.member("ticket", ticket)
    writer.member("type", body.kind)
    writer.member("subject", body.subject)
    writer.member("from", body.from)
    writer.member("to", body.to)
    writer.member("warning", body.warning)
    writer.member("trace", body.trace)
  }
}
