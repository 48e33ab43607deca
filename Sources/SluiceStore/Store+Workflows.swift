internal import SQLite
public import SluiceCore

/// A revision of a workflow's definition; what it names never changes.
public struct WorkflowKey: Hashable, Sendable {
  /// The primary key of the workflow.
  public let row: Int64
  /// Counts the definition's changes from 1.
  public let revision: Int
}

extension Store {
  /// The definition of a workflow at a revision; read once, for a revision never changes.
  public func workflow(_ key: WorkflowKey) throws(EngineError) -> Workflow {
    if let known = connection.workflows.workflow(key) { return known }
    let workflow = try DefinitionReader(store: self, key: key).workflow()
    connection.workflows.keep(workflow, as: key)
    return workflow
  }

  /// The newest definition of a workflow that has a status of that number; `nil` if none has, or it is deleted.
  public func workflow(
    _ id: Workflow.ID, having status: Status.ID
  ) throws(EngineError) -> Workflow? {
    let key = try first(
      """
      SELECT w.id, max(s.revision) FROM workflow w JOIN status s ON s.workflow = w.id
      WHERE w.uuid = $1 AND w.organization = $3 AND s.number = $2 GROUP BY w.id
      """, [.id(id), .status(status), .integer(organization.row)], Self.workflowKey)
    return try key.map { (key) throws(EngineError) in try workflow(key) }
  }

  /// Where a workflow that a caller names is to be found, at its newest revision; a name letter for letter.
  public func workflowKey(_ reference: WorkflowReference) throws(EngineError) -> WorkflowKey? {
    switch reference {
    case .id(let id):
      try first(
        """
        SELECT id, revision FROM workflow
        WHERE uuid = $1 AND organization = $2 AND deleted_at IS NULL
        """, [.id(id), .integer(organization.row)], Self.workflowKey)
    case .name(let name):
      try first(
        """
        SELECT id, revision FROM workflow
        WHERE organization = $1 AND name = $2 AND deleted_at IS NULL
        """,
        [.integer(organization.row), .text(name)], Self.workflowKey)
    }
  }

  /// The names of the workflows, sorted; there are few.
  public func workflowNames() throws(EngineError) -> [String] {
    try query(
      "SELECT name FROM workflow WHERE organization = $1 AND deleted_at IS NULL ORDER BY name",
      [.integer(organization.row)]
    ) { $0.text(0) }
  }

  /// The workflows whose names come after `name`, by name.
  public func workflowKeys(after name: String, limit: Int) throws(EngineError) -> [WorkflowKey] {
    try query(
      """
      SELECT id, revision FROM workflow
      WHERE organization = $1 AND name > $2 AND deleted_at IS NULL ORDER BY name LIMIT $3
      """,
      [.integer(organization.row), .text(name), .int(limit)], Self.workflowKey)
  }

  private static func workflowKey(_ row: Row) -> WorkflowKey {
    WorkflowKey(row: row.int64(0), revision: row.int(1))
  }
}

/// Puts a definition together from its rows.
private struct DefinitionReader {
  let store: Store
  let key: WorkflowKey

  func workflow() throws(EngineError) -> Workflow {
    let head = try store.first(
      """
      SELECT w.uuid, r.name, r.enforcement, w.created_at, r.created_at FROM workflow w
      JOIN workflow_revision r ON r.workflow = w.id AND r.revision = $2 WHERE w.id = $1
      """, bindings
    ) { (row) throws(SQLiteError) in
      (
        id: try row.id(0) as Workflow.ID, name: row.text(1),
        enforcement: try row.word(2) as Enforcement,
        createdAt: row.time(3), updatedAt: row.time(4)
      )
    }
    guard let head else {
      throw .notFound("workflow", "\(key.row), revision \(key.revision)")
    }
    let homed = try statuses()
    return try Workflow(
      id: head.id, name: head.name, enforcement: head.enforcement,
      statuses: homed.map(\.status),
      transitions: rows("transition", "from_status, to_status") { row in
        Transition(from: row.status(0), to: row.status(1))
      },
      stages: stages(of: homed), gates: gates(), fields: fields(), revision: key.revision,
      createdAt: head.createdAt, updatedAt: head.updatedAt)
  }

  private var bindings: [Value] {
    [.integer(key.row), .int(key.revision)]
  }

  private func rows<Output>(
    _ table: String, _ columns: String, order: String = "position",
    _ row: (Row) throws(SQLiteError) -> Output
  ) throws(EngineError) -> [Output] {
    try store.query(
      "SELECT \(columns) FROM \(table) WHERE workflow = $1 AND revision = $2 ORDER BY \(order)",
      bindings, row)
  }

  /// The statuses, each with the number of its stage.
  private func statuses() throws(EngineError) -> [(stage: Int, status: Status)] {
    try rows("status", "number, name, category, wip_limit, stage") { (row) throws(SQLiteError) in
      let status = Status(
        id: row.status(0), name: row.text(1), category: try row.word(2),
        wipLimit: row.optionalInt(3))
      return (row.int(4), status)
    }
  }

  private func stages(
    of homed: [(stage: Int, status: Status)]
  ) throws(EngineError) -> [Stage] {
    try rows("stage", "position, key, name, agent_required") { row in
      let number = row.int(0)
      return Stage(
        key: row.text(1), name: row.text(2),
        statuses: homed.filter { $0.stage == number }.map(\.status.id),
        isAgentRequired: row.int(3) != 0)
    }
  }

  private func gates() throws(EngineError) -> [Gate] {
    var gates = try rows("gate", "key, name, from_stage, to_stage, acknowledgment") { row in
      Gate(
        key: row.text(0), name: row.text(1), from: row.text(2), to: row.text(3),
        acknowledgment: row.optionalText(4))
    }
    guard !gates.isEmpty else { return [] }
    _ = try rows("gate_item", "gate, key, text", order: "gate, position") { row in
      guard gates.indices.contains(row.int(0)) else { return }
      gates[row.int(0)].checklist.append(Gate.Item(key: row.text(1), text: row.text(2)))
    }
    _ = try rows("gate_field", "gate, field", order: "gate, position") { row in
      guard gates.indices.contains(row.int(0)) else { return }
      gates[row.int(0)].requiredFields.append(row.text(1))
    }
    return gates
  }

  private func fields() throws(EngineError) -> [Field] {
    let options = try rows("field_option", "field, text", order: "field, position") { row in
      (field: row.int(0), text: row.text(1))
    }
    return try rows("field", "position, key, name, type") { (row) throws(SQLiteError) in
      let number = row.int(0)
      return Field(
        key: row.text(1), name: row.text(2),
        kind: try fieldKind(
          row.text(3), options: options.filter { $0.field == number }.map(\.text)))
    }
  }

  private func fieldKind(_ word: String, options: [String]) throws(SQLiteError) -> Field.Kind {
    switch word {
    case "text": .text
    case "number": .number
    case "select": .select(options: options)
    case "date": .date
    default: throw .malformed("type of a field")
    }
  }
}
