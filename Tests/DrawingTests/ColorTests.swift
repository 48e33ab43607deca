import Drawing
import Testing

@Suite struct ColorTests {
  @Test(
    arguments: [
      (Color.rgb(255, 255, 255), ColorDepth.indexed256, Color.indexed(231)),
      (.rgb(0x5F, 0xAF, 0xFF), .indexed256, .indexed(75)),
      (.rgb(30, 30, 30), .indexed256, .indexed(234)),
      (.rgb(1, 2, 3), .trueColor, .rgb(1, 2, 3)), (.indexed(75), .indexed256, .indexed(75)),
      (.indexed(234), .ansi16, .ansi(0)), (.indexed(231), .ansi16, .ansi(15)),
      (.rgb(250, 10, 10), .ansi16, .ansi(9)), (.ansi(3), .ansi16, .ansi(3)),
      (.standard, .ansi16, .standard), (.rgb(1, 2, 3), .mono, .standard),
      (.ansi(1), .mono, .standard),
    ] as [(Color, ColorDepth, Color)])
  func `A colour comes down to the nearest there is`(
    color: Color, depth: ColorDepth, nearest: Color
  ) {
    #expect(color.reduced(to: depth) == nearest)
  }

  @Test func `Text never vanishes in a coarser palette`() {
    let shade = Appearance(foreground: .indexed(235), background: .indexed(233))
    #expect(
      shade.reduced(to: .ansi16, plain: .standard)
        == Appearance(foreground: .ansi(15), background: .ansi(0)))
  }

  @Test func `Overlays win by their colours and add their attributes`() {
    let palette = Palette(
      roles: [.standard, Appearance(foreground: .ansi(1), attributes: .bold)],
      overlays: [
        Appearance(background: .ansi(4)), Appearance(foreground: .ansi(2), attributes: .underline),
      ])

    #expect(
      palette.appearance(of: Style(role: 1, overlay: Overlay(rawValue: 3)))
        == Appearance(
          foreground: .ansi(2), background: .ansi(4), attributes: [.bold, .underline]))
    #expect(palette.appearance(of: Style(role: 99)) == .standard)
  }
}
