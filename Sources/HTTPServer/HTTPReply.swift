/// The way back to whoever sent a request.
///
/// One that is let go without an answer answers with 500, so that nobody waits in vain.
public final class HTTPReply: Sendable {
  private let answer: Answer

  init(_ answer: Answer) {
    self.answer = answer
  }

  deinit {
    answer.giveForgotten()
  }

  /// Answers; the first answer counts, and what comes when the client is gone is dropped.
  public func send(_ response: HTTPResponse) {
    answer.give(response)
  }
}
