import SluiceCore

extension Verb {
  static let workflowShow = Verb(
    words: ["workflow", "show"], aliases: ["get"],
    summary: "Shows a workflow: its stages, statuses, transitions, gates and fields.",
    examples: [
      "sluice workflow show Default", "sluice workflow show \"Bug Triage\" --json > triage.json",
    ],
    operands: [.workflow],
    notes: [templateNote],
    run: { session throws(Failure) in
      let name = session.invocation.operands[0]
      let engine = try session.engineIfAny()
      if let engine, let workflow = try session.knownWorkflow(name, in: engine) {
        return try session.show(workflow)
      }
      guard let template = WorkflowDraft.template(meant: name) else {
        throw session.unknownWorkflow(name, in: engine)
      }
      try session.show(template)
    })
}

extension Session {
  fileprivate func show(_ workflow: Workflow) throws(Failure) {
    if isJSON { return try print(workflow.json) }
    let heading = "\(workflow.name)  \(workflow.enforcement.rawValue), id \(workflow.id)"
    try print(WorkflowPage(workflow, heading: heading))
  }

  fileprivate func show(_ template: WorkflowDraft) throws(Failure) {
    guard let workflow = try? template.validated(id: .make(), at: host.now()) else { return }
    if isJSON { return try print(.object(workflow.draft.json)) }
    let heading =
      "\(workflow.name)  \(workflow.enforcement.rawValue), a template; it is added when first used"
    try print(WorkflowPage(workflow, heading: heading))
  }

  private func print(_ page: WorkflowPage) throws(Failure) {
    for line in page.lines { try print(line) }
    try noteOddities(of: page.workflow)
  }

  /// Says what is not wrong in a workflow but seldom meant.
  func noteOddities(of workflow: Workflow) throws(Failure) {
    for oddity in workflow.oddities { try note("warning: " + oddity.message) }
  }
}
