import Drawing
import Testing

@Suite struct TextWrappingTests {
  @Test(
    arguments: [
      ("one two three", 7, ["one two", "three"]),
      ("one two three", 100, ["one two three"]),
      ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
      ("ab abcdefgh", 4, ["ab", "abcd", "efgh"]),
      ("文字化け in CSV", 6, ["文字化", "け in", "CSV"]),
      ("a\n\nb\r\nc\n", 9, ["a", "", "b", "c", ""]),
      ("  indented text", 10, ["  indented", "text"]),
      ("many   spaces", 13, ["many   spaces"]),
      ("👍🏽👍🏽👍🏽", 4, ["👍🏽👍🏽", "👍🏽"]),
      ("", 5, [""]), ("   ", 2, [" "]), ("x", 0, []), ("x", -3, []),
      ("\u{1B}[31m red", 5, ["␛[31m", "red"]),
    ] as [(String, Int, [String])])
  func `Text is broken by words`(text: String, columns: Int, lines: [String]) {
    #expect(TextWrapping.lines(of: text, columns: columns) == lines)
  }

  @Test(
    arguments: [
      ("one two three", 1, ["one tw…"]), ("one two three", 2, ["one two", "three"]),
      ("a\nb\nc", 2, ["a", "b…"]), ("a\nb", 0, []),
    ] as [(String, Int, [String])])
  func `More lines than wanted end with an ellipsis`(
    text: String, maxLines: Int, lines: [String]
  ) {
    #expect(TextWrapping.lines(of: text, columns: 7, maxLines: maxLines) == lines)
  }

  @Test func `No line is wider than asked and no letter is lost`() {
    for seed in 0..<500 {
      var random = RandomFrames(seed: UInt64(seed))
      let text = random.text()
      let columns = Int.random(in: 2...9, using: &random.generator)
      let lines = TextWrapping.lines(of: text, columns: columns)

      #expect(lines.allSatisfy { DisplayWidth.columns(of: $0) <= columns })
      let letters = VisibleText.paragraphs(text).utf8.filter { $0 != 0x20 }
      #expect(lines.joined().utf8.filter { $0 != 0x20 } == letters, "seed \(seed)")
    }
  }
}
