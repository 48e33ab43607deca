import SluiceAPI
import SluiceCore

extension Verb {
  static let projectUpdate = Verb(
    words: ["project", "update"],
    summary: "Assigns a workflow to a project, or changes its name or description.",
    examples: [
      "sluice project update WF --workflow-id \"Bug Triage\"",
      "sluice project update WF --workflow-id none --map-suggested --dry-run",
      "sluice project update WF --name \"Web front end\"",
    ],
    operands: [.project],
    options: [
      .name, .description, .workflow, .workflowID, .mapStatus, .mapSuggested, .dryRun, .yes,
    ],
    notes: [
      """
      “none” as workflow gives the project back to the organization's default. Tickets keep their status
      by its name; if one that holds tickets would be no more, nothing is changed and the exit is 5,
      unless --map or --map-suggested says where they go. An interrupt leaves no trace.
      """, mappingNote, templateNote,
    ],
    run: { session throws(Failure) in
      let invocation = session.invocation
      guard [.name, .description, .workflow, .workflowID].contains(where: invocation.has) else {
        throw .usage(
          "sluice project update needs something to change.", next: "sluice project update --help")
      }
      let reference = try session.projectReference(invocation.operands[0])
      let engine = try session.engine()
      _ = try reporting { () throws(EngineError) in try engine.project(reference) }
      let (edit, workflow) = try session.projectEdit(in: engine)
      let change = Change.editProject(reference, edit).adding(workflow)
      try session.confirmMoves(edit.mapping) { () throws(Failure) in
        try reporting { () throws(EngineError) in
          try engine.preview(change, by: session.actor)
        }
      }
      let receipt: Receipt
      do throws(EngineError) {
        receipt = try session.applyOrPreview(change, to: engine)
      } catch {
        throw session.suggestingMapping(Failure(error), after: error)
      }
      try session.report(receipt, in: engine)
    })
}

extension Session {
  /// What is to change, and the workflow to assign.
  fileprivate func projectEdit(
    in engine: any Engine
  ) throws(Failure) -> (ProjectEdit, MeantWorkflow?) {
    var edit = ProjectEdit(
      name: invocation[.name], description: invocation[.description],
      mapping: try statusMapping())
    guard let name = invocation[.workflow] ?? invocation[.workflowID] else { return (edit, nil) }
    if name.lowercased() == "none", try knownWorkflow(name, in: engine) == nil {
      edit.clearsWorkflow = true
      return (edit, nil)
    }
    let workflow = try workflow(name, in: engine)
    if case .template(let draft) = workflow { try requireNoTemplate(draft, with: edit.mapping) }
    edit.workflow = workflow.reference
    return (edit, workflow)
  }

  /// Before a template is added, nobody can tell what would come of it: for a dry run, or for a question.
  private func requireNoTemplate(
    _ template: WorkflowDraft, with mapping: StatusMapping
  ) throws(Failure) {
    guard invocation.has(.dryRun) || !mapping.isEmpty && !invocation.has(.yes) else { return }
    throw Failure(
      exit: .notFound, code: EngineError.Code.notFound.rawValue,
      message: "“\(template.name)” is a template that is not added yet.",
      nextStep: "Add it first, so that it can be told which tickets would move.",
      nextCommand: "sluice workflow show \(template.name.shellWord) --json | "
        + "sluice workflow create --file -")
  }

  fileprivate func report(_ receipt: Receipt, in engine: any Engine) throws(Failure) {
    guard case .project(let project) = receipt.subject else { return }
    if isJSON { return try print(project.json.adding(members(of: receipt))) }
    try print(receipt, in: engine, verb: invocation.has(.dryRun) ? "Would update" : "Updated")
    try print(receipt.shifts)
  }
}
