import Drawing
import Testing

@testable import SluiceTUI

@Suite struct ThemeParsingTests {
  private func parse(_ text: String) throws(ThemeError) -> Theme {
    try Theme.parse(text, named: "themes/mine.theme") { $0 == "dark" ? .standard : nil }
  }

  private func problems(_ text: String) -> String {
    do throws(ThemeError) {
      _ = try parse(text)
      return "none"
    } catch {
      return error.description
    }
  }

  @Test func `A line sets colours and attributes of a role`() throws {
    let theme = try parse(
      """
      # My theme
      $accent = #5fafff   # a blue
      plain = 252 on 234
      cardKey = $accent bold underline
      error = bright-red on default
      title = italic
      overlay.focused = on 17
      """)

    let palette = theme.palette
    #expect(theme.name == "mine")
    #expect(
      palette.appearance(of: Style(.cardKey))
        == Appearance(
          foreground: .rgb(0x5F, 0xAF, 0xFF), background: .indexed(234),
          attributes: [.bold, .underline]))
    #expect(palette.appearance(of: Style(.error)) == Appearance(foreground: .ansi(9)))
    #expect(
      palette.appearance(of: Style(.title))
        == Appearance(
          foreground: .indexed(252), background: .indexed(234), attributes: .italic))
    #expect(palette.appearance(of: Style(.title, .focused)).background == .indexed(17))
  }

  @Test func `An inherited theme shows where a line does not say otherwise`() throws {
    let theme = try parse("inherits = dark\nplain = 231 on 16\n")

    // Roles that named no background of their own follow the new plain one.
    #expect(theme.palette.appearance(of: Style(.cardKey)).background == .indexed(16))
    #expect(
      theme.palette.appearance(of: Style(.cardKey)).foreground
        == Theme.standard.palette.appearance(of: Style(.cardKey)).foreground)
  }

  @Test func `An unknown key is refused with its line and the nearest known one`() {
    #expect(
      problems("plain = 252\n\ncardTitel = 3\n")
        == "themes/mine.theme, line 3: unknown key “cardTitel”; the nearest known one is “cardTitle”"
    )
  }

  @Test func `Every fault is listed with its line`() {
    let text = """
      plain = 300
      title bold
      header = 12 on
      count = 1 blink
      count = 2
      inherits = dark
      overlay.focussed = bold
      label = $nowhere
      """
    let colour =
      "expected a number from 0 to 255, #rrggbb, “default”, a name such as “blue” or a $name set above"
    #expect(
      problems(text) == """
        themes/mine.theme, line 1: unknown colour “300”; \(colour)
        themes/mine.theme, line 2: expected “key = value”, such as “cardKey = 75 bold”
        themes/mine.theme, line 3: unknown colour “”; \(colour)
        themes/mine.theme, line 4: unknown attribute “blink”; expected one of bold, dim, italic, \
        underline, reverse, strikethrough
        themes/mine.theme, line 5: “count” was already set in line 4
        themes/mine.theme, line 6: “inherits” must come before everything else
        themes/mine.theme, line 7: unknown key “overlay.focussed”; the nearest known one is \
        “overlay.focused”
        themes/mine.theme, line 8: unknown colour “$nowhere”; \(colour)
        """)
  }

  @Test func `A theme to inherit from must exist`() {
    #expect(
      problems("inherits = drak")
        == "themes/mine.theme, line 1: there is no theme “drak” to inherit from")
  }
}
