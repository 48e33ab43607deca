import Testing

@testable import SluiceCLI

@Suite("A table") struct TextTableTests {
  @Test func alignsByTheColumnsOfTheTerminal() {
    var table = TextTable([
      .init(heading: "NAME"), .init(heading: "N", isNumber: true),
      .init(heading: "TEXT", isFlexible: true),
    ])
    table.add(["李娜", "7", "wide"])
    table.add(["e\u{301}va", "12", "👩‍💻 joined"])
    #expect(
      table.lines(width: nil) == [
        "NAME   N  TEXT",
        "李娜   7  wide",
        "e\u{301}va   12  👩‍💻 joined",
      ])
  }

  @Test func cutsTheFlexibleColumnToTheWidth() {
    var table = TextTable([.init(heading: "K"), .init(heading: "TITLE", isFlexible: true)])
    table.add(["A", "文字化け in the export"])
    #expect(table.lines(width: 16) == ["K  TITLE", "A  文字化け in…"])
    #expect(table.lines(width: 5) == ["K  TITLE", "A  文字化け in…"])
  }
}
