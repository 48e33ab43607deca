/// What was answered to a request that carried a key, kept so that a repetition is answered the same.
public struct KeptReply: Hashable, Sendable {
  /// Tells whether another request has come with the same key.
  public let fingerprint: [UInt8]
  /// The HTTP status.
  public let status: Int
  /// The body.
  public let body: [UInt8]
  /// When it was answered.
  public let at: Timestamp

  /// A reply with its parts.
  public init(fingerprint: [UInt8], status: Int, body: [UInt8], at: Timestamp) {
    self.fingerprint = fingerprint
    self.status = status
    self.body = body
    self.at = at
  }
}
