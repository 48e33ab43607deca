internal import SQLite
public import SluiceCore

/// What one can be a member of.
public enum Membered: Hashable, Sendable {
  case organization(Organization.ID)
  case project(Project.ID)

  var table: String {
    switch self {
    case .organization: "member"
    case .project: "project_member"
    }
  }

  /// The column that names it in its table.
  var column: String {
    switch self {
    case .organization: "organization"
    case .project: "project"
    }
  }

  /// Its row by its public id, which is bound to `$1`.
  var rowSQL: String {
    switch self {
    case .organization: "(SELECT id FROM organization WHERE uuid = $1)"
    case .project: "(SELECT id FROM project WHERE uuid = $1 AND deleted_at IS NULL)"
    }
  }

  var selectRole: String {
    switch self {
    case .organization: Self.selectRoleInOrganization
    case .project: Self.selectRoleInProject
    }
  }

  // Put together once, for every request asks them.
  private static let selectRoleInOrganization = """
    SELECT role FROM member WHERE organization = (SELECT id FROM organization WHERE uuid = $1)
      AND account = (SELECT id FROM account WHERE uuid = $2)
    """
  private static let selectRoleInProject = """
    SELECT role FROM project_member
    WHERE project = (SELECT id FROM project WHERE uuid = $1 AND deleted_at IS NULL)
      AND account = (SELECT id FROM account WHERE uuid = $2)
    """

  var value: Value {
    switch self {
    case .organization(let id): .id(id)
    case .project(let id): .id(id)
    }
  }
}

extension Store {
  /// The role of an account; `nil` if it is no member.
  public func role(of account: Account.ID, in place: Membered) throws(EngineError) -> Role? {
    try first(place.selectRole, [place.value, .id(account)]) { (row) throws(SQLiteError) in
      try row.word(0)
    }
  }

  /// The members whose rows come after one, in the order in which they registered, each with its row.
  public func members(
    of place: Membered, after row: Int64, limit: Int
  ) throws(EngineError) -> [(row: Int64, membership: Membership)] {
    try query(
      """
      SELECT m.role, \(Self.accountColumns) FROM \(place.table) m
      CROSS JOIN account a ON a.id = m.account
      WHERE m.\(place.column) = \(place.rowSQL) AND m.account > $2 ORDER BY m.account LIMIT $3
      """, [place.value, .integer(row), .int(limit)]
    ) { (row) throws(SQLiteError) in
      let found = try Self.account(row, from: 1)
      return (found.row.id, Membership(account: found.account, role: try row.word(0)))
    }
  }

  /// Makes an account a member, or gives it another role; answers whether there is such a place.
  public func setRole(
    _ role: Role, of row: StoredAccount.Row, in place: Membered
  ) throws(EngineError) -> Bool {
    try run(
      """
      INSERT INTO \(place.table) (\(place.column), account, role)
      SELECT id, $2, $3 FROM \(place.column) WHERE id = \(place.rowSQL)
      ON CONFLICT DO UPDATE SET role = excluded.role
      """, [place.value, .integer(row.id), .text(role.rawValue)])
    return database.changes > 0
  }

  /// Lets an account be a member no longer; answers whether it was one.
  public func removeMember(
    _ row: StoredAccount.Row, of place: Membered
  ) throws(EngineError) -> Bool {
    try run(
      "DELETE FROM \(place.table) WHERE \(place.column) = \(place.rowSQL) AND account = $2",
      [place.value, .integer(row.id)])
    return database.changes > 0
  }

  /// Lets an account be a member of no project of an organization.
  public func removeProjectMemberships(
    of row: StoredAccount.Row, in organization: Organization.ID
  ) throws(EngineError) {
    try run(
      """
      DELETE FROM project_member WHERE account = $2 AND project IN (SELECT id FROM project
        WHERE organization = (SELECT id FROM organization WHERE uuid = $1))
      """, [.id(organization), .integer(row.id)])
  }

  /// Whether an account is a member of any project of an organization.
  public func isProjectMember(
    _ account: Account.ID, in organization: Organization.ID
  ) throws(EngineError) -> Bool {
    try first(
      """
      SELECT 1 FROM account a CROSS JOIN project_member m ON m.account = a.id
      CROSS JOIN project p ON p.id = m.project
      WHERE a.uuid = $1 AND p.organization = (SELECT id FROM organization WHERE uuid = $2)
        AND p.deleted_at IS NULL LIMIT 1
      """, [.id(account), .id(organization)]
    ) { _ in true } ?? false
  }

  /// Whether anyone but an account owns an organization.
  public func hasOwner(
    besides row: StoredAccount.Row, in place: Membered
  ) throws(EngineError) -> Bool {
    try first(
      """
      SELECT 1 FROM \(place.table) WHERE \(place.column) = \(place.rowSQL) AND account <> $2
        AND role = 'owner' LIMIT 1
      """, [place.value, .integer(row.id)]
    ) { _ in true } ?? false
  }
}
