import CBaseline
import Drawing

/// Gives styles of ours numbers and says what they look like to curses.
struct Looks {
  private let palette: Palette
  private var indices: [Style: Int32] = [:]
  private(set) var styles: [baseline_style] = []

  /// The plain style has number 0: it is the background.
  init(_ palette: Palette) {
    self.palette = palette
    _ = index(of: .plain)
  }

  mutating func index(of style: Style) -> Int32 {
    if let known = indices[style] { return known }
    let look = palette.appearance(of: style)
    let index = Int32(styles.count)
    styles.append(
      baseline_style(
        foreground: Self.number(look.foreground), background: Self.number(look.background),
        attributes: look.attributes.rawValue))
    indices[style] = index
    return index
  }

  /// Whether a blank of the style looks like one of the background.
  func hasPlainBlank(_ style: Style) -> Bool {
    let look = palette.appearance(of: style)
    return look.background == palette.plain.background
      && look.attributes.isDisjoint(with: [.underline, .reverse, .strikethrough])
  }

  /// The dark theme names colours by number; others would be the terminal's own.
  private static func number(_ color: Color) -> Int16 {
    switch color {
    case .ansi(let index), .indexed(let index): Int16(index)
    case .standard, .rgb: -1
    }
  }
}
