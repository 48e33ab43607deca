import SluiceCore

extension Verb {
  static let projectUpdate = Verb(
    words: ["project", "update"],
    summary: "Assigns a workflow to a project, or changes its name or description.",
    examples: [
      "sluice project update WF --workflow-id \"Bug Triage\"",
      "sluice project update WF --name \"Web front end\"",
    ],
    operands: [.project],
    options: [.name, .description, .workflow, .workflowID], notes: [templateNote],
    run: { session throws(Failure) in
      let invocation = session.invocation
      guard [.name, .description, .workflow, .workflowID].contains(where: invocation.has) else {
        throw .usage(
          "sluice project update needs something to change.", next: "sluice project update --help")
      }
      let reference = try session.projectReference(invocation.operands[0])
      let engine = try session.engine()
      // Before a template is added for it, the project must exist.
      _ = try reporting { () throws(EngineError) in try engine.project(reference) }
      let edit = ProjectEdit(
        name: invocation[.name], description: invocation[.description],
        workflow: try session.workflowOption(in: engine))
      let receipt = try session.apply(.editProject(reference, edit), to: engine)
      try session.print(receipt, in: engine, verb: "Updated")
    })
}
