internal import HTTPServer
internal import Passwords
internal import SluiceCore
internal import SluiceEngine

/// A write that may have been sent before, because its answer was lost.
///
/// The key and the answer are kept in the transaction of the write itself, so that the one is never there
/// without the other.
struct Retry {
  private let key: String
  private let account: Account.ID
  private let fingerprint: [UInt8]
  private let isSecret: Bool
  private let admission: Admission

  /// A write with a key; `nil` without one, and for those who are not signed in.
  init?(_ attempt: Attempt, _ caller: Caller, _ admission: Admission) throws(APIError) {
    let request = attempt.exchange.request
    guard let key = request.headers["Idempotency-Key"], let account = caller.account?.id else {
      return nil
    }
    guard (1...200).contains(key.utf8.count), key.utf8.allSatisfy({ 0x20 < $0 && $0 < 0x7f }) else {
      throw .malformed("An Idempotency-Key has 1 to 200 visible ASCII characters, and no blanks.")
    }
    self.key = key
    self.account = account
    self.admission = admission
    isSecret = attempt.endpoint.isSecret
    let query = request.query.map { "\($0.name)=\($0.value)" }.joined(separator: "\u{0}")
    let body = String(decoding: request.body, as: UTF8.self)
    fingerprint = Secrets.digest(
      of: [request.method, request.path, query, body].joined(separator: "\u{0}\u{0}"))
  }

  /// What was answered before.
  func kept() throws(APIError) -> Answer? {
    let found = try translating { () throws(EngineError) in
      try admission.book.directory.keptReply(key, of: account)
    }
    guard let reply = found else { return nil }
    guard reply.fingerprint == fingerprint else {
      throw APIError(
        422, "IDEMPOTENCY_KEY_REUSED",
        "The Idempotency-Key “\(key)” came before with another request.",
        nextStep: "Give each request a key of its own; only a repetition has the same.")
    }
    var answer = Answer(status: reply.status, body: .none)
    if !reply.body.isEmpty { answer.body = .bytes(reply.body, type: "application/json") }
    answer.headers.add("Idempotency-Replayed", "true")
    return answer
  }

  /// Keeps an answer for a repetition; of one that holds a secret only that it was given.
  func keep(_ answer: Answer) throws(APIError) {
    let kept =
      isSecret
      ? APIError(
        409, "SHOWN_ONCE", "The first request has been done; its secret is shown once.",
        nextStep: "Delete what it made and make another."
      ).answer : answer
    var body: [UInt8] = []
    if case .json(let value) = kept.body { body = JSONBytes.write(value) }
    if case .bytes(let bytes, _) = kept.body { body = bytes }
    let reply = KeptReply(
      fingerprint: fingerprint, status: kept.status, body: body, at: admission.now)
    try translating { () throws(EngineError) in
      try admission.book.directory.keep(reply, for: key, of: account)
    }
  }
}
