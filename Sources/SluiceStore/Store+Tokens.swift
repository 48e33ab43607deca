internal import FoundationEssentials
internal import SQLite
public import SluiceCore

extension Store {
  /// Adds a token; of its secret only the digest is kept.
  public func insert(
    _ token: AccessToken, of row: StoredAccount.Row, digest: [UInt8]
  ) throws(EngineError) {
    try run(
      """
      INSERT INTO token (uuid, digest, account, kind, name, scope, projects, agent, login,
        created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """,
      [
        .id(token.id), .blob(digest), .integer(row.id), .text(token.kind.rawValue),
        .text(token.name), .text(token.scope.rawValue), .ids(token.projects),
        .optional(token.agent), token.login.map { .id($0) } ?? .null, .time(token.createdAt),
        token.expiresAt.map(Value.time) ?? .null,
      ])
  }

  /// The token whose secret has a digest, with whose it is; expired ones and inactive accounts included.
  public func token(
    digest: [UInt8]
  ) throws(EngineError) -> (token: AccessToken, account: Account)? {
    try first(Self.selectTokenByDigest, [.blob(digest)]) { (row) throws(SQLiteError) in
      let account = try Self.account(row, from: Self.tokenColumnCount).account
      return (try Self.token(row, of: account.id), account)
    }
  }

  /// The tokens of an account of some kinds, newest first.
  public func tokens(
    of account: Account.ID, kinds: [AccessToken.Kind]
  ) throws(EngineError) -> [AccessToken] {
    var found: [AccessToken] = []
    for kind in kinds {
      found += try query(
        """
        SELECT \(Self.tokenColumns) FROM token t
        WHERE t.account = (SELECT id FROM account WHERE uuid = $1) AND t.kind = $2
        """, [.id(account), .text(kind.rawValue)]
      ) { (row) throws(SQLiteError) in try Self.token(row, of: account) }
    }
    return found.sorted {
      ($0.createdAt, $0.id.description) > ($1.createdAt, $1.id.description)
    }
  }

  /// Makes a token of an account worthless; answers whether there was one.
  public func deleteToken(
    _ id: AccessToken.ID, of account: Account.ID
  ) throws(EngineError) -> Bool {
    try run(
      "DELETE FROM token WHERE uuid = $1 AND account = (SELECT id FROM account WHERE uuid = $2)",
      [.id(id), .id(account)])
    return database.changes > 0
  }

  /// Makes the tokens of one login of an account worthless.
  public func deleteTokens(
    ofLogin login: AccessToken.ID, of account: Account.ID
  ) throws(EngineError) {
    try run(
      "DELETE FROM token WHERE login = $1 AND account = (SELECT id FROM account WHERE uuid = $2)",
      [.id(login), .id(account)])
  }

  /// Makes the tokens of an account of some kinds worthless.
  public func deleteTokens(
    of account: Account.ID, kinds: [AccessToken.Kind]
  ) throws(EngineError) {
    for kind in kinds {
      try run(
        "DELETE FROM token WHERE account = (SELECT id FROM account WHERE uuid = $1) AND kind = $2",
        [.id(account), .text(kind.rawValue)])
    }
  }

  /// Notes that a token was used.
  public func touchToken(_ id: AccessToken.ID, at time: Timestamp) throws(EngineError) {
    try run("UPDATE token SET last_used_at = $2 WHERE uuid = $1", [.id(id), .time(time)])
  }

  /// Removes tokens that expired before a moment, at most so many; answers how many.
  public func deleteTokens(
    expiredBefore time: Timestamp, limit: Int
  ) throws(EngineError) -> Int {
    try run(
      "DELETE FROM token WHERE id IN (SELECT id FROM token WHERE expires_at < $1 LIMIT $2)",
      [.time(time), .int(limit)])
    return database.changes
  }

  /// Put together once, for every request asks it.
  private static let selectTokenByDigest = """
    SELECT \(tokenColumns), \(accountColumns) FROM token t
    CROSS JOIN account a ON a.id = t.account WHERE t.digest = $1
    """

  private static let tokenColumns = """
    t.uuid, t.kind, t.name, t.scope, t.projects, t.agent, t.login, t.created_at, t.expires_at,
    t.last_used_at
    """

  private static let tokenColumnCount = 10

  private static func token(
    _ row: Row, of account: Account.ID
  ) throws(SQLiteError) -> AccessToken {
    AccessToken(
      id: try row.id(0), kind: try row.word(1), account: account, name: row.text(2),
      scope: try row.word(3), projects: row.ids(4), agent: row.optionalText(5),
      login: row.isNull(6) ? nil : try row.id(6), createdAt: row.time(7),
      expiresAt: row.optionalTime(8), lastUsedAt: row.optionalTime(9))
  }
}

extension Value {
  /// Public ids one behind the other, or NULL.
  fileprivate static func ids<Subject>(_ ids: [Identifier<Subject>]?) -> Value {
    guard let ids else { return .null }
    return .blob(ids.flatMap { id in withUnsafeBytes(of: id.uuid.uuid) { [UInt8]($0) } })
  }
}

extension Row {
  fileprivate func ids<Subject>(_ column: Int) -> [Identifier<Subject>]? {
    guard !isNull(column) else { return nil }
    return withBytes(column) { bytes in
      (0..<bytes.count / 16).map { index in
        Identifier(
          UUID(uuid: bytes.loadUnaligned(fromByteOffset: index * 16, as: uuid_t.self)))
      }
    }
  }

  func optionalTime(_ column: Int) -> Timestamp? {
    isNull(column) ? nil : time(column)
  }
}
