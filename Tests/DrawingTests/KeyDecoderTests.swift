import Testing

@testable import Drawing

@Suite struct KeyDecoderTests {
  /// The events of one batch of bytes.
  private func events(_ text: String) -> [InputEvent] {
    var decoder = KeyDecoder()
    for byte in text.utf8 { decoder.feed(byte) }
    decoder.endBatch()
    return decoder.takeEvents()
  }

  @Test(
    arguments: [
      ("g", [Key.character("g")]), ("é", [.character("é")]),
      ("文😀", [.character("文"), .character("😀")]),
      ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{7F}", [.backspace]),
      ("\u{4}", [.control("d")]), ("\u{1A}", [.control("z")]), ("\u{0}", [.control("@")]),
      ("\u{1D}", [.control("]")]),
      ("\u{1B}", [.escape]), ("\u{1B}x", [.alt("x")]), ("\u{1B}\u{1B}", [.escape, .escape]),
      ("\u{1B}[", [.alt("[")]), ("\u{1B}O", [.alt("O")]), ("\u{1B}]", [.alt("]")]),
      ("\u{1B}[A", [.up]), ("\u{1B}OA", [.up]), ("\u{1B}[1;2A", [.shiftUp]),
      ("\u{1B}[1;5C", [.right]),
      ("\u{1B}[H", [.home]), ("\u{1B}[4~", [.end]), ("\u{1B}[5~", [.pageUp]),
      ("\u{1B}[3~", [.delete]),
      ("\u{1B}[Z", [.backTab]), ("\u{1B}OP", [.function(1)]), ("\u{1B}[24~", [.function(12)]),
      ("\u{1B}[[A", [.function(1)]),
    ] as [(String, [Key])])
  func `Bytes make keys`(bytes: String, keys: [Key]) {
    #expect(events(bytes) == keys.map(InputEvent.key))
  }

  @Test(
    arguments: [
      // A cursor report, a colour reply, a mouse report, a device attribute string, an unknown key.
      "\u{1B}[12;40R", "\u{1B}]11;rgb:0/0/0\u{7}", "\u{1B}]11;rgb:0/0/0\u{1B}\\", "\u{1B}[<0;10;5M",
      "\u{1B}P>|xterm(1)\u{1B}\\", "\u{1B}[?62;c", "\u{1B}[99;99x", "\u{1B}[?2026;2$y",
    ] as [String])
  func `What nobody asked for is swallowed whole, wherever it is cut`(report: String) {
    let bytes = Array(report.utf8)
    for cut in 2...bytes.count {
      var decoder = KeyDecoder()
      for byte in bytes[..<cut] { decoder.feed(byte) }
      // A cut right after `ESC [` looks like Alt and the bracket, so a batch ends later only.
      if cut > 3 { decoder.endBatch() }
      for byte in bytes[cut...] { decoder.feed(byte) }
      for byte in "q".utf8 { decoder.feed(byte) }

      #expect(decoder.takeEvents() == [.key(.character("q"))], "cut at \(cut)")
    }
  }

  @Test func `A paste is one event, whatever is in it`() {
    #expect(
      events("a\u{1B}[200~q\u{1B}[A\u{3}one\rtwo\r\nthree\nfour\u{1B}[201~b")
        == [
          .key(.character("a")), .paste("q\u{1B}[A\u{3}one\ntwo\nthree\nfour"),
          .key(.character("b")),
        ])
  }

  @Test func `A reader of a paste never has to take what follows it`() {
    var decoder = KeyDecoder()
    decoder.beginPaste()
    var rest = Array("some text \u{1B}[20 and\u{1B}\u{1B}[201~jj".utf8)[...]
    while decoder.isPasting {
      let count = decoder.bytesToEndOfPaste
      for byte in rest.prefix(count) { decoder.feed(byte) }
      rest = rest.dropFirst(count)
    }

    #expect(decoder.takeEvents() == [.paste("some text \u{1B}[20 and\u{1B}")])
    #expect(Array(rest) == Array("jj".utf8))
  }

  @Test func `A paste without an end can be given up on`() {
    var decoder = KeyDecoder()
    for byte in "\u{1B}[200~lost".utf8 { decoder.feed(byte) }
    decoder.endBatch()
    #expect(decoder.isPasting)

    decoder.abandon()
    for byte in "j".utf8 { decoder.feed(byte) }
    #expect(decoder.takeEvents() == [.paste("lost"), .key(.character("j"))])
  }

  @Test func `An oversized paste is cut, its end still found`() {
    var decoder = KeyDecoder()
    decoder.beginPaste()
    for _ in 0..<(KeyDecoder.longestPaste + 1000) { decoder.feed(UInt8(ascii: "x")) }
    for byte in "\u{1B}[201~j".utf8 { decoder.feed(byte) }
    let events = decoder.takeEvents()

    #expect(events.last == .key(.character("j")))
    guard case .paste(let text) = events.first else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count >= KeyDecoder.longestPaste)
    #expect(text.utf8.count < KeyDecoder.longestPaste + 100)
  }

  @Test func `Invalid UTF-8 shows as a replacement and loses no key`() {
    var decoder = KeyDecoder()
    for byte: UInt8 in [0xC3, 0x6A, 0xFF, 0x6B, 0xE2, 0x82] { decoder.feed(byte) }
    decoder.endBatch()
    for byte: UInt8 in [0xAC] { decoder.feed(byte) }

    #expect(
      decoder.takeEvents()
        == ["\u{FFFD}", "j", "\u{FFFD}", "k", "€"].map { .key(.character($0)) })
  }

  @Test func `No bytes at all are mistaken for a paste or get stuck`() {
    var generator = SeededGenerator(seed: 3)
    let alphabet = Array("\u{1B}[O];?0129~AmPZ\u{7}\\é\r".utf8)
    for _ in 0..<3000 {
      var decoder = KeyDecoder()
      for _ in 0..<Int.random(in: 1...30, using: &generator) {
        decoder.feed(alphabet.randomElement(using: &generator) ?? 0)
        if Int.random(in: 0..<6, using: &generator) == 0 { decoder.endBatch() }
      }
      decoder.endBatch()
      decoder.abandon()
      _ = decoder.takeEvents()
      decoder.feed(UInt8(ascii: "j"))
      #expect(decoder.takeEvents() == [.key(.character("j"))])
    }
  }
}
