internal import SQLite
public import SluiceCore

extension Store {
  /// What an account was answered to a request with a key.
  public func keptReply(
    _ key: String, of account: Account.ID
  ) throws(EngineError) -> KeptReply? {
    try first(
      """
      SELECT fingerprint, status, body, at FROM kept_reply
      WHERE account = (SELECT id FROM account WHERE uuid = $1) AND key = $2
      """, [.id(account), .text(key)]
    ) {
      KeptReply(fingerprint: $0.blob(0), status: $0.int(1), body: $0.blob(2), at: $0.time(3))
    }
  }

  /// Keeps what an account was answered to a request with a key.
  public func keep(
    _ reply: KeptReply, for key: String, of account: Account.ID
  ) throws(EngineError) {
    try run(
      """
      INSERT OR REPLACE INTO kept_reply (account, key, fingerprint, status, body, at)
      SELECT id, $2, $3, $4, $5, $6 FROM account WHERE uuid = $1
      """,
      [
        .id(account), .text(key), .blob(reply.fingerprint), .int(reply.status), .blob(reply.body),
        .time(reply.at),
      ])
  }

  /// Forgets replies from before a moment, at most so many; answers how many.
  public func forgetReplies(before time: Timestamp, limit: Int) throws(EngineError) -> Int {
    try run(
      """
      DELETE FROM kept_reply WHERE rowid IN (SELECT rowid FROM kept_reply
        WHERE at < $1 ORDER BY at LIMIT $2)
      """, [.time(time), .int(limit)])
    return database.changes
  }
}
