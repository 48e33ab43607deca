import SluiceAPI
import SluiceCore

extension Verb {
  static let workflowShow = Verb(
    words: ["workflow", "show"], aliases: ["get"],
    summary: "Shows a workflow: its stages, statuses, transitions, gates and fields.",
    examples: [
      "sluice workflow show Default", "sluice workflow show \"Bug Triage\" --json > triage.json",
      "sluice workflow show Delivery --as text",
    ],
    operands: [.workflow],
    options: [.drawing],
    notes: [
      """
      “text” is a map in 80 columns, “dot” a graph for Graphviz, as in
      “sluice workflow show Delivery --as dot | dot -Tsvg > delivery.svg”, and “mermaid” a flowchart for
      pages that draw Mermaid. ╫ marks a gate; in dot and mermaid a broken arrow is a gate that no
      transition meets.
      """, templateNote,
    ],
    run: { session throws(Failure) in
      let name = session.invocation.operands[0]
      let drawing = try session.drawing()
      let engine = try session.engineIfAny()
      if let drawing {
        return try session.print(drawing, of: session.workflow(orTemplate: name, in: engine))
      }
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

/// A language to draw a workflow in.
private enum WorkflowDrawing: String, CaseIterable {
  case text
  case dot
  case mermaid
}

extension Session {
  fileprivate func drawing() throws(Failure) -> WorkflowDrawing? {
    guard let word = invocation[.drawing] else { return nil }
    let help = invocation.verb.name + " --help"
    guard !isJSON else { throw .usage("--as and --json exclude each other.", next: help) }
    guard let drawing = WorkflowDrawing(rawValue: word) else {
      let known = WorkflowDrawing.allCases.map(\.rawValue).joined(separator: ", ")
      throw .usage("--as needs one of \(known), not “\(word)”.", next: help)
    }
    return drawing
  }

  fileprivate func print(_ drawing: WorkflowDrawing, of workflow: Workflow) throws(Failure) {
    switch drawing {
    case .text:
      for line in WorkflowMap(workflow, width: min(host.output.columns ?? 80, 80)).lines {
        try print(line)
      }
    case .dot: try print(lines: workflow.dot)
    case .mermaid: try print(lines: workflow.mermaid)
    }
  }

  private func print(lines text: String) throws(Failure) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      try print(String(line))
    }
  }
}

extension Option {
  fileprivate static let drawing = Option(
    "as", "KIND", "draw it as text, dot or mermaid", .choice(["text", "dot", "mermaid"]))
}
