import SluiceCore

extension MatrixRow {
  static let engine = [
    MatrixRow("engineOrganization", .viewer, of: .organization, when: .guests),
    MatrixRow("engineProjects", .viewer, of: .organization, when: [.guests, .wide]),
    MatrixRow("engineProject", .viewer, of: .project, .organization),
    MatrixRow("engineWorkflows", .viewer, of: .organization, when: .guests),
    MatrixRow(
      "engineWorkflow", .viewer, of: .organization, when: .guests, query: "id=<workflow>"),
    MatrixRow("engineBoard", .viewer, of: .project, .organization),
    MatrixRow("engineOpening", .viewer, of: .organization, when: [.guests, .wide]),
    MatrixRow("engineCount", .viewer, of: .project, .organization),
    MatrixRow("engineColumn", .viewer, of: .project, .organization, query: "anchor=top"),
    MatrixRow("engineTickets", .viewer, of: .project, .organization),
    MatrixRow("engineTicket", .viewer, of: .ticket, .organization),
    MatrixRow("engineHistory", .viewer, of: .ticket, .organization, when: .past),
    MatrixRow("engineEvents", .viewer, of: .organization, when: [.guests, .wide]),
    MatrixRow(
      "engineEvents", "of a project", .viewer, of: .project, .organization,
      query: "project=<project>"),
    MatrixRow(
      "engineEvents", "of a ticket", .viewer, of: .ticket, .organization, when: .past,
      query: "ticket=<ticket>"),
    MatrixRow("engineAvailable", .viewer, of: .organization, when: [.guests, .wide]),
    MatrixRow(
      "engineAvailable", "in a project", .viewer, of: .project, .organization,
      query: "project=<project>"),
    MatrixRow(
      "engineClaimed", .viewer, of: .organization, when: [.guests, .wide],
      query: "agent=claude-1"),
    MatrixRow(
      "engineClaimed", "in a project", .viewer, of: .project, .organization,
      query: "agent=claude-1&project=<project>"),
    MatrixRow(
      "engineSuggestions", .viewer, of: .project, .organization, query: "kind=label&prefix=u"),
    MatrixRow("engineProviders", .viewer, of: .organization, when: [.guests, .server]),
    MatrixRow(
      "engineProvider", .viewer, of: .organization, when: [.guests, .server],
      query: "id=<provider>"),
    MatrixRow(
      "engineTestProvider", .viewer, of: .organization, when: [.guests, .server, .reads],
      query: "id=<provider>"),
  ]

  private static let definition = WorkflowDraft(
    name: "New", statuses: [WorkflowDraft.StatusDraft("todo", "todo")])

  static let changes = [
    MatrixRow(change: "to rename an organization", .owner, of: .organization) { _ in
      .renameOrganization("New")
    },
    MatrixRow(change: "to make a workflow", .admin, of: .organization) { _ in
      .createWorkflow(definition)
    },
    MatrixRow(change: "to make a workflow for a project", .admin, of: .organization) { names in
      .adding(
        definition,
        .createProject(ProjectDraft(key: names.newKey, name: "New", workflow: .name("New"))))
    },
    MatrixRow(change: "of a workflow", .admin, of: .organization) { names in
      .editWorkflow(names.workflow, WorkflowEdit(name: "New"))
    },
    MatrixRow(change: "to delete a workflow", .admin, of: .organization) { names in
      .deleteWorkflow(WorkflowReference(names[.spareWorkflow]))
    },
    MatrixRow(change: "to make a project", .member, of: .organization) { names in
      .createProject(ProjectDraft(key: names.newKey, name: "New"))
    },
    MatrixRow(change: "of a project", .member, of: .project) { names in
      .editProject(names.project, ProjectEdit(name: "New"))
    },
    MatrixRow(change: "to delete a project", .admin, of: .emptyProject) { names in
      .deleteProject(ProjectReference(names[.emptyProject]) ?? .id(.make()))
    },
    MatrixRow(change: "to make a ticket", .reporter, of: .project) { names in
      .createTicket(names.project, TicketDraft(title: "New"))
    },
    MatrixRow(change: "to make a ticket in a status", .member, of: .project) { names in
      .createTicket(names.project, TicketDraft(title: "New", status: "todo"))
    },
    MatrixRow(change: "to make a ticket in another's name", .member, of: .project) { names in
      .createTicket(names.project, TicketDraft(title: "New", reporter: "somebody-else"))
    },
    MatrixRow(change: "to comment", .reporter, of: .ticket) { names in
      .changeTicket(names.ticket, .comment("Hello"))
    },
    MatrixRow(change: "of a ticket", .member, of: .ticket) { names in
      .changeTicket(names.ticket, .edit(TicketEdit(title: "New")))
    },
    MatrixRow(change: "to move", .member, of: .ticket) { names in
      .changeTicket(names.ticket, .move(to: "doing"))
    },
    MatrixRow(change: "to claim", .member, of: .ticket) { names in
      .changeTicket(names.ticket, .claim(agent: "claude-1"))
    },
    MatrixRow(change: "to delete a ticket", .member, of: .ticket) { names in
      .changeTicket(names.ticket, .delete)
    },
    MatrixRow(change: "of some tickets", .member, of: .ticket) { names in
      .changeTickets(.list([names.ticket]), .edit(TicketEdit(addedLabels: ["new"])))
    },
    MatrixRow(change: "of a project's tickets", .member, of: .project) { names in
      .changeTickets(
        .query(TicketQuery(project: names.project)), .edit(TicketEdit(addedLabels: ["new"])))
    },
    MatrixRow(change: "to import", .member, of: .project) { names in
      .importTickets(names.project, [])
    },
    MatrixRow(change: "to make a provider", .viewer, of: .organization, when: .server) { _ in
      .createProvider(
        ProviderDraft(name: "new", type: "openai", config: ["endpoint": "https://a.test"]))
    },
    MatrixRow(change: "of a provider", .viewer, of: .organization, when: .server) { names in
      .editProvider(ProviderReference(names[.provider]), ProviderEdit(name: "new"))
    },
    MatrixRow(change: "to delete a provider", .viewer, of: .organization, when: .server) { names in
      .deleteProvider(ProviderReference(names[.provider]))
    },
    // Nobody but its owner has changed it last, and of one that never was there is nothing to take back.
    MatrixRow(
      change: "to undo a ticket's", .reporter, of: .ticket, when: .always, rules: [409, 422]
    ) {
      names in
      .undo(.ticket(names.ticket))
    },
    MatrixRow(change: "to undo", .member, of: .organization, rules: [422]) { _ in .undo(.mine) },
    MatrixRow(change: "to redo", .member, of: .organization, rules: [422]) { _ in .redo(.mine) },
    MatrixRow(change: "of a ticket", .member, of: .ticket, isPreview: true) { names in
      .changeTicket(names.ticket, .edit(TicketEdit(title: "New")))
    },
    MatrixRow(change: "to make a workflow", .admin, of: .organization, isPreview: true) { _ in
      .createWorkflow(definition)
    },
  ]
}

extension MatrixNames {
  fileprivate var newKey: String { others["new key"] ?? "NEW" }
}
