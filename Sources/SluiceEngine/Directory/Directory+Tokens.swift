public import SluiceCore
internal import SluiceStore

extension Directory {
  /// Adds a token; of its secret only the digest is kept.
  public func add(
    _ draft: AccessTokenDraft, digest: [UInt8]
  ) throws(EngineError) -> AccessToken {
    try writingOnce { (store) throws(EngineError) in
      let row = try store.existing(draft.account).row
      let token = AccessToken(
        id: makeID(), kind: draft.kind, account: draft.account, name: draft.name,
        scope: draft.scope, projects: draft.projects, agent: draft.agent, login: draft.login,
        createdAt: now(), expiresAt: draft.expiresAt)
      try store.insert(token, of: row, digest: digest)
      return token
    }
  }

  /// The token whose secret has a digest, with whose it is; one read by index.
  ///
  /// It may have expired, and the account may be inactive.
  public func token(
    digest: [UInt8]
  ) throws(EngineError) -> (token: AccessToken, account: Account)? {
    try reading { (store) throws(EngineError) in try store.token(digest: digest) }
  }

  /// The tokens of an account of some kinds, newest first.
  public func tokens(
    of account: Account.ID, kinds: [AccessToken.Kind]
  ) throws(EngineError) -> [AccessToken] {
    try reading { (store) throws(EngineError) in try store.tokens(of: account, kinds: kinds) }
  }

  /// Makes a token of an account worthless at once.
  ///
  /// - Throws: `notFound` if the account has no such token.
  public func revoke(_ id: AccessToken.ID, of account: Account.ID) throws(EngineError) {
    try writingOnce { (store) throws(EngineError) in
      guard try store.deleteToken(id, of: account) else { throw .notFound("token", "\(id)") }
    }
  }

  /// Makes the tokens of one login of an account worthless at once.
  public func revoke(
    login: AccessToken.ID, of account: Account.ID
  ) throws(EngineError) {
    try writingOnce { (store) throws(EngineError) in
      try store.deleteTokens(ofLogin: login, of: account)
    }
  }

  /// Makes all that an account has logged in with worthless at once; its keys stay.
  public func revokeSessions(of account: Account.ID) throws(EngineError) {
    try writing { (store) throws(EngineError) in
      try store.deleteTokens(of: account, kinds: [.session, .refresh])
    }
  }

  /// Notes that a token was used; writes at most once a minute.
  public func touch(_ token: AccessToken, at time: Timestamp) throws(EngineError) {
    if let last = token.lastUsedAt, time < last.advanced(bySeconds: 60) { return }
    try writingOnce { (store) throws(EngineError) in try store.touchToken(token.id, at: time) }
  }
}
