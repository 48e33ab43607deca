import Testing

@testable import WebCall

@Suite struct EventParserTests {
  /// The events of a text, given in parts of so many bytes.
  private func events(
    of text: String, partsOf size: Int = 1_000
  ) throws(WebFault) -> [ServerEvent] {
    var parser = EventParser(limit: 100)
    var rest = Array(text.utf8)[...]
    var events: [ServerEvent] = []
    while !rest.isEmpty {
      events += try parser.read(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    return events
  }

  @Test(arguments: 1...12)
  func `it does not matter how the bytes are cut`(size: Int) throws {
    let text =
      "id: 1\nevent: moved\ndata: grüße\n\n: beat\n\nid: 2\r\ndata: a\r\ndata: b\r\n\r\ndata:x\r\rdata\n\n"
    #expect(
      try events(of: text, partsOf: size) == [
        ServerEvent(id: "1", name: "moved", data: "grüße"), ServerEvent(id: "2", data: "a\nb"),
        ServerEvent(id: "2", data: "x"), ServerEvent(id: "2", data: ""),
      ])
  }

  @Test func `comments and unknown fields say nothing`() throws {
    #expect(try events(of: ":\n\n: data: x\n\nretry: 10\nother: y\n\n") == [])
    #expect(try events(of: "other: y\ndata: z\n\n") == [ServerEvent(data: "z")])
  }

  @Test func `an event without data is none, but its id counts`() throws {
    #expect(
      try events(of: "id: 7\nevent: gone\n\ndata: a\n\n") == [ServerEvent(id: "7", data: "a")])
    #expect(try events(of: "id: 7\n\nid\ndata: a\n\n") == [ServerEvent(id: "", data: "a")])
    #expect(
      try events(of: "id: 7\n\nid: a\u{0}b\ndata: a\n\n") == [ServerEvent(id: "7", data: "a")])
  }

  @Test func `one blank after the colon belongs to it`() throws {
    #expect(
      try events(of: "data:  a: b \ndata:\ndata: \n\n") == [ServerEvent(data: " a: b \n\n")])
  }

  @Test func `what is not ended is not an event yet`() throws {
    #expect(try events(of: "data: a\n\ndata: b\n") == [ServerEvent(data: "a")])
  }

  @Test func `a mark of byte order may come first`() throws {
    #expect(try events(of: "\u{FEFF}data: a\n\n", partsOf: 1) == [ServerEvent(data: "a")])
  }

  @Test func `an event that does not end is given up`() throws {
    let fits = "data: \(String(repeating: "a", count: 94))\n\n"
    #expect(try events(of: fits + fits, partsOf: 7).count == 2)
    for text in [
      "data: \(String(repeating: "a", count: 95))", ":" + String(repeating: "b", count: 100),
      String(repeating: "data: abcdefghi\n", count: 12),
    ] {
      #expect(throws: WebFault.tooLong(limit: 100)) { try events(of: text, partsOf: 7) }
    }
  }
}
