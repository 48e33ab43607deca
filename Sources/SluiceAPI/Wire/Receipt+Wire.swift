internal import SluiceCore

extension Receipt: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      subject: try parts.read("subject"), warnings: try parts.read("warnings", else: []),
      sequence: try parts.read("sequence"), change: try parts.optional("change"),
      needs: try parts.read("needs", else: []), shifts: try parts.read("shifts", else: []))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("subject", subject)
    writer.member("warnings", warnings)
    writer.member("sequence", sequence)
    writer.member("change", nullable: change)
    writer.member("needs", unlessEmpty: needs)
    writer.member("shifts", unlessEmpty: shifts)
  }
}

extension Receipt.Subject: WireChoice {
  static let caseNames = [
    "organization", "workflow", "project", "ticket", "provider", "tickets", "deleted", "imported",
  ]

  init(_ name: String, parts: inout WireObject) throws(WireFault) {
    switch name {
    case "organization": self = .organization(try Organization(parts: &parts))
    case "workflow": self = .workflow(try Workflow(parts: &parts))
    case "project": self = .project(try Project(parts: &parts))
    case "ticket": self = .ticket(try Ticket(parts: &parts))
    case "provider": self = .provider(try Provider(parts: &parts))
    case "tickets": self = .tickets(try parts.read("results"))
    case "deleted": self = .deleted(try parts.read("name"))
    default:
      self = .imported(
        added: try parts.read("added"), updated: try parts.read("updated"),
        unchanged: try parts.read("unchanged"), kept: try parts.read("kept"))
    }
  }

  func write(to writer: inout WireWriter) {
    switch self {
    case .organization(let organization):
      writer.choice("organization", organization.writeParts)
    case .workflow(let workflow): writer.choice("workflow", workflow.writeParts)
    case .project(let project): writer.choice("project", project.writeParts)
    case .ticket(let ticket): writer.choice("ticket", ticket.writeParts)
    case .provider(let provider): writer.choice("provider", provider.writeParts)
    case .tickets(let results): writer.choice("tickets", ("results", results))
    case .deleted(let name): writer.choice("deleted", ("name", name))
    case .imported(let added, let updated, let unchanged, let kept):
      writer.choice("imported") {
        $0.member("added", added)
        $0.member("updated", updated)
        $0.member("unchanged", unchanged)
        $0.member("kept", kept)
      }
    }
  }
}

extension TicketResult: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      key: try parts.read("key"), ending: try parts.read("ending"),
      title: try parts.read("title", else: ""), status: try parts.read("status"),
      warnings: try parts.read("warnings", else: []))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("key", key)
    writer.member("ending", ending)
    writer.member("title", title)
    writer.member("status", status)
    writer.member("warnings", unlessEmpty: warnings)
  }
}

extension TicketResult.Ending: WireChoice {
  static let caseNames = ["changed", "unchanged", "refused"]

  init(_ name: String, parts: inout WireObject) throws(WireFault) {
    switch name {
    case "changed": self = .changed
    case "unchanged": self = .unchanged
    default: self = .refused(try EngineError(parts: &parts))
    }
  }

  func write(to writer: inout WireWriter) {
    switch self {
    case .changed: writer.choice("changed")
    case .unchanged: writer.choice("unchanged")
    case .refused(let error): writer.choice("refused", error.writeParts)
    }
  }
}

extension StatusShift: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      project: try parts.read("project"), from: try parts.read("from"),
      to: try parts.optional("to"), count: try parts.read("count"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("project", project)
    writer.member("from", from)
    writer.member("to", nullable: to)
    writer.member("count", count)
  }
}
