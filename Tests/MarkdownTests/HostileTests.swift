import Testing

@testable import Markdown

/// Whatever a text holds, reading it takes work by its length alone, and no word of it is lost.
@Suite struct HostileTests {
  /// Shapes that made other parsers slow, each of so many repetitions.
  static let shapes: [(String, @Sendable (Int) -> String)] = [
    ("open brackets", { "[" * $0 }), ("images", { "![l" * $0 }),
    ("closed", { "[" * $0 + "]" * $0 }),
    ("links", { "[a](b" * $0 }), ("marked links", { "[a](<b" * $0 }),
    ("titles", { "[a](b \"" * $0 }),
    ("parentheses", { "[a](" + "(" * $0 }), ("labels", { "[a]: b\n\n" + "[a][" * $0 }),
    ("label in label", { "[a]: b\n\n" + "[a" * $0 + "]" * $0 }),
    ("stars", { "*a **b" * $0 }), ("stars and underscores", { "*a_ " * $0 }),
    ("closing", { "a**" * $0 + "b" + "_a" * $0 }), ("tildes", { "~~a ~b " * $0 }),
    ("nested", { "*" * $0 + "a" + "*" * $0 }),
    ("backticks", { n in (1...min(n, 300)).map { "e" + "`" * $0 }.joined() * (n / 300 + 1) }),
    ("ampersands", { "&" * $0 }), ("entities", { "&#x" * $0 }), ("tags", { "<a " * $0 }),
    ("comments", { "<!-- " * $0 }), ("comment lines", { "<!--\n" * $0 }), ("less", { "<" * $0 }),
    ("addresses", { "http://" * $0 }), ("at", { "a@" * $0 }), ("www", { "www." * $0 }),
    ("address parentheses", { "http://a" + ")" * $0 }), ("escapes", { "\\" * $0 }),
    ("quotes", { ">" * $0 + "x" }), ("lists", { "- " * $0 + "x" }), ("both", { "> - " * $0 }),
    ("steps", { n in (0..<min(n, 200)).map { "  " * $0 + "- a\n" }.joined() * (n / 200 + 1) }),
    ("numbers", { "1. " * $0 }), ("lazy", { "> " * 50 + "a\n" + "b\n" * $0 }),
    ("list of blanks", { "- a\n" + "\n" * $0 + "  b" }),
    ("rules", { "- " * $0 + "\n" + "* " * $0 }),
    ("wide table", { "|a" * $0 + "|\n" + "|-" * $0 + "|\n" + "a\n" * $0 }),
    ("long table", { "|a|b|\n|-|-|\n" + "|x\n" * $0 }), ("pipes", { "a|b\n-|-\n" + "|" * $0 }),
    ("heads", { "a|b\n" * $0 }), ("rules of tables", { "a|b\n-|-|-\n" * $0 }),
    ("fences", { "```\n~~~\n" * $0 }),
    ("fence sizes", { n in (3...min(n + 3, 300)).map { "`" * $0 + "\n" }.joined() }),
    ("headings", { "#" * $0 + "\n" + "# " * $0 }), ("underlines", { "a\n=\n" * $0 }),
    ("definitions", { "[a]: b\n" * $0 }), ("tabs", { "\t" * $0 + "a" }), ("blanks", { " " * $0 }),
    ("marks of bytes", { "\u{202E}*\u{301}" * $0 }), ("nothing", { "\0" * $0 }),
  ]

  @Test(arguments: shapes.indices)
  func theWorkGrowsAsTheText(index: Int) {
    let (name, make) = Self.shapes[index]
    for count in [500, 2_000, 8_000] {
      let text = make(count)
      var steps = 0
      _ = Document(text, counting: &steps)
      #expect(steps <= 100 * (text.utf8.count + 10), "\(name): \(steps) for \(text.utf8.count)")
    }
  }

  @Test(arguments: 0..<40)
  func noWordIsLost(seed: Int) {
    var random = Random(seed: UInt64(seed))
    for _ in 0..<100 {
      let (text, words) = random.text()
      var steps = 0
      let document = Document(text, counting: &steps)
      let said = document.words
      #expect(words.filter { !said.contains($0) } == [], "\(text.debugDescription)")
      #expect(steps <= 200 * (text.utf8.count + 10), "\(text.debugDescription)")
    }
  }

  @Test(arguments: 0..<20)
  func bytesOfAnyKindAreRead(seed: Int) {
    var random = Random(seed: UInt64(seed))
    for _ in 0..<100 {
      let bytes = (0..<random.number(below: 200)).map { _ in random.byte() }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(Document(text) == Document(text))
    }
  }
}

private func * (text: String, count: Int) -> String { String(repeating: text, count: count) }

/// The same numbers for the same seed.
private struct Random {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
  }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  mutating func number(below limit: Int) -> Int { Int(next() % UInt64(limit)) }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[number(below: elements.count)]
  }

  /// Mostly what means something.
  mutating func byte() -> UInt8 {
    number(below: 4) == 0
      ? UInt8(number(below: 256)) : pick(Array("*_~`[]()<>!&\\#-+1.|:\n\t ahw".utf8))
  }

  /// A text of marks and words, and the words.
  mutating func text() -> (String, [String]) {
    let marks = [
      "*", "**", "_", "~~", "`", "```", "~~~", "[", "]", "](", ")", "![", "<", ">", "> ", "- ",
      "1. ",
      "# ", "|", "|-|-|", "\n", "\n", "\n\n", "    ", "  ", " ", "&", "&lt;", "\\", "\"", "'", ": ",
      "]: ", "http://", "<!--", "-->", "<div>", "---", "===", "\t", "[x] ", "^", "\r\n", "é",
    ]
    var text = ""
    var words: [String] = []
    for index in 0..<(1 + number(below: 60)) {
      if number(below: 3) == 0 {
        let word = "w\(index)x"
        words.append(word)
        text += word
      } else {
        text += pick(marks)
      }
    }
    return (text, words)
  }
}
