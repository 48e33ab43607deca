import Drawing

/// The default theme, compiled in so that the program stands alone. `themes/dark.theme` says the
/// same in the format of theme files.
extension Theme {
  /// The dark theme.
  public static let standard = Theme(
    name: "dark",
    roles: Role.allCases.map(darkPaint),
    overlays: [
      Paint(background: .indexed(238)),
      Paint(foreground: .indexed(222), attributes: .bold),
      Paint(foreground: .indexed(247)),
      Paint(foreground: .indexed(247), attributes: .strikethrough),
    ])

  private static func darkPaint(_ role: Role) -> Paint {
    switch role {
    case .plain: Paint(foreground: .indexed(252), background: .indexed(234))
    default: .inherited
    }
  }
}
