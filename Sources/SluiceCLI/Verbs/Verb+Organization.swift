import SluiceAPI
import SluiceClient
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
    words: ["organization", "list"],
    summary: "Lists the organizations: of a file its own, on a server those you are a member of.",
    examples: ["sluice organization list", "sluice organization list --json"],
    run: { session throws(Failure) in
      if case .server(let choice) = try session.place() {
        return try session.listOrganizations(on: choice)
      }
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

extension Session {
  fileprivate func listOrganizations(on choice: ServerChoice) throws(Failure) {
    let connection = try connection(to: choice)
    guard connection.isSignedIn else { throw .notSignedIn(choice) }
    let all = try asking(choice) { () throws(ServerFault) in try connection.organizations() }
    if isJSON {
      return try print(Page(items: all)) {
        .object([
          "id": .string($0.id), "name": .string($0.name), "slug": .string($0.slug),
        ])
      }
    }
    var table = TextTable([.init(heading: "SLUG"), .init(heading: "NAME"), .init(heading: "ID")])
    for organization in all { table.add([organization.slug, organization.name, organization.id]) }
    try print(table)
  }
}
