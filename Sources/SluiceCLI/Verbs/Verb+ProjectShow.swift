import SluiceAPI
import SluiceCore

extension Verb {
  static let projectShow = Verb(
    words: ["project", "show"], aliases: ["get"], summary: "Shows a project and its workflow.",
    examples: ["sluice project show OPS", "sluice project get OPS --json"],
    operands: [.project],
    run: { session throws(Failure) in
      let reference = try session.projectReference(session.invocation.operands[0])
      let engine = try session.engine()
      let project = try reporting { () throws(EngineError) in try engine.project(reference) }
      if session.isJSON { return try session.print(project.json) }
      let workflow = try session.followedWorkflow(of: project, in: engine)
      let assigned = project.workflow == nil ? ", the default" : ""
      try session.print("\(project.key)  \(project.name)\n")
      for (name, value) in [
        ("Workflow", "\(workflow.name), \(workflow.enforcement.rawValue)\(assigned)"),
        ("Tickets", "\(project.ticketCounter) so far"), ("Id", "\(project.id)"),
        ("Created", "\(project.createdAt)"), ("Updated", "\(project.updatedAt)"),
      ] {
        try session.print(name.padded(to: 10) + value)
      }
      if !project.description.isEmpty { try session.print("\n" + project.description) }
    })
}
