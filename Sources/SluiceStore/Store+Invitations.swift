internal import SQLite
public import SluiceCore

extension Store {
  /// Adds an invitation; of its secret only the digest is kept.
  public func insert(_ invitation: Invitation, digest: [UInt8]) throws(EngineError) {
    try run(
      """
      INSERT INTO invitation (uuid, digest, organization, role, email, created_by, expires_at)
      VALUES ($1, $2, (SELECT id FROM organization WHERE uuid = $3), $4, $5,
        (SELECT id FROM account WHERE uuid = $6), $7)
      """,
      [
        .id(invitation.id), .blob(digest), invitation.organization.map { .id($0) } ?? .null,
        .text(invitation.role.rawValue), .optional(invitation.email), .id(invitation.createdBy),
        .time(invitation.expiresAt),
      ])
  }

  /// The invitation whose secret has a digest.
  public func invitation(digest: [UInt8]) throws(EngineError) -> Invitation? {
    try first(Self.selectInvitation + "WHERE i.digest = $1", [.blob(digest)]) {
      (row) throws(SQLiteError) in try Self.invitation(row)
    }
  }

  /// The invitations into an organization, or into none; the first to expire first.
  public func invitations(
    into organization: Organization.ID?
  ) throws(EngineError) -> [Invitation] {
    try query(
      Self.selectInvitation + """
        WHERE i.organization IS (SELECT id FROM organization WHERE uuid = $1)
        ORDER BY i.expires_at, i.id
        """, [organization.map { .id($0) } ?? .null]
    ) { (row) throws(SQLiteError) in try Self.invitation(row) }
  }

  /// Removes an invitation; answers whether there was one.
  public func deleteInvitation(_ id: Invitation.ID) throws(EngineError) -> Bool {
    try run("DELETE FROM invitation WHERE uuid = $1", [.id(id)])
    return database.changes > 0
  }

  private static let selectInvitation = """
    SELECT i.uuid, o.uuid, i.role, i.email, i.expires_at, a.uuid FROM invitation i
    JOIN account a ON a.id = i.created_by LEFT JOIN organization o ON o.id = i.organization

    """

  private static func invitation(_ row: Row) throws(SQLiteError) -> Invitation {
    Invitation(
      id: try row.id(0), organization: row.isNull(1) ? nil : try row.id(1),
      role: try row.word(2), email: row.optionalText(3), expiresAt: row.time(4),
      createdBy: try row.id(5))
  }
}
