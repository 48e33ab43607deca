import SluiceAPI
import SluiceCore

extension Verb {
  static let projectCreate = Verb(
    words: ["project", "create"],
    summary: "Adds a project, and makes the database if there is none yet.",
    examples: [
      "sluice project create --key APP --name \"Mobile app\"",
      "sluice project create --key BUG --name Bugs --workflow \"Bug Triage\"",
    ],
    options: [.key.required, .name, .description, .workflow, .workflowID],
    notes: [templateNote],
    run: { session throws(Failure) in
      let key = session.invocation[.key] ?? ""
      var draft = ProjectDraft(
        key: key, name: session.invocation[.name] ?? key,
        description: session.invocation[.description] ?? "")
      // Before a database is made for it.
      do throws(Rejection) {
        _ = try draft.checked()
      } catch {
        throw Failure(EngineError(error))
      }
      let engine = try session.engineCreating()
      let workflow = try session.workflowOption(in: engine)
      draft.workflow = workflow?.reference
      let receipt = try session.apply(.createProject(draft).adding(workflow), to: engine)
      try session.print(receipt, in: engine, verb: "Created")
    })

  static let templateNote = """
    A workflow is one that exists, or one of the templates, which is added when it is first used:
    \(WorkflowDraft.templates.map(\.name).joined(separator: ", ")).
    """
}

extension Session {
  /// Says what became of a project.
  func print(_ receipt: Receipt, in engine: any Engine, verb: String) throws(Failure) {
    guard case .project(let project) = receipt.subject else { return }
    if isJSON { return try print(project.json) }
    let workflow = try workflowName(of: project, in: engine)
    try print("\(verb) project \(project.key), \(project.name), with workflow \(workflow).")
  }
}

extension Option {
  static let key = Option("key", "KEY", "prefix of its tickets' keys, such as OPS")
  static let name = Option("name", "TEXT", "the name for people")
  static let workflow = Option(
    "workflow", "NAME", "the workflow to assign, by name or id", .workflow)
  static let workflowID = Option("workflow-id", "ID", "the same as --workflow", .workflow)
}
