import SluiceCore

extension Verb {
  static let workflowShow = Verb(
    words: ["workflow", "show"], aliases: ["get"],
    summary: "Shows a workflow: its stages, statuses, transitions, gates and fields.",
    examples: [
      "sluice workflow show Default", "sluice workflow show \"Bug Triage\" --json > triage.json",
    ],
    operands: [Operand("WORKFLOW", "its name or id")],
    run: { session throws(Failure) in
      let name = session.invocation.operands[0]
      let engine = try session.engine()
      let workflow = try session.workflow(called: name, in: engine)
      if session.isJSON { return try session.print(workflow.json) }
      for line in WorkflowPage(workflow).lines { try session.print(line) }
    })
}

extension Session {
  /// The workflow of that name or id, or a failure that says what there is instead.
  fileprivate func workflow(called name: String, in engine: any Engine) throws(Failure) -> Workflow
  {
    do {
      return try engine.workflow(WorkflowReference(name))
    } catch {
      var failure = Failure(error)
      guard error.code == .notFound else { throw failure }
      let page = try? engine.workflows(PageRequest(limit: PageRequest.maximumLimit))
      let known = page?.items.map(\.name) ?? []
      failure.details["known"] = .texts(known)
      failure.nextStep = nearest(to: name, among: known).map { "Did you mean “\($0)”?" }
      failure.nextCommand = "sluice workflow list"
      throw failure
    }
  }
}
