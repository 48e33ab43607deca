internal import SQLite
public import SluiceCore

extension Store {
  /// The organization whose view this is.
  public func organizationValue() throws(EngineError) -> Organization {
    let found = try first(
      """
      SELECT o.uuid, o.name, o.slug, w.uuid, o.created_at FROM organization o
      JOIN workflow w ON w.id = o.default_workflow WHERE o.id = $1
      """, [.integer(organization.row)]
    ) { (row) throws(SQLiteError) in
      Organization(
        id: try row.id(0), name: row.text(1), slug: row.text(2), defaultWorkflow: try row.id(3),
        createdAt: row.time(4))
    }
    guard let found else { throw .notFound("organization", "of this file") }
    return found
  }

  /// Gives the organization another name.
  public func renameOrganization(_ name: String) throws(EngineError) {
    try run(
      "UPDATE organization SET name = $2 WHERE id = $1",
      [.integer(organization.row), .text(name)])
  }
}
