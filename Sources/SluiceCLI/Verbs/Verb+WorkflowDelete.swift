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
      stays, and the exit is 5. It is asked first where someone is at the terminal.
      """
    ],
    run: { session throws(Failure) in
      let engine = try session.engine()
      let reference = WorkflowReference(session.invocation.operands[0])
      let workflow = try reporting { () throws(EngineError) in try engine.workflow(reference) }
      try session.delete(
        .deleteWorkflow(.id(workflow.id)), called: "workflow \(workflow.name)", in: engine,
        asksAlways: false)
    })
}

extension Session {
  /// Removes something once it is known that it can be removed and the user agrees.
  ///
  /// Unless it `asksAlways`, a script where nobody can be asked has said what it wants by its command line.
  func delete(
    _ change: Change, called what: String, in engine: any Engine, asksAlways: Bool
  ) throws(Failure) {
    let actor = actor
    let isDry = invocation.has(.dryRun)
    _ = try reporting { () throws(EngineError) in try engine.preview(change, by: actor) }
    if !isDry {
      if asksAlways || canAsk { try confirm("The \(what) will be gone for good.") }
      try apply(change, to: engine)
    }
    if isJSON {
      return try print(.object(["deleted": .string(what), "dry_run": .bool(isDry)]))
    }
    try print("\(isDry ? "Would delete" : "Deleted") \(what).")
  }
}
