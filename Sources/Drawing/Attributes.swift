/// How glyphs are set, apart from their colours.
public struct Attributes: OptionSet, Hashable, Sendable {
  /// Heavier or brighter.
  public static let bold = Attributes(rawValue: 1)

  /// Fainter.
  public static let dim = Attributes(rawValue: 2)

  /// Slanted.
  public static let italic = Attributes(rawValue: 4)

  /// With a line below.
  public static let underline = Attributes(rawValue: 8)

  /// Foreground and background exchanged.
  public static let reverse = Attributes(rawValue: 16)

  /// With a line through.
  public static let strikethrough = Attributes(rawValue: 32)

  /// One bit per attribute.
  public let rawValue: UInt8

  /// Creates a set from its bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }
}
