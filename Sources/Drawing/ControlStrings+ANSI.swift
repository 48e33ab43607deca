extension ControlStrings {
  /// The strings of a terminal like xterm with 256 colours (ECMA-48), for tests and measurements.
  public static let ansi = ControlStrings(
    clear: Array("\u{1B}[H\u{1B}[2J".utf8), eraseToEndOfLine: Array("\u{1B}[K".utf8),
    eraseCells: { Array("\u{1B}[\($0)X".utf8) }, address: nil,
    hideCursor: Array("\u{1B}[?25l".utf8), showCursor: Array("\u{1B}[?25h".utf8),
    reset: select("0"),
    attributes: [
      AttributeStrings(.bold, start: select("1"), end: select("22")),
      AttributeStrings(.dim, start: select("2"), end: select("22")),
      AttributeStrings(.italic, start: select("3"), end: select("23")),
      AttributeStrings(.underline, start: select("4"), end: select("24")),
      AttributeStrings(.reverse, start: select("7"), end: select("27")),
      AttributeStrings(.strikethrough, start: select("9"), end: select("29")),
    ],
    foreground: { select(indexed($0, named: 30, bright: 90, other: 38)) },
    background: { select(indexed($0, named: 40, bright: 100, other: 48)) },
    standardForeground: select("39"), standardBackground: select("49"), colors: 256,
    erasesWithBackground: true, fillsLastCell: true)

  /// The ECMA-48 string that selects a graphic rendition.
  static func select(_ parameters: String) -> [UInt8] {
    Array("\u{1B}[\(parameters)m".utf8)
  }

  private static func indexed(_ index: UInt8, named: Int, bright: Int, other: Int) -> String {
    switch index {
    case 0..<8: "\(named + Int(index))"
    case 8..<16: "\(bright + Int(index) - 8)"
    default: "\(other);5;\(index)"
    }
  }
}
