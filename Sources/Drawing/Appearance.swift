/// The paint of one role or overlay: two colours and attributes.
public struct Appearance: Hashable, Sendable {
  /// The terminal's own colours and no attributes.
  public static let standard = Appearance()

  /// The colour of the glyphs.
  public var foreground: Color

  /// The colour behind them.
  public var background: Color

  /// How they are set.
  public var attributes: Attributes

  /// Creates an appearance; what is left out is the terminal's own.
  public init(
    foreground: Color = .standard, background: Color = .standard, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// This appearance under `overlay`: colours the overlay names win, attributes add up.
  public func under(_ overlay: Appearance) -> Appearance {
    Appearance(
      foreground: overlay.foreground == .standard ? foreground : overlay.foreground,
      background: overlay.background == .standard ? background : overlay.background,
      attributes: attributes.union(overlay.attributes))
  }
}
