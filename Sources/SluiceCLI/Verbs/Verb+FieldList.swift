import SluiceAPI
import SluiceCore

extension Verb {
  static let fieldList = Verb(
    words: ["field", "list"], summary: "Lists the custom fields of a workflow, or of all.",
    examples: ["sluice field list", "sluice field list --workflow \"Bug Triage\" --json"],
    options: [.fieldWorkflow],
    run: { session throws(Failure) in
      let engine = try session.engine()
      let workflows = try session.workflowsWithFields(in: engine)
      let rows = workflows.flatMap { workflow in workflow.fields.map { (workflow, $0) } }
      if session.isJSON {
        return try session.print(.object(["items": .array(rows.map { $1.json(in: $0) })]))
      }
      guard !rows.isEmpty else { return try session.note("No fields.") }
      var table = TextTable([
        .init(heading: "WORKFLOW"), .init(heading: "KEY"), .init(heading: "TYPE"),
        .init(heading: "NAME"), .init(heading: "REQUIRED BY"),
        .init(heading: "OPTIONS", isFlexible: true),
      ])
      for (workflow, field) in rows {
        table.add([
          workflow.name, field.key, field.kind.word, field.name,
          workflow.gates(requiring: field).joined(separator: ", "),
          field.options.joined(separator: ", "),
        ])
      }
      try session.print(table)
    })
}

extension Session {
  fileprivate func workflowsWithFields(in engine: any Engine) throws(Failure) -> [Workflow] {
    if invocation.has(.fieldWorkflow) { return [try fieldWorkflow(in: engine)] }
    var workflows: [Workflow] = []
    var request = PageRequest(limit: PageRequest.maximumLimit)
    while true {
      let page = try reporting { () throws(EngineError) in try engine.workflows(request) }
      workflows += page.items
      guard page.nextCursor != nil else { return workflows }
      request.cursor = page.nextCursor
    }
  }

  /// The workflow whose fields are meant.
  func fieldWorkflow(in engine: any Engine) throws(Failure) -> Workflow {
    let reference = WorkflowReference(invocation[.fieldWorkflow] ?? "")
    return try reporting { () throws(EngineError) in try engine.workflow(reference) }
  }
}

extension Workflow {
  /// The keys of the gates that ask for the field.
  fileprivate func gates(requiring field: Field) -> [String] {
    gates.filter { $0.requiredFields.contains(field.key) }.map(\.key)
  }
}

extension Option {
  static let fieldWorkflow = Option(
    "workflow", "NAME", "the workflow that has the field, by name or id", .workflow)
}
