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
    examples: ["sluice field delete size --workflow Delivery # exits with 6"],
    operands: [.field], options: [.fieldWorkflow.required],
    notes: [
      """
      A field that a gate requires stays, and the exit is 6.
      """, revisionNote,
    ],
    run: { session throws(Failure) in
      try session.editFields("Took field \(session.invocation.operands[0]) out of") {
        fields, index in
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
    _ done: String, _ edit: (inout [WorkflowDraft.FieldDraft], Int?) -> Void
  ) throws(Failure) {
    let engine = try engine()
    let former = try fieldWorkflow(in: engine)
    var fields = former.draft.fields
    let index = invocation.operands.first.flatMap { key in fields.firstIndex { $0.key == key } }
    if let key = invocation.operands.first, index == nil {
      throw Failure(EngineError(.unknownField(key: key, known: fields.map(\.key))))
    }
    edit(&fields, index)
    let receipt = try apply(
      .editWorkflow(.id(former.id), WorkflowEdit(fields: fields)), to: engine)
    guard case .workflow(let workflow) = receipt.subject else { return }
    if isJSON {
      let key = invocation.operands.first ?? invocation[.fieldKey] ?? ""
      return try print(workflow.field(key)?.json(in: workflow) ?? workflow.json)
    }
    try print("\(done) workflow \(workflow.name), which is at revision \(workflow.revision).")
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
