internal import SQLite
public import SluiceCore

extension Store {
  /// Where a project of any organization belongs.
  public func place(ofProject id: Project.ID) throws(EngineError) -> Place? {
    try first(
      Self.selectPlace + "FROM project p \(Self.owner) WHERE p.uuid = $1 AND p.deleted_at IS NULL",
      [.id(id)]
    ) { (row) throws(SQLiteError) in try Self.place(row) }
  }

  /// Where a ticket of any organization belongs, also one that is deleted.
  public func place(ofTicket id: Ticket.ID) throws(EngineError) -> Place? {
    try first(Self.selectPlaceOfTicket, [.id(id)]) { (row) throws(SQLiteError) in
      try Self.place(row)
    }
  }

  /// Whose a workflow is.
  public func place(ofWorkflow id: Workflow.ID) throws(EngineError) -> Place? {
    try first(
      """
      SELECT o.uuid FROM workflow w JOIN organization o ON o.id = w.organization
      WHERE w.uuid = $1 AND w.deleted_at IS NULL
      """, [.id(id)]
    ) { (row) throws(SQLiteError) in Place(organization: try row.id(0), project: nil) }
  }

  /// The first projects of the file that have a key, the oldest first.
  public func places(withKey key: ProjectKey, limit: Int) throws(EngineError) -> [Place] {
    try query(
      Self.selectPlace + """
        FROM project p \(Self.owner) WHERE p.key = $1 AND p.deleted_at IS NULL
        ORDER BY p.id LIMIT $2
        """, [.text(key.text), .int(limit)]
    ) { (row) throws(SQLiteError) in try Self.place(row) }
  }

  /// The projects with a key that an account sees, the oldest first.
  ///
  /// Takes time in proportion to what the account is a member of.
  public func places(
    withKey key: ProjectKey, visibleTo account: Account.ID
  ) throws(EngineError) -> [Place] {
    try query(
      Self.selectPlace + """
        FROM project p \(Self.owner) WHERE p.id IN (
          SELECT q.id FROM account a CROSS JOIN member m ON m.account = a.id
          CROSS JOIN project q ON q.organization = m.organization AND q.key = $1
          WHERE a.uuid = $2
          UNION SELECT q.id FROM account a CROSS JOIN project_member m ON m.account = a.id
          CROSS JOIN project q ON q.id = m.project WHERE a.uuid = $2 AND q.key = $1)
        AND p.deleted_at IS NULL ORDER BY +p.id
        """, [.text(key.text), .id(account)]
    ) { (row) throws(SQLiteError) in try Self.place(row) }
  }

  /// The projects that an account sees whose keys come after one, by key.
  ///
  /// Takes time in proportion to what the account is a member of.
  public func projects(
    visibleTo account: Account.ID, after place: (key: String, row: Int64), limit: Int
  ) throws(EngineError) -> [(row: ProjectRow, found: PlacedProject)] {
    try query(
      "SELECT \(Self.projectColumns), o.uuid \(Self.projectTables)" + """
        WHERE p.id IN (
          SELECT q.id FROM account a CROSS JOIN member m ON m.account = a.id
          CROSS JOIN project q ON q.organization = m.organization WHERE a.uuid = $1
          UNION SELECT m.project FROM account a CROSS JOIN project_member m ON m.account = a.id
          WHERE a.uuid = $1)
        AND p.deleted_at IS NULL AND (+p.key, +p.id) > ($2, $3) ORDER BY +p.key, +p.id LIMIT $4
        """, [.id(account), .text(place.key), .integer(place.row), .int(limit)]
    ) { (row) throws(SQLiteError) in
      let found = try Self.project(row)
      return (found.row, PlacedProject(organization: try row.id(12), project: found.project))
    }
  }

  private static let selectPlace = "SELECT o.uuid, p.uuid "
  private static let owner = "JOIN organization o ON o.id = p.organization"

  /// Put together once, for every request of a ticket asks it.
  private static let selectPlaceOfTicket =
    selectPlace + """
      FROM ticket t JOIN project p ON p.id = t.project \(owner)
      WHERE t.uuid = $1 AND p.deleted_at IS NULL
      """

  private static func place(_ row: Row) throws(SQLiteError) -> Place {
    Place(organization: try row.id(0), project: try row.id(1))
  }
}
