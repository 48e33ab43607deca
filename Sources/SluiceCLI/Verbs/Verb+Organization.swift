import SluiceAPI
import SluiceCore

extension Verb {
  static let organizationShow = Verb(
    words: ["organization", "show"], aliases: ["get"],
    summary: "Shows the organization, which owns workflows and projects.",
    examples: ["sluice organization show", "sluice organization get --json"],
    run: { session throws(Failure) in
      let engine = try session.engine()
      let organization = try reporting { () throws(EngineError) in try engine.organization() }
      if session.isJSON { return try session.print(organization.json) }
      let workflow = try reporting { () throws(EngineError) in
        try engine.workflow(.id(organization.defaultWorkflow))
      }
      try session.print(organization.name + "\n")
      for (name, value) in [
        ("Default", "workflow \(workflow.name)"), ("Id", "\(organization.id)"),
        ("Created", "\(organization.createdAt)"),
      ] {
        try session.print(name.padded(to: 9) + value)
      }
    })

  static let organizationList = Verb(
    words: ["organization", "list"], summary: "Lists the organizations; a local file has one.",
    examples: ["sluice organization list", "sluice organization list --json"],
    run: { session throws(Failure) in
      let engine = try session.engine()
      let organization = try reporting { () throws(EngineError) in try engine.organization() }
      if session.isJSON { return try session.print(Page(items: [organization])) { $0.json } }
      var table = TextTable([.init(heading: "NAME"), .init(heading: "ID")])
      table.add([organization.name, organization.id.description])
      try session.print(table)
    })

  static let organizationUpdate = Verb(
    words: ["organization", "update"], summary: "Gives the organization another name.",
    examples: ["sluice organization update --name \"Night shift\""],
    options: [.name.required],
    run: { session throws(Failure) in
      let engine = try session.engine()
      let name = session.invocation[.name] ?? ""
      let receipt = try session.apply(.renameOrganization(name), to: engine)
      guard case .organization(let organization) = receipt.subject else { return }
      if session.isJSON { return try session.print(organization.json) }
      try session.print("The organization is called \(organization.name).")
    })
}
