/// What a cell looks like, named and not painted: a role of the theme and the overlays on it.
///
/// A canvas knows no colours. The role is an index into ``Palette/roles``; role 0 is plain text.
public struct Style: Hashable, Sendable {
  /// Plain text without overlays.
  public static let plain = Style(role: 0)

  /// The index of the role in the palette.
  public let role: UInt8

  /// The overlays that lie on the role.
  public let overlay: Overlay

  /// Creates a style from a role and the overlays on it.
  public init(role: UInt8, overlay: Overlay = []) {
    self.role = role
    self.overlay = overlay
  }

  /// The same role with more overlays.
  public func adding(_ overlay: Overlay) -> Style {
    Style(role: role, overlay: self.overlay.union(overlay))
  }

  init(packed: UInt16) {
    self.init(
      role: UInt8(truncatingIfNeeded: packed), overlay: Overlay(rawValue: UInt8(packed >> 8)))
  }

  var packed: UInt16 { UInt16(role) | UInt16(overlay.rawValue) << 8 }
}
