import SluiceAPI
import SluiceCore

extension Verb {
  static let workflowUpdate = Verb(
    words: ["workflow", "update"],
    summary: "Changes a workflow, and takes along the tickets that follow it.",
    examples: [
      "sluice workflow update \"Bug Triage\" --name \"Bug Triage v2\"",
      "sluice workflow update \"Bug Triage\" --enforcement warn",
      "sluice workflow update \"Bug Triage\" --rename-status Fixing=Mending",
      "sluice workflow update \"Bug Triage\" --file triage.json --map Verifying=Fixing --dry-run",
    ],
    operands: [.storedWorkflow],
    options: [
      .newName, .enforcement, .definition, .renameStatus, .mapStatus, .mapSuggested, .dryRun, .yes,
    ],
    notes: [
      """
      A file holds a definition as “sluice workflow show NAME --json” prints it, or some of its members.
      A list in it replaces the former one; a status in it may carry "was": "FORMER NAME", and keeps its
      tickets under the new name.
      """,
      """
      Tickets that follow the workflow are checked against the new definition from then on; those that
      were made with the workflow keep the revision they have. If a status that holds tickets would be no
      more, nothing is changed and the exit is 5, unless --map or --map-suggested says where they go.
      An interrupt leaves no trace.
      """, mappingNote,
    ],
    run: { session throws(Failure) in try session.updateWorkflow() })
}

extension Session {
  fileprivate func updateWorkflow() throws(Failure) {
    let parts: [Option] = [.newName, .enforcement, .definition, .renameStatus]
    guard parts.contains(where: invocation.has) else {
      throw .usage("\(invocation.verb.name) needs something to change.", next: helpCommand)
    }
    let mapping = try statusMapping()
    let file = try invocation[.definition].map { (name) throws(Failure) in
      try DefinitionFile.read(name)
    }
    let engine = try engine()
    let reference = WorkflowReference(invocation.operands[0])
    let former = try reporting { () throws(EngineError) in try engine.workflow(reference) }
    var edit = try edit(of: former, file)
    edit.mapping = mapping
    edit.expectedRevision = former.revision
    let change = Change.editWorkflow(.id(former.id), edit)
    let telling = { (error: EngineError) in
      suggestingMapping(file?.failure(error) ?? Failure(error), after: error)
    }
    try confirmMoves(mapping) { () throws(Failure) in
      try told(telling) { () throws(EngineError) in try engine.preview(change, by: actor) }
    }
    let receipt = try told(telling) { () throws(EngineError) in
      try applyOrPreview(change, to: engine)
    }
    try report(receipt, of: former)
  }

  private func told(
    _ failure: (EngineError) -> Failure, _ call: () throws(EngineError) -> Receipt
  ) throws(Failure) -> Receipt {
    do {
      return try call()
    } catch {
      throw failure(error)
    }
  }

  private func edit(
    of former: Workflow, _ file: DefinitionFile?
  ) throws(Failure) -> WorkflowEdit {
    var edit = WorkflowEdit()
    if let file {
      do {
        edit = try WorkflowEdit(reading: file.definition)
      } catch {
        throw file.failure(EngineError(error))
      }
    }
    edit.name = invocation[.newName] ?? edit.name
    edit.enforcement = invocation[.enforcement] ?? edit.enforcement
    for text in invocation.all(.renameStatus) {
      let (old, new) = try pair(text, of: .renameStatus)
      try rename(old, new, in: &edit, of: former)
    }
    return edit
  }

  /// Renames a status: in the list that the file gives, or else in the one there is.
  private func rename(
    _ old: String, _ new: String, in edit: inout WorkflowEdit, of former: Workflow
  ) throws(Failure) {
    guard let status = former.status(meant: old) else {
      throw Failure(
        EngineError(.unknownStatus(name: old, known: former.statuses.map(\.name))))
    }
    var statuses = edit.statuses ?? former.draft.statuses.map { WorkflowEdit.StatusEdit($0) }
    // Another status may have got this name already, by the rename before.
    let index =
      invocation.has(.definition)
      ? statuses.firstIndex { $0.status.name == new }
      : statuses.firstIndex { ($0.formerName ?? $0.status.name) == status.name }
    guard let index else {
      throw .usage("The file has no status “\(new)” that “\(old)” could become.", next: helpCommand)
    }
    statuses[index].status.name = new
    statuses[index].formerName = status.name
    edit.statuses = statuses
  }

  private func report(_ receipt: Receipt, of former: Workflow) throws(Failure) {
    guard case .workflow(let workflow) = receipt.subject else { return }
    if isJSON { return try print(workflow.json.adding(members(of: receipt))) }
    guard workflow.revision != former.revision else {
      return try print("Workflow \(workflow.name) is so already.")
    }
    let verb = invocation.has(.dryRun) ? "Would update" : "Updated"
    try print("\(verb) workflow \(workflow.name) to revision \(workflow.revision).")
    try print(receipt.shifts)
    try noteFindings(of: workflow)
  }
}

extension Option {
  fileprivate static let newName = Option("name", "TEXT", "another name")
  fileprivate static let enforcement = Option(
    "enforcement", "MODE", "none, warn or strict",
    .choice(Enforcement.allCases.map(\.rawValue)))
  fileprivate static let definition = Option(
    "file", "FILE", "the new definition; “-” is the standard input", .file)
  fileprivate static let renameStatus = Option(
    "rename-status", "OLD=NEW", "give a status another name; may be repeated")
}
