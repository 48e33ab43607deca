internal import WebCall

/// How long a request waits that a busy server has turned away, before it is sent again.
///
/// Only a server that says when to come back is waited for, and not longer than a person would.
struct Patience: Hashable, Sendable {
  private var left: Int32 = 5_000
  private var tries = 3

  /// Milliseconds until the request may be sent again; `nil` if the answer is to be taken as it is.
  ///
  /// Source: RFC 9110, section 10.2.3. A date in place of seconds is none of ours.
  mutating func wait(after reply: WebReply) -> Int32? {
    guard reply.status == 503 || reply.status == 429, tries > 0,
      let text = reply.header("retry-after"), let seconds = Int32(text), seconds >= 0,
      seconds <= left / 1_000
    else { return nil }
    let wait = max(seconds * 1_000, Self.shortest)
    left -= wait
    tries -= 1
    return wait
  }

  private static let shortest: Int32 = 100
}
