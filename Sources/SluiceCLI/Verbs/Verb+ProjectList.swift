import SluiceAPI
import SluiceCore

extension Verb {
  static let projectList = Verb(
    words: ["project", "list"], summary: "Lists the projects by key.",
    examples: ["sluice project list", "sluice project list --json"],
    options: [.limit, .cursor],
    run: { session throws(Failure) in
      let engine = try session.engine()
      let request = session.page
      let page = try reporting { () throws(EngineError) in try engine.projects(request) }
      if session.isJSON { return try session.print(page) { $0.json } }
      guard !page.items.isEmpty else { return try session.note("No projects.") }
      var table = TextTable([
        .init(heading: "KEY"), .init(heading: "TICKETS", isNumber: true),
        .init(heading: "WORKFLOW"), .init(heading: "NAME", isFlexible: true),
      ])
      for project in page.items {
        table.add([
          project.key.description, String(project.ticketCounter),
          try session.workflowName(of: project, in: engine), project.name,
        ])
      }
      try session.print(table)
      if let cursor = page.nextCursor { try session.note("There are more: --cursor \(cursor)") }
    })
}

extension Session {
  /// The name of the workflow that a project follows.
  func workflowName(of project: Project, in engine: any Engine) throws(Failure) -> String {
    try followedWorkflow(of: project, in: engine).name
  }

  /// The workflow that a project follows: its own, or the organization's default.
  func followedWorkflow(
    of project: Project, in engine: any Engine
  ) throws(Failure) -> Workflow {
    try reporting { () throws(EngineError) in
      if let id = project.workflow { return try engine.workflow(.id(id)) }
      return try engine.workflow(.id(try engine.organization().defaultWorkflow))
    }
  }
}
