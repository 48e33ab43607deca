import SluiceCore

extension Verb {
  static let workflowShow = Verb(
    words: ["workflow", "show"], aliases: ["get"],
    summary: "Shows a workflow: its stages, statuses, transitions, gates and fields.",
    examples: [
      "sluice workflow show Default", "sluice workflow show \"Bug Triage\" --json > triage.json",
    ],
    operands: [Operand("WORKFLOW", "its name or id, or the name of a template")],
    notes: [templateNote],
    run: { session throws(Failure) in
      let name = session.invocation.operands[0]
      let engine = try session.engineIfAny()
      if let engine, let workflow = try session.knownWorkflow(name, in: engine) {
        return try session.show(workflow)
      }
      try session.show(template: try session.workflow(orTemplate: name, in: engine))
    })
}

extension Session {
  /// The workflow of that name or id, or what the template of that name would become; nothing is made.
  func workflow(orTemplate name: String, in engine: (any Engine)?) throws(Failure) -> Workflow {
    if let engine, let workflow = try knownWorkflow(name, in: engine) { return workflow }
    guard let workflow = WorkflowDraft.template(meant: name).flatMap(templateWorkflow) else {
      throw unknownWorkflow(name, in: engine)
    }
    return workflow
  }

  /// What a template would become.
  func templateWorkflow(_ template: WorkflowDraft) -> Workflow? {
    try? template.validated(id: .make(), at: host.now())
  }

  fileprivate func show(_ workflow: Workflow) throws(Failure) {
    if isJSON { return try print(workflow.json) }
    let heading = "\(workflow.name)  \(workflow.enforcement.rawValue), id \(workflow.id)"
    try print(WorkflowPage(workflow, heading: heading))
  }

  fileprivate func show(template workflow: Workflow) throws(Failure) {
    if isJSON { return try print(.object(workflow.draft.json)) }
    let heading =
      "\(workflow.name)  \(workflow.enforcement.rawValue), a template; it is added when first used"
    try print(WorkflowPage(workflow, heading: heading))
  }

  private func print(_ page: WorkflowPage) throws(Failure) {
    for line in page.lines { try print(line) }
    try noteFindings(of: page.workflow)
  }

  /// Says what is not wrong in a workflow but seldom meant.
  func noteFindings(of workflow: Workflow) throws(Failure) {
    for finding in workflow.findings { try note("warning: " + finding.message) }
  }
}
