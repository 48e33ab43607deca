import SluiceAPI
import SluiceCore

extension Verb {
  static let workflowList = Verb(
    words: ["workflow", "list"], summary: "Lists the workflows by name.",
    examples: ["sluice workflow list", "sluice workflow list --json"],
    options: [.limit, .cursor],
    run: { session throws(Failure) in
      let engine = try session.engine()
      let request = session.page
      let page = try reporting { () throws(EngineError) in try engine.workflows(request) }
      if session.isJSON { return try session.print(page) { $0.json } }
      var table = TextTable([
        .init(heading: "NAME"), .init(heading: "ENFORCEMENT"),
        .init(heading: "STAGES", isNumber: true), .init(heading: "GATES", isNumber: true),
        .init(heading: "STATUSES", isFlexible: true),
      ])
      for workflow in page.items {
        table.add([
          workflow.name, workflow.enforcement.rawValue, String(workflow.stages.count),
          String(workflow.gates.count), workflow.statuses.map(\.name).joined(separator: ", "),
        ])
      }
      try session.print(table)
      if let cursor = page.nextCursor { try session.note("There are more: --cursor \(cursor)") }
      try session.noteTemplates(in: engine)
    })
}

extension Session {
  /// Names the templates that the database does not have yet.
  fileprivate func noteTemplates(in engine: any Engine) throws(Failure) {
    var names: [String] = []
    for name in WorkflowDraft.templates.map(\.name)
    where try knownWorkflow(name, in: engine) == nil { names.append(name) }
    guard !names.isEmpty else { return }
    try note("Templates, added when first used: \(names.joined(separator: ", ")).")
  }
}
