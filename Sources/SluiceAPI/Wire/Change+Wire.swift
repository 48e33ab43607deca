internal import SluiceCore

extension Change: WireChoice {
  static let caseNames = [
    "rename_organization", "create_workflow", "adding", "edit_workflow", "delete_workflow",
    "create_project", "edit_project", "delete_project", "create_ticket", "change_ticket",
    "change_tickets", "import_tickets", "create_provider", "edit_provider", "delete_provider",
    "undo", "redo",
  ]

  init(_ name: String, parts: inout WireObject) throws(WireFault) {
    switch name {
    case "rename_organization": self = .renameOrganization(try parts.read("name"))
    case "create_workflow": self = .createWorkflow(try WorkflowDraft(parts: &parts))
    case "adding": self = .adding(try parts.read("workflow"), try parts.read("change"))
    case "edit_workflow":
      self = .editWorkflow(try parts.read("workflow"), try parts.read("edit"))
    case "delete_workflow": self = .deleteWorkflow(try parts.read("workflow"))
    case "create_project": self = .createProject(try ProjectDraft(parts: &parts))
    case "edit_project": self = .editProject(try parts.read("project"), try parts.read("edit"))
    case "delete_project": self = .deleteProject(try parts.read("project"))
    case "create_provider": self = .createProvider(try ProviderDraft(parts: &parts))
    case "edit_provider": self = .editProvider(try parts.read("provider"), try parts.read("edit"))
    case "delete_provider": self = .deleteProvider(try parts.read("provider"))
    default: self = try Self.ofTickets(name, &parts)
    }
  }

  private static func ofTickets(
    _ name: String, _ parts: inout WireObject
  ) throws(WireFault) -> Change {
    switch name {
    case "create_ticket": .createTicket(try parts.read("project"), try parts.read("draft"))
    case "change_ticket":
      .changeTicket(
        try parts.read("ticket"), try parts.read("change"),
        expecting: try parts.read("expecting", else: .anything))
    case "change_tickets":
      .changeTickets(
        try parts.read("tickets"), try parts.read("change"),
        isAtomic: try parts.read("atomic", else: true),
        expecting: try parts.read("expecting", else: .anything))
    case "import_tickets": .importTickets(try parts.read("project"), try parts.read("tickets"))
    case "undo": .undo(try parts.read("subject"))
    default: .redo(try parts.read("subject"))
    }
  }

  func write(to writer: inout WireWriter) {
    switch self {
    case .renameOrganization(let name):
      writer.choice("rename_organization", ("name", name))
    case .createWorkflow(let draft): writer.choice("create_workflow", draft.writeParts)
    case .adding(let draft, let change):
      writer.choice("adding", ("workflow", draft), ("change", change))
    case .editWorkflow(let workflow, let edit):
      writer.choice("edit_workflow", ("workflow", workflow), ("edit", edit))
    case .deleteWorkflow(let workflow):
      writer.choice("delete_workflow", ("workflow", workflow))
    case .createProject(let draft): writer.choice("create_project", draft.writeParts)
    case .editProject(let project, let edit):
      writer.choice("edit_project", ("project", project), ("edit", edit))
    case .deleteProject(let project):
      writer.choice("delete_project", ("project", project))
    case .createProvider(let draft): writer.choice("create_provider", draft.writeParts)
    case .editProvider(let provider, let edit):
      writer.choice("edit_provider", ("provider", provider), ("edit", edit))
    case .deleteProvider(let provider):
      writer.choice("delete_provider", ("provider", provider))
    default: writeOfTickets(to: &writer)
    }
  }

  private func writeOfTickets(to writer: inout WireWriter) {
    switch self {
    case .createTicket(let project, let draft):
      writer.choice("create_ticket", ("project", project), ("draft", draft))
    case .changeTicket(let ticket, let change, let expectation):
      writer.choice("change_ticket") {
        $0.member("ticket", ticket)
        $0.member("change", change)
        if expectation != .anything { $0.member("expecting", expectation) }
      }
    case .changeTickets(let tickets, let change, let isAtomic, let expectation):
      writer.choice("change_tickets") {
        $0.member("tickets", tickets)
        $0.member("change", change)
        $0.member("atomic", isAtomic)
        if expectation != .anything { $0.member("expecting", expectation) }
      }
    case .importTickets(let project, let tickets):
      writer.choice("import_tickets", ("project", project), ("tickets", tickets))
    case .undo(let subject): writer.choice("undo", ("subject", subject))
    case .redo(let subject): writer.choice("redo", ("subject", subject))
    default: break
    }
  }
}
