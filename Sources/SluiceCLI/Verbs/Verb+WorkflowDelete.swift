import SluiceCore

extension Verb {
  static let workflowDelete = Verb(
    words: ["workflow", "delete"], summary: "Removes a workflow that nothing uses.",
    examples: [
      "sluice workflow delete Spare --dry-run", "sluice workflow delete Spare --yes",
    ],
    operands: [.storedWorkflow], options: [.dryRun, .yes],
    notes: [
      """
      A workflow that projects follow, that tickets were made with, or that is the organization's default
      stays, and the exit is 5.
      """, Loss.unused.note,
    ],
    run: { session throws(Failure) in
      let engine = try session.engine()
      let reference = WorkflowReference(session.invocation.operands[0])
      let workflow = try reporting { () throws(EngineError) in try engine.workflow(reference) }
      try session.delete(
        .deleteWorkflow(.id(workflow.id)), called: "workflow \(workflow.name)", in: engine,
        losing: .unused)
    })
}

extension Session {
  /// Removes something once it is known that it can be removed and the user agrees.
  func delete(
    _ change: Change, called what: String, in engine: any Engine, losing loss: Loss
  ) throws(Failure) {
    let isDry = invocation.has(.dryRun)
    try confirm(change, losing: loss, in: engine) { _ in "The \(what) will be gone for good." }
    _ = try carryOut(change, in: engine)
    if isJSON {
      return try print(.object(["deleted": .string(what), "dry_run": .bool(isDry)]))
    }
    try print("\(isDry ? "Would delete" : "Deleted") \(what).")
  }
}
