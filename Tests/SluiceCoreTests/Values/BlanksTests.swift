import Testing

@testable import SluiceCore

@Suite struct BlanksTests {
  @Test(arguments: [
    ("", ""), ("  ", ""), ("\n\t a b \u{A0}\r\n", "a b"), ("x", "x"), ("\u{200B}", "\u{200B}"),
  ])
  func `white space goes from the ends only`(text: String, trimmed: String) {
    #expect(text.trimmingBlanks == trimmed)
  }
}
