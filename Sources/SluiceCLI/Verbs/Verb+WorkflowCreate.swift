import SluiceAPI
import SluiceCore

extension Verb {
  static let workflowCreate = Verb(
    words: ["workflow", "create"], summary: "Adds a workflow from a definition in JSON.",
    examples: [
      "sluice workflow create --file ship-it.json",
      "sluice workflow show Default --json | sluice workflow create --file - --name Mine",
    ],
    options: [.file.required, .newName],
    notes: [
      """
      A definition looks like this; only name and statuses are needed:
        {"name": "Ship it", "enforcement": "strict",
         "statuses": [{"name": "New", "category": "backlog"}, {"name": "Gone", "category": "done"}],
         "transitions": [{"from": "New", "to": "Gone"}]}
      “sluice workflow show NAME --json” prints one with everything. A definition with faults, in its
      JSON or in what it means, exits with 6 and changes nothing; all of them are listed by line.
      """
    ],
    run: { session throws(Failure) in
      var definition = try WorkflowDefinition.read(session.invocation[.file] ?? "")
      if let name = session.invocation[.newName] { definition.draft.name = name }
      let engine = try session.engineCreating()
      let workflow = try session.add(definition, to: engine)
      if session.isJSON { return try session.print(workflow.json) }
      try session.print("Created workflow \(workflow.name).")
      try session.noteFindings(of: workflow)
    })
}

extension Session {
  fileprivate func add(
    _ definition: WorkflowDefinition, to engine: any Engine
  ) throws(Failure) -> Workflow {
    do {
      let receipt = try engine.apply(.createWorkflow(definition.draft), by: actor)
      guard case .workflow(let workflow) = receipt.subject else {
        return try engine.workflow(.name(definition.draft.name))
      }
      return workflow
    } catch {
      throw definition.failure(error)
    }
  }
}

extension Option {
  fileprivate static let file = Option(
    "file", "FILE", "the definition; “-” is the standard input", .file)
  fileprivate static let newName = Option("name", "TEXT", "a name other than the definition's")
}
