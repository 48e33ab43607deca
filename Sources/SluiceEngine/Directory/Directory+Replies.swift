public import SluiceCore
internal import SluiceStore

extension Directory {
  /// How long a reply is kept, in seconds.
  public static let replyLifetime: Int64 = 86_400

  /// What an account was answered within the last 24 hours to a request with a key.
  public func keptReply(
    _ key: String, of account: Account.ID
  ) throws(EngineError) -> KeptReply? {
    let oldest = now().advanced(bySeconds: -Self.replyLifetime)
    let found = try reading { (store) throws(EngineError) in
      try store.keptReply(key, of: account)
    }
    return found.flatMap { $0.at >= oldest ? $0 : nil }
  }

  /// Keeps what an account is answered to a request with a key; to be called in the request's transaction.
  public func keep(
    _ reply: KeptReply, for key: String, of account: Account.ID
  ) throws(EngineError) {
    try writingOnce { (store) throws(EngineError) in
      try store.keep(reply, for: key, of: account)
    }
  }

  /// Removes replies older than 24 hours and tokens that expired a month ago, at most `limit` of each; answers
  /// how many there were.
  public func purge(limit: Int = 1_000) throws(EngineError) -> Int {
    let now = now()
    return try writing { (store) throws(EngineError) in
      let replies = try store.forgetReplies(
        before: now.advanced(bySeconds: -Self.replyLifetime), limit: limit)
      let tokens = try store.deleteTokens(
        expiredBefore: now.advanced(bySeconds: -30 * 86_400), limit: limit)
      return replies + tokens
    }
  }
}
