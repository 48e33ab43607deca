internal import SQLite
public import SluiceCore

extension Store {
  /// Adds a workflow whose name is known to be free.
  public func insert(_ workflow: Workflow) throws(EngineError) -> WorkflowKey {
    try run(
      """
      INSERT INTO workflow (uuid, organization, name, revision, created_at)
      VALUES ($1, $2, $3, $4, $5)
      """,
      [
        .id(workflow.id), .integer(organization.row), .text(workflow.name),
        .int(workflow.revision), .time(workflow.createdAt),
      ])
    let key = WorkflowKey(row: database.lastInsertedRow, revision: workflow.revision)
    try write(workflow, as: key)
    return key
  }

  /// Writes the rows of one revision.
  func write(_ workflow: Workflow, as key: WorkflowKey) throws(EngineError) {
    try DefinitionWriter(store: self, key: key, workflow: workflow).write()
  }
}

/// Writes the rows of one revision.
private struct DefinitionWriter {
  let store: Store
  let key: WorkflowKey
  let workflow: Workflow

  func write() throws(EngineError) {
    try insert(
      "workflow_revision",
      [.text(workflow.name), .text(workflow.enforcement.rawValue), .time(workflow.updatedAt)])
    for (position, status) in workflow.statuses.enumerated() {
      try insert(
        "status",
        [
          .int(position), .status(status.id), .text(status.name), .text(status.category.rawValue),
          .int(status.wipLimit), .int(workflow.stageIndex(of: status.id) ?? 0),
        ])
    }
    for (position, stage) in workflow.stages.enumerated() {
      try insert(
        "stage",
        [
          .int(position), .text(stage.key), .text(stage.name), .int(stage.isAgentRequired ? 1 : 0),
        ])
    }
    for (position, step) in workflow.transitions.enumerated() {
      try insert("transition", [.int(position), .status(step.from), .status(step.to)])
    }
    for (position, gate) in workflow.gates.enumerated() { try write(gate, at: position) }
    for (position, field) in workflow.fields.enumerated() { try write(field, at: position) }
  }

  private func write(_ gate: Gate, at position: Int) throws(EngineError) {
    try insert(
      "gate",
      [
        .int(position), .text(gate.key), .text(gate.name), .text(gate.from), .text(gate.to),
        .optional(gate.acknowledgment),
      ])
    for (place, item) in gate.checklist.enumerated() {
      try insert("gate_item", [.int(position), .int(place), .text(item.key), .text(item.text)])
    }
    for (place, field) in gate.requiredFields.enumerated() {
      try insert("gate_field", [.int(position), .int(place), .text(field)])
    }
  }

  private func write(_ field: Field, at position: Int) throws(EngineError) {
    try insert(
      "field", [.int(position), .text(field.key), .text(field.name), .text(field.kind.word)])
    guard case .select(let options) = field.kind else { return }
    for (place, option) in options.enumerated() {
      try insert("field_option", [.int(position), .int(place), .text(option)])
    }
  }

  /// Adds a row to a table whose first two columns are the workflow and its revision.
  private func insert(_ table: String, _ values: [Value]) throws(EngineError) {
    let places = (1...values.count + 2).map { "$\($0)" }.joined(separator: ", ")
    try store.run(
      "INSERT INTO \(table) VALUES (\(places))", [.integer(key.row), .int(key.revision)] + values)
  }
}
