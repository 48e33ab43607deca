import SluiceCore
import Synchronization
import Testing

@testable import SluiceServer

@Suite struct LogTests {
  private func line(isJSON: Bool, _ fields: [LogField]) -> String {
    let lines = Lines()
    let log = Log(
      isJSON: isJSON, now: { Timestamp(milliseconds: 1_700_000_000_123) },
      write: { lines.add($0) })
    log.note("request", fields)
    return lines.text.withLock { $0 }
  }

  private final class Lines: Sendable {
    let text = Mutex("")

    func add(_ bytes: [UInt8]) {
      text.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
    }
  }

  @Test func `A line for people`() {
    #expect(
      line(isJSON: false, [LogField("method", "GET"), LogField("status", 200)])
        == "2023-11-14T22:13:20.123Z request method=GET status=200\n")
  }

  @Test func `A line for programs, in the same order`() {
    #expect(
      line(isJSON: true, [LogField("method", "GET"), LogField("ms", .number(0.3))])
        == #"{"time":"2023-11-14T22:13:20.123Z","event":"request","method":"GET","ms":0.3}"# + "\n")
  }

  @Test func `Hostile text neither acts nor passes for another line`() {
    let hostile = [LogField("reason", "a\nb \u{1b}[2J=\u{202e}x"), LogField("user", "")]
    #expect(
      line(isJSON: false, hostile)
        == "2023-11-14T22:13:20.123Z request "
        + #"reason="a\nb \u001b[2J=\u202ex" user="""# + "\n")
  }
}
