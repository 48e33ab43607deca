/// Up to eight states that may lie over any role, such as focus or a mark.
///
/// Bit *n* is painted by `Palette.overlays[n]`; a higher bit lies above a lower one. Which bit means
/// what is the business of whoever draws.
public struct Overlay: OptionSet, Hashable, Sendable {
  /// One bit per state.
  public let rawValue: UInt8

  /// Creates a set from its bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }
}
