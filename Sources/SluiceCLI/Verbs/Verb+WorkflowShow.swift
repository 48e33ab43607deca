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
      let workflow = try reporting { () throws(EngineError) in
        try engine.workflow(WorkflowReference(name))
      }
      if session.isJSON { return try session.print(workflow.json) }
      for line in WorkflowPage(workflow).lines { try session.print(line) }
    })
}
