import Testing

@testable import Drawing

@Suite struct DisplayWidthTests {
  @Test(
    arguments: [
      ("a", 1), ("~", 1), ("é", 1), ("e\u{301}", 1), ("ß", 1), ("Ж", 1), ("א", 1), ("ع", 1),
      ("─", 1), ("▌", 1), ("●", 1), ("…", 1), ("→", 1), ("✓", 1), ("⠿", 1), ("€", 1), ("№", 1),
      ("文", 2), ("字", 2), ("あ", 2), ("カ", 2), ("ｶ", 1), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
      ("Ａ", 2), ("　", 2), ("、", 2), ("𠮷", 2), ("ก", 1), ("กำ", 2), ("न", 1), ("नि", 2), ("क्ष", 2),
      ("😀", 2), ("⚡", 2), ("✅", 2), ("❤", 1), ("❤️", 2), ("☁️", 2), ("1️⃣", 2), ("👍🏽", 2),
      ("👨‍👩‍👧", 2), ("👩🏽‍❤️‍💋‍👨🏽", 2), ("🏳️‍🌈", 2), ("🇫🇷", 2), ("\u{1FAE8}", 2), ("☰", 2),
    ] as [(String, Int)])
  func `A character takes its columns`(character: String, columns: Int) {
    #expect(DisplayWidth.columns(of: character) == columns)
  }

  @Test(
    arguments: [
      ("", 0), ("Fix login", 9), ("文字化け", 8), ("é, ü, ø", 7), ("a\u{300}b", 2),
      ("\u{301}", 1), ("\u{1B}[31m", 5), ("a\u{200B}b", 10), ("क्षत्रिय", 6), ("tab\there", 8),
    ] as [(String, Int)])
  func `Text takes the columns it is shown in`(text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }

  @Test(
    arguments: ["a", "é", "文", "한", "─", "😀", "⚡", "ก", "न", "↵", "e\u{301}", "น้"] as [Character])
  func `Terminals agree on plain scalars`(character: Character) {
    #expect(!DisplayWidth.isDisputed(character))
  }

  @Test(
    arguments: ["e\u{20DD}", "👍🏽", "👨‍👩‍👧", "🇫🇷", "❤️", "नि", "\u{1FAE8}", "☰", "\u{E000}"] as [Character])
  func `Terminals disagree on clusters and on what is new`(character: Character) {
    #expect(DisplayWidth.isDisputed(character))
  }

  @Test func `The table of wide ranges is in order`() {
    #expect(
      zip(DisplayWidth.wideRanges, DisplayWidth.wideRanges.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(DisplayWidth.wideRanges.count.isMultiple(of: 2))
  }
}
