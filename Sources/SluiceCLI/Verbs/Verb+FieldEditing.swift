import SluiceAPI
import SluiceCore

extension Verb {
  static let fieldCreate = Verb(
    words: ["field", "create"], summary: "Adds a custom field to a workflow.",
    examples: [
      "sluice field create --workflow \"Bug Triage\" --key impact --name Impact --type text",
      "sluice field create --workflow Default --key size --name Size --type number",
    ],
    options: [
      .fieldWorkflow.required, .fieldKey.required, .fieldName.required, .fieldType.required,
      .fieldChoice,
    ],
    notes: [revisionNote],
    run: { session throws(Failure) in
      let line = session.invocation
      let key = line[.fieldKey] ?? ""
      try session.editFields("Added field \(key) to") { fields, _ in
        fields.append(
          WorkflowDraft.FieldDraft(
            key, line[.fieldName] ?? key, line[.fieldType] ?? "", options: line.all(.fieldChoice)))
      }
    })

  static let fieldUpdate = Verb(
    words: ["field", "update"], summary: "Changes a custom field of a workflow.",
    examples: [
      "sluice field update root_cause --workflow Delivery --name Cause",
      "sluice field update risk --workflow Delivery --option low --option high",
    ],
    operands: [.field],
    options: [.fieldWorkflow.required, .fieldName, .fieldType, .fieldChoice],
    notes: ["Options that are given replace the former ones. " + revisionNote],
    run: { session throws(Failure) in
      let line = session.invocation
      guard [.fieldName, .fieldType, .fieldChoice].contains(where: line.has) else {
        throw .usage("sluice field update needs something to change.", next: session.helpCommand)
      }
      try session.editFields("Changed field \(line.operands[0]) of") { fields, index in
        guard let index else { return }
        fields[index].name = line[.fieldName] ?? fields[index].name
        if let type = line[.fieldType], type != fields[index].type {
          fields[index].type = type
          fields[index].options = []
        }
        if line.has(.fieldChoice) { fields[index].options = line.all(.fieldChoice) }
      }
    })

  static let fieldDelete = Verb(
    words: ["field", "delete"], summary: "Takes a custom field out of a workflow.",
    examples: [
      "sluice field delete size --workflow Delivery --dry-run",
      "sluice field delete size --workflow Delivery --yes",
    ],
    operands: [.field], options: [.fieldWorkflow.required, .dryRun, .yes],
    notes: [
      """
      A field that a gate requires stays, and the exit is 6. Tickets that were made with the workflow keep
      the field, as they keep the revision. Values that others have are shown no more, and count for no
      gate; a field that is added under the same key later has them again.
      """, revisionNote, Loss.forGood.note,
    ],
    run: { session throws(Failure) in
      let key = session.invocation.operands[0]
      let done = session.invocation.has(.dryRun) ? "Would take" : "Took"
      try session.editFields("\(done) field \(key) out of", losing: .forGood) { fields, index in
        if let index { fields.remove(at: index) }
      }
    })

  private static let revisionNote = """
    This makes a new revision of the workflow.
    """
}

extension Session {
  /// Gives a workflow other fields; the edit is told where the field of the first operand stands.
  fileprivate func editFields(
    _ done: String, losing loss: Loss? = nil,
    _ edit: (inout [WorkflowDraft.FieldDraft], Int?) -> Void
  ) throws(Failure) {
    let engine = try engine()
    let former = try fieldWorkflow(in: engine)
    var fields = former.draft.fields
    let index = invocation.operands.first.flatMap { key in fields.firstIndex { $0.key == key } }
    if let key = invocation.operands.first, index == nil {
      throw Failure(EngineError(.unknownField(key: key, known: fields.map(\.key))))
    }
    edit(&fields, index)
    let change = Change.editWorkflow(
      .id(former.id), WorkflowEdit(fields: fields, expectedRevision: former.revision))
    let key = invocation.operands.first ?? invocation[.fieldKey] ?? ""
    if let loss {
      try confirm(change, losing: loss, in: engine) { _ in
        "Field \(key) of workflow \(former.name) will be gone, and its values out of sight."
      }
    }
    guard case .workflow(let workflow) = try carryOut(change, in: engine).subject else { return }
    if isJSON { return try print(json(of: key, in: workflow)) }
    let isDry = invocation.has(.dryRun)
    try print(
      "\(done) workflow \(workflow.name), which \(isDry ? "would be" : "is") at revision "
        + "\(workflow.revision).")
  }

  private func json(of key: String, in workflow: Workflow) -> JSONValue {
    workflow.field(key)?.json(in: workflow)
      ?? .object([
        "deleted": .string("field \(key)"), "dry_run": .bool(invocation.has(.dryRun)),
        "workflow": .string(workflow.name), "workflow_revision": .integer(workflow.revision),
      ])
  }
}

extension Operand {
  fileprivate static let field = Operand("FIELD", "its key", .field)
}

extension Option {
  fileprivate static let fieldKey = Option("key", "KEY", "what programs and gates call it")
  fileprivate static let fieldName = Option("name", "TEXT", "what people read")
  fileprivate static let fieldType = Option(
    "type", "TYPE", "text, number, select or date", .choice(["text", "number", "select", "date"]))
  fileprivate static let fieldChoice = Option(
    "option", "TEXT", "what can be chosen of a select field; may be repeated")
}
