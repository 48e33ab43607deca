import SluiceCore
import Testing

@testable import SluiceServer

@Suite struct JSONBytesTests {
  private func text(_ write: (inout JSONBytes) -> Void) -> String {
    var json = JSONBytes()
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test(arguments: [("OPS-42", "\"OPS-42\""), ("ops-1073741823.7", "\"OPS-1073741823.7\"")])
  func `The key of a ticket is a text`(key: String, json: String) throws {
    let key = try #require(TicketKey(key))
    #expect(text { $0.write(key) } == json)
  }

  @Test(arguments: [
    ("", "\"\""), ("a \"b\"\n", #""a \"b\"\n""#), ("é\u{202e}x", #""é\u202ex""#),
  ])
  func `A text is escaped where it must be`(plain: String, json: String) {
    #expect(text { $0.write(plain) } == json)
  }

  @Test(arguments: [1_021, 1_022, 1_023, 1_024, 5_000])
  func `A text longer than the room at the beginning is whole`(length: Int) {
    let long = String(repeating: "x", count: length)
    #expect(text { $0.write(.array([.string(long), .number(7)])) } == "[\"\(long)\",7]")
  }
}
