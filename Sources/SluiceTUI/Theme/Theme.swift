public import Drawing

/// A named palette: what each role and overlay looks like.
public struct Theme: Equatable, Sendable {
  /// What a theme says about one role or overlay.
  struct Paint: Equatable, Sendable {
    static let inherited = Paint()

    /// `nil` takes the colour of plain text (in a role) or of what lies below (in an overlay).
    var foreground: Color?
    var background: Color?
    var attributes: Attributes = []
  }

  /// The name, which is that of its file without the ending.
  public let name: String

  /// The appearances, ready for a screen.
  public let palette: Palette

  let roles: [Paint]
  let overlays: [Paint]

  init(name: String, roles: [Paint], overlays: [Paint]) {
    self.name = name
    self.roles = roles
    self.overlays = overlays
    let plain = roles.first ?? .inherited
    palette = Palette(
      roles: roles.map { paint in
        Appearance(
          foreground: paint.foreground ?? plain.foreground ?? .standard,
          background: paint.background ?? plain.background ?? .standard,
          attributes: paint.attributes)
      },
      overlays: overlays.map { paint in
        Appearance(
          foreground: paint.foreground ?? .standard, background: paint.background ?? .standard,
          attributes: paint.attributes)
      })
  }
}
