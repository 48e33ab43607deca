internal import SQLite
public import SluiceCore

extension Store {
  /// Adds a revision to a workflow, which is then its newest.
  public func addRevision(_ workflow: Workflow, to key: WorkflowKey) throws(EngineError)
    -> WorkflowKey
  {
    let newKey = WorkflowKey(row: key.row, revision: workflow.revision)
    try run(
      "UPDATE workflow SET name = $2, revision = $3 WHERE id = $1",
      [.integer(key.row), .text(workflow.name), .int(workflow.revision)])
    try write(workflow, as: newKey)
    return newKey
  }

  /// A number that no status of any revision of a workflow has had.
  public func nextStatusNumber(of workflow: Int64) throws(EngineError) -> Int {
    let last = try first(
      "SELECT max(number) FROM status WHERE workflow = $1", [.integer(workflow)]
    ) { $0.int(0) }
    return (last ?? 0) + 1
  }

  /// The projects with tickets that are bound to any revision of a workflow, by key, and how many there are.
  ///
  /// Deleted tickets count, for they can come back, unless their project is deleted as well.
  public func boundTickets(
    of workflow: Int64
  ) throws(EngineError) -> [(project: ProjectKey, count: Int)] {
    try query(
      """
      SELECT p.key, count(*) FROM ticket t INDEXED BY ticket_bound JOIN project p ON p.id = t.project
      WHERE t.bound_workflow = $1 AND p.deleted_at IS NULL GROUP BY t.project ORDER BY p.key
      """, [.integer(workflow)]
    ) { (row) throws(SQLiteError) in (project: try row.projectKey(0), count: row.int(1)) }
  }

  /// Removes a workflow with all its revisions, and what was confirmed under it.
  ///
  /// Its row stays, so that its number is never another's.
  public func deleteWorkflow(_ row: Int64, at time: Timestamp) throws(EngineError) {
    for table in ["gate_mark", "field_value"] {
      try run("DELETE FROM \(table) WHERE workflow = $1", [.integer(row)])
    }
    for table in [
      "field_option", "field", "gate_field", "gate_item", "gate", "stage", "transition", "status",
      "workflow_revision",
    ] {
      try run("DELETE FROM \(table) WHERE workflow = $1", [.integer(row)])
    }
    try run(
      "UPDATE workflow SET deleted_at = $2, name = name || '~' || id WHERE id = $1",
      [.integer(row), .time(time)])
    connection.workflows.forget(row)
  }
}
