import Testing

@testable import Drawing

@Suite struct VisibleTextTests {
  @Test(
    arguments: [
      "Fix login timeout", "", "naïve café", "文字化け in CSV", "Ω≈ç√ Жук שלום مرحبا", "👍🏽 👨‍👩‍👧 🇫🇷 ❤️ 1️⃣ 🏳️‍🌈",
      "e\u{301}", "नि क्ष हिन्दी", "ภาษาไทย กำ", "\u{9B3C}\u{E0100}", "می‌خواهم", "‹U+202E›", "한국어", "⌚︎",
    ] as [String])
  func `Harmless text stays as it is`(text: String) {
    #expect(VisibleText.line(text) == text)
    #expect(VisibleText.paragraphs(text) == text)
  }

  @Test(
    arguments: [
      // C0, DEL and C1: ESC, NUL, BEL, backspace, CSI.
      ("\u{1B}[31mred", "␛[31mred"), ("a\u{0}b", "a␀b"), ("\u{7}", "␇"), ("a\u{8}b", "a␈b"),
      ("\u{7F}", "␡"), ("\u{9B}31m", "‹U+009B›31m"), ("\u{85}", "‹U+0085›"),
      ("one\ntwo", "one␊two"), ("one\r\ntwo", "one␍␊two"), ("a\tb", "a␉b"),
      // Bidirectional controls.
      ("a\u{202E}b", "a‹U+202E›b"), ("\u{2066}x\u{2069}", "‹U+2066›x‹U+2069›"),
      ("\u{200E}\u{200F}\u{61C}", "‹U+200E›‹U+200F›‹U+061C›"),
      // Invisible ones.
      ("a\u{200B}b", "a‹U+200B›b"), ("so\u{AD}ft", "so‹U+00AD›ft"), ("\u{FEFF}x", "‹U+FEFF›x"),
      ("\u{2028}\u{2029}", "‹U+2028›‹U+2029›"),
      ("\u{34F}\u{115F}\u{3164}", "‹U+034F›‹U+115F›‹U+3164›"),
      ("x\u{E0041}", "x‹U+E0041›"), ("\u{2060}\u{180E}\u{17B4}", "‹U+2060›‹U+180E›‹U+17B4›"),
      ("\u{FFF9}\u{FFFC}", "‹U+FFF9›\u{FFFC}"),
      // Selectors and joiners that do nothing where they stand.
      ("a\u{FE0F}b", "a‹U+FE0F›b"), ("1\u{FE0F}2", "1‹U+FE0F›2"),
      ("❤\u{FE0F}\u{FE0F}", "❤️‹U+FE0F›"),
      ("a\u{200D}b", "a‹U+200D›b"), ("\u{200D}", "‹U+200D›"), ("a\u{200C}b", "a‹U+200C›b"),
      ("🇫🇷\u{200D}x", "🇫🇷‹U+200D›x"),
      // A combining mark without a base, and too many on one.
      ("\u{301}x", "◌\u{301}x"), ("ำ", "◌ำ"),
    ] as [(String, String)])
  func `What acts or hides is shown`(text: String, visible: String) {
    #expect(VisibleText.line(text) == visible)
  }

  @Test func `A tower of combining marks is cut and counted`() {
    let tower = "Z" + String(repeating: "\u{301}", count: 1000) + "algo"

    #expect(
      VisibleText.line(tower) == "Z" + String(repeating: "\u{301}", count: 6) + "‹+994›algo")
  }

  @Test func `An endless chain of joined pictures is broken`() {
    let chain = Array(repeating: "👩", count: 50).joined(separator: "\u{200D}")
    let visible = VisibleText.line(chain)

    #expect(visible.allSatisfy { $0.unicodeScalars.count <= 9 })
    #expect(visible.contains("‹U+200D›"))
  }

  @Test(
    arguments: [
      "👩‍👩‍👧‍👦", "🧑🏻‍❤️‍💋‍🧑🏼", "🏃🏻‍♀️‍➡️", "👨🏻‍🦯‍➡️", "🕵️‍♂️", "🏴‍☠️", "⛓️‍💥", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    ] as [String])
  func `The longest sequences in use are one picture of two columns`(picture: String) {
    #expect(VisibleText.line("a\(picture)b") == "a\(picture)b")
    #expect(DisplayWidth.columns(of: picture) == 2)
    var canvas = Canvas(size: Size(columns: 4, rows: 1))
    canvas.write("\(picture)x", at: Point(column: 0, row: 0), style: .plain)
    #expect(Frame(canvas: canvas).description == "\(picture)x")
  }

  @Test func `Tags that spell no flag in use are marked`() {
    let tags = "\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}"
    let marks = "‹U+E0067›‹U+E0062›‹U+E0065›‹U+E006E›‹U+E0067›‹U+E007F›"
    #expect(VisibleText.line("x" + tags) == "x" + marks)
    #expect(VisibleText.line("🏴󠁧󠁢󠁥󠁮󠁧󠁿" + tags) == "🏴󠁧󠁢󠁥󠁮󠁧󠁿" + marks)
    #expect(VisibleText.line("🏴\u{E0075}\u{E007F}") == "🏴‹U+E0075›‹U+E007F›")
  }

  @Test func `Paragraphs keep line breaks and lay out tabs`() {
    #expect(
      VisibleText.paragraphs("a\tb\r\n\tc\rd\n\n文\te\u{1B}") == "a   b\n    c␍d\n\n文  e␛")
  }

  @Test func `No string of any scalars lets a forbidden one through, and marks are a fixed point`()
  {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<4000 {
      let visible = VisibleText.line(HostileText.random(&generator))

      #expect(!visible.unicodeScalars.contains(where: HostileText.isForbidden))
      #expect(VisibleText.line(visible) == visible)
    }
  }

  @Test func `Every forbidden scalar alone gets a mark of its own`() {
    let marks = HostileText.forbidden.map { VisibleText.line(String(Character($0))) }

    #expect(Set(marks).count == HostileText.forbidden.count)
  }
}

/// Random text of everything that must not reach a terminal, mixed with what may.
enum HostileText {
  static let forbidden: [Unicode.Scalar] =
    [
      0x00...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x34F...0x34F, 0x61C...0x61C, 0x115F...0x1160,
      0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200B, 0x200E...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0x3164...0x3164, 0xFDD0...0xFDEF, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0,
      0xFFF0...0xFFFB, 0xFFFE...0xFFFF, 0x1D173...0x1D17A, 0xE0000...0xE007F,
      0x10FFFE...0x10FFFF,
    ].flatMap { (range: ClosedRange<UInt32>) in range.compactMap(Unicode.Scalar.init) }

  private static let set = Set(forbidden)

  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool { set.contains(scalar) }

  static func random(_ generator: inout SeededGenerator) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 1...20, using: &generator) {
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: text.append(forbidden.randomElement(using: &generator) ?? "\0")
      case 1: text.append(Unicode.Scalar(UInt8.random(in: 0x20...0x7E, using: &generator)))
      case 2:
        text.append(
          ["\u{200D}", "\u{200C}", "\u{FE0F}", "\u{E0101}"].randomElement(using: &generator) ?? " ")
      case 3:
        text.append(
          ["👩", "🏽", "🇫", "❤", "क", "्", "س", "鬼", "1"].randomElement(using: &generator) ?? " ")
      default:
        if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x1FFFF, using: &generator)) {
          text.append(scalar)
        }
      }
    }
    return String(text)
  }
}
