internal import SQLite
public import SluiceCore

/// A project with the rows it leads to.
public struct StoredProject: Hashable, Sendable {
  /// The primary key.
  public let row: ProjectRow
  /// The project.
  public var project: Project
  /// The workflow that its tickets follow, the organization's default if it has none of its own.
  public let workflow: WorkflowKey
}

extension Store {
  /// The project that a caller names.
  public func project(_ reference: ProjectReference) throws(EngineError) -> StoredProject? {
    switch reference {
    case .key(let key):
      try first(
        Self.selectProjectByKey,
        [.integer(organization.row), .text(key.text)], Self.project)
    case .id(let id):
      try first(
        Self.selectProjectByID,
        [.id(id), .integer(organization.row)], Self.project)
    }
  }

  /// The project of that row; `nil` if it is deleted.
  public func project(_ row: ProjectRow) throws(EngineError) -> StoredProject? {
    try first(
      Self.selectProjectByRow,
      [.project(row), .integer(organization.row)], Self.project)
  }

  /// The projects whose keys come after `key`, by key.
  public func projects(after key: String, limit: Int) throws(EngineError) -> [StoredProject] {
    try query(
      Self.selectProject + """
        WHERE p.organization = $1 AND p.key > $2 AND p.deleted_at IS NULL ORDER BY p.key LIMIT $3
        """,
      [.integer(organization.row), .text(key), .int(limit)], Self.project)
  }

  /// The columns of a project, in the order of `project`.
  static let projectColumns = """
    p.id, p.uuid, p.key, p.name, p.description, p.workflow IS NULL, w.uuid, p.ticket_counter,
      p.created_at, p.updated_at, w.id, w.revision
    """

  /// Where they stand.
  static let projectTables = """
    FROM project p JOIN organization o ON o.id = p.organization
    JOIN workflow w ON w.id = coalesce(p.workflow, o.default_workflow)

    """

  private static let selectProject = "SELECT \(projectColumns) \(projectTables)"

  // Put together once, for nearly every request asks one of them.
  private static let selectProjectByKey =
    selectProject + "WHERE p.organization = $1 AND p.key = $2 AND p.deleted_at IS NULL"
  private static let selectProjectByID =
    selectProject + "WHERE p.uuid = $1 AND p.organization = $2 AND p.deleted_at IS NULL"
  private static let selectProjectByRow =
    selectProject + "WHERE p.id = $1 AND p.organization = $2 AND p.deleted_at IS NULL"

  static func project(_ row: Row) throws(SQLiteError) -> StoredProject {
    StoredProject(
      row: ProjectRow(id: row.int64(0)),
      project: Project(
        id: try row.id(1), key: try row.projectKey(2), name: row.text(3),
        description: row.text(4), workflow: row.int(5) == 1 ? nil : try row.id(6),
        ticketCounter: row.int(7), createdAt: row.time(8), updatedAt: row.time(9)),
      workflow: WorkflowKey(row: row.int64(10), revision: row.int(11)))
  }
}

extension Store {
  /// Adds a project whose key is known to be free.
  public func insert(_ project: Project, workflow: WorkflowKey?) throws(EngineError) {
    try run(
      """
      INSERT INTO project (uuid, organization, key, name, description, workflow, ticket_counter,
        created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """,
      [
        .id(project.id), .integer(organization.row), .text(project.key.text), .text(project.name),
        .text(project.description), workflow.map { .integer($0.row) } ?? .null,
        .int(project.ticketCounter), .time(project.createdAt), .time(project.updatedAt),
      ])
  }

  /// Writes what may change of a project; `workflow` is the one assigned, if one is.
  public func update(
    _ row: ProjectRow, to project: Project, workflow: WorkflowKey?
  ) throws(EngineError) {
    try run(
      """
      UPDATE project SET name = $2, description = $3, workflow = $4, updated_at = $5 WHERE id = $1
      """,
      [
        .project(row), .text(project.name), .text(project.description),
        workflow.map { .integer($0.row) } ?? .null, .time(project.updatedAt),
      ])
  }

  /// Takes a project out of every list; its key may be given to another.
  ///
  /// Its row stays, for history refers to it.
  public func delete(_ row: ProjectRow, at time: Timestamp) throws(EngineError) {
    try run(
      "UPDATE project SET deleted_at = $2, key = key || '~' || id WHERE id = $1",
      [.project(row), .time(time)])
  }

  /// The projects whose tickets follow a workflow, by key.
  public func projects(following workflow: Int64) throws(EngineError) -> [StoredProject] {
    try query(
      Self.selectProject + "WHERE w.id = $1 AND p.deleted_at IS NULL ORDER BY p.key",
      [.integer(workflow)], Self.project)
  }

  /// The definition that projects follow which are assigned none.
  public func defaultWorkflowKey() throws(EngineError) -> WorkflowKey {
    let found = try first(
      """
      SELECT w.id, w.revision FROM organization o JOIN workflow w ON w.id = o.default_workflow
      WHERE o.id = $1
      """, [.integer(organization.row)]
    ) { WorkflowKey(row: $0.int64(0), revision: $0.int(1)) }
    guard let found else { throw .notFound("workflow", "Default") }
    return found
  }

  /// Gives out the next `count` numbers of a project and answers the first.
  public func takeNumbers(_ count: Int, of row: ProjectRow) throws(EngineError) -> Int {
    let last = try first(
      "UPDATE project SET ticket_counter = ticket_counter + $2 WHERE id = $1 RETURNING ticket_counter",
      [.project(row), .int(count)]
    ) { $0.int(0) }
    return (last ?? 0) - count + 1
  }
}
