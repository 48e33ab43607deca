internal import SQLite
public import SluiceCore

extension Store {
  /// The organization of that id.
  public func organization(_ id: Organization.ID) throws(EngineError) -> Organization? {
    try first(Self.selectOrganization + "WHERE o.uuid = $1", [.id(id)]) {
      (row) throws(SQLiteError) in try Self.organization(row)
    }
  }

  /// The organization of that slug.
  public func organization(slug: String) throws(EngineError) -> Organization? {
    try first(Self.selectOrganization + "WHERE o.slug = $1", [.text(slug)]) {
      (row) throws(SQLiteError) in try Self.organization(row)
    }
  }

  /// Gives the organization another slug, which is known to be free.
  public func setSlug(_ slug: String) throws(EngineError) {
    try run(
      "UPDATE organization SET slug = $2 WHERE id = $1",
      [.integer(organization.row), .text(slug)])
  }

  /// The organizations of an account whose slugs come after one, by slug, with its role.
  ///
  /// Takes time in proportion to the organizations that the account belongs to.
  public func organizations(
    of account: Account.ID, after slug: String, limit: Int
  ) throws(EngineError) -> [OrganizationMembership] {
    try query(
      """
      SELECT \(Self.organizationColumns), m.role FROM account a
      CROSS JOIN member m ON m.account = a.id CROSS JOIN organization o ON o.id = m.organization
      JOIN workflow w ON w.id = o.default_workflow
      WHERE a.uuid = $1 AND o.slug > $2 ORDER BY o.slug LIMIT $3
      """, [.id(account), .text(slug), .int(limit)]
    ) { (row) throws(SQLiteError) in
      OrganizationMembership(organization: try Self.organization(row), role: try row.word(5))
    }
  }

  private static let organizationColumns = "o.uuid, o.name, o.slug, w.uuid, o.created_at"

  private static let selectOrganization = """
    SELECT \(organizationColumns) FROM organization o
    JOIN workflow w ON w.id = o.default_workflow

    """

  private static func organization(_ row: Row) throws(SQLiteError) -> Organization {
    Organization(
      id: try row.id(0), name: row.text(1), slug: row.text(2), defaultWorkflow: try row.id(3),
      createdAt: row.time(4))
  }
}
