extension Color {
  /// The nearest colour a terminal of this depth can show.
  public func reduced(to depth: ColorDepth) -> Color {
    switch (depth, self) {
    case (.mono, _): .standard
    case (_, .standard): .standard
    case (_, .ansi(let index)): .ansi(index % 16)
    case (.ansi16, _): .ansi(nearest(among: 0..<16))
    case (.indexed256, .rgb): .indexed(nearest(among: 16..<256))
    default: self
    }
  }

  /// Red, green and blue; for the sixteen what xterm shows, for the terminal's own colours `nil`.
  public var components: (red: UInt8, green: UInt8, blue: UInt8)? {
    switch self {
    case .standard: nil
    case .ansi(let index): Color.components(of: index % 16)
    case .indexed(let index): Color.components(of: index)
    case .rgb(let red, let green, let blue): (red, green, blue)
    }
  }

  private static let named: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]

  /// The xterm palette: sixteen names, a cube of six steps a side, 24 greys.
  private static func components(of index: UInt8) -> (red: UInt8, green: UInt8, blue: UInt8) {
    switch index {
    case 0..<16:
      let value = named[Int(index)]
      return (
        UInt8(value >> 16), UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)
      )
    case 16..<232:
      let cube = index - 16
      return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    default:
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    }
  }

  private static func level(_ step: UInt8) -> UInt8 {
    step == 0 ? 0 : 55 + 40 * step
  }

  private func nearest(among indices: Range<Int>) -> UInt8 {
    guard let wanted = components else { return 0 }
    let best = indices.min { left, right in
      Color.distance(wanted, Color.components(of: UInt8(left)))
        < Color.distance(wanted, Color.components(of: UInt8(right)))
    }
    return UInt8(best ?? 0)
  }

  /// Squared distance, green weighing most and blue least, as the eye has it.
  private static func distance(
    _ left: (red: UInt8, green: UInt8, blue: UInt8),
    _ right: (red: UInt8, green: UInt8, blue: UInt8)
  ) -> Int {
    let red = Int(left.red) - Int(right.red)
    let green = Int(left.green) - Int(right.green)
    let blue = Int(left.blue) - Int(right.blue)
    return 3 * red * red + 4 * green * green + 2 * blue * blue
  }
}
