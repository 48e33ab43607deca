import Drawing

/// SplitMix64: the same numbers from the same seed everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Makes frames of text of every kind, and frames that differ a little from others.
struct RandomFrames {
  static let pieces = [
    "a", "b", " ", "   ", "word", "é", "e\u{301}", "ß", "文", "字化け", "한", "─", "▌", "●", "😀", "👍🏽",
    "👨‍👩‍👧", "🇫🇷", "❤️", "1️⃣", "नि", "क्ष", "ﷺ", "\u{1FAE8}", "\u{1B}", "\u{202E}", "\u{301}", "กำ",
    "\t", "⚡", "☰", "🏳️‍🌈", "\u{200D}", "x\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}",
  ]

  static let palette = Palette(
    roles: [
      Appearance(foreground: .indexed(252), background: .indexed(234)),
      Appearance(foreground: .rgb(10, 200, 30), background: .indexed(234), attributes: .bold),
      Appearance(foreground: .ansi(3), background: .indexed(234), attributes: [.dim, .italic]),
      Appearance(foreground: .ansi(12), background: .ansi(9), attributes: .underline),
      Appearance(),
    ],
    overlays: [
      Appearance(background: .indexed(238)), Appearance(attributes: [.reverse]),
      Appearance(foreground: .indexed(247), attributes: [.strikethrough, .bold]),
    ])

  var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func text() -> String {
    (0..<Int.random(in: 1...12, using: &generator)).map { _ in
      RandomFrames.pieces.randomElement(using: &generator) ?? ""
    }
    .joined()
  }

  mutating func style() -> Style {
    Style(
      role: .random(in: 0...5, using: &generator),
      overlay: Overlay(
        rawValue: Bool.random(using: &generator) ? 0 : .random(in: 0...7, using: &generator)))
  }

  mutating func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    for _ in 0..<Int.random(in: 0...12, using: &generator) { draw(on: &frame) }
    return frame
  }

  mutating func draw(on frame: inout Frame) {
    let column = Int.random(in: -3...frame.size.columns, using: &generator)
    let point = Point(column: column, row: .random(in: 0...frame.size.rows, using: &generator))
    let area = Rect(
      origin: point,
      size: Size(
        columns: .random(in: 0...20, using: &generator), rows: .random(in: 0...4, using: &generator)
      )
    )
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: frame.canvas.fill(area, style: style())
    case 1: frame.canvas.restyle(area, adding: style().overlay)
    case 2: frame.canvas.horizontalLine(at: point, columns: area.columns, style: style())
    case 3: frame.canvas.box(area, style: style())
    case 4: frame.cursor = Bool.random(using: &generator) ? point : nil
    case 5: frame.canvas.writeLine(text(), in: area, style: style())
    default: frame.canvas.write(text(), at: point, style: style())
    }
  }
}
