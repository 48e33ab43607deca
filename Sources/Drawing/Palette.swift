/// What every role and every overlay of a theme looks like.
public struct Palette: Hashable, Sendable {
  /// The terminal's own colours for everything.
  public static let standard = Palette(roles: [], overlays: [])

  /// Appearances by role; a role past the end looks like role 0.
  public var roles: [Appearance]

  /// Appearances by overlay bit, lowest first; a bit past the end paints nothing.
  public var overlays: [Appearance]

  /// Creates a palette from its two tables.
  public init(roles: [Appearance], overlays: [Appearance]) {
    self.roles = roles
    self.overlays = overlays
  }

  /// The merged appearance of a style: the role, then its overlays from the lowest bit up.
  public func appearance(of style: Style) -> Appearance {
    let role = Int(style.role) < roles.count ? roles[Int(style.role)] : plain
    var appearance = role
    for (bit, overlay) in overlays.enumerated().prefix(8)
    where style.overlay.rawValue & (1 << UInt8(bit)) != 0 {
      appearance = appearance.under(overlay)
    }
    return appearance
  }

  /// The appearance of plain text, role 0.
  public var plain: Appearance { roles.first ?? .standard }
}
