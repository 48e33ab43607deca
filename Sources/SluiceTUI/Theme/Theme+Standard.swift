import Drawing

/// The default theme, compiled in so that the program stands alone.
///
/// `themes/dark.theme` says the same in the format of theme files.
extension Theme {
  /// The dark theme.
  public static let standard = Theme(
    name: "dark", roles: Role.allCases.map(standardPaint),
    overlays: [
      Paint(background: .indexed(237)),
      Paint(foreground: .yellow, attributes: .bold),
      Paint(foreground: .soft),
      Paint(foreground: .soft, attributes: .strikethrough),
    ])

  private static func standardPaint(_ role: Role) -> Paint {
    switch role {
    case .plain: Paint(foreground: .text, background: .indexed(234))
    case .dim, .stageBand, .count, .cardMeta, .priorityLow, .age, .paneTab, .moveBlocked,
      .fieldName, .more:
      Paint(foreground: .soft)
    case .strong: Paint(foreground: .text, attributes: .bold)
    case .emphasis: Paint(foreground: .text, attributes: .italic)
    case .title, .columnTitleFocused, .heading: Paint(foreground: .indexed(254), attributes: .bold)
    case .header: Paint(foreground: .text, background: .indexed(236))
    case .headerAccent, .footerKey:
      Paint(foreground: .accent, background: .indexed(236), attributes: .bold)
    case .headerDim, .footerText: Paint(foreground: .soft, background: .indexed(236))
    case .live: Paint(foreground: .green, background: .indexed(236))
    case .offline: Paint(foreground: .orange, background: .indexed(236))
    case .stageBandActive, .focusBar, .paneTitle, .moveNumber, .helpKey:
      Paint(foreground: .accent, attributes: .bold)
    case .columnTitle, .moveAllowed, .checkOpen, .message, .helpText: Paint(foreground: .text)
    case .wipFull, .priorityHigh, .gateOpen, .reason, .warning: Paint(foreground: .orange)
    case .wipOver, .priorityUrgent, .error: Paint(foreground: .red, attributes: .bold)
    case .border, .progressRest: Paint(foreground: .line)
    case .borderFocused, .cardKey, .progressDone: Paint(foreground: .accent)
    case .cardTitle: Paint(foreground: .indexed(254))
    case .priorityMedium: Paint(foreground: .yellow)
    case .label, .code: Paint(foreground: .cyan)
    case .assignee: Paint(foreground: .violet)
    case .unassigned, .quote: Paint(foreground: .soft, attributes: .italic)
    case .overdue: Paint(foreground: .red)
    case .gateMet, .checkDone, .success: Paint(foreground: .green)
    case .changed: Paint(foreground: .green, attributes: .bold)
    case .paneTabActive: Paint(foreground: .indexed(254), attributes: [.bold, .underline])
    case .input: Paint(foreground: .indexed(254), background: .indexed(237))
    case .inputHint: Paint(foreground: .soft, background: .indexed(237))
    case .selection: Paint(foreground: .indexed(254), background: .indexed(24))
    case .match: Paint(foreground: .yellow, attributes: [.bold, .underline])
    case .link: Paint(foreground: .accent, attributes: .underline)
    }
  }
}

extension Color {
  fileprivate static let text = Color.indexed(252)
  fileprivate static let soft = Color.indexed(248)
  fileprivate static let line = Color.indexed(242)
  fileprivate static let accent = Color.indexed(75)
  fileprivate static let red = Color.indexed(210)
  fileprivate static let orange = Color.indexed(215)
  fileprivate static let yellow = Color.indexed(222)
  fileprivate static let green = Color.indexed(114)
  fileprivate static let cyan = Color.indexed(116)
  fileprivate static let violet = Color.indexed(147)
}
