import Drawing

/// What is painted where a terminal has sixteen colours or fewer and no theme was asked for.
///
/// `themes/terminal.theme` says the same in the format of theme files.
extension Theme {
  /// The theme of the terminal's own colours, on its own background.
  public static let terminal = Theme(
    name: "terminal", roles: Role.allCases.map(terminalPaint),
    overlays: [
      Paint(attributes: .bold), Paint(attributes: .underline), Paint(attributes: .dim),
      Paint(attributes: [.dim, .strikethrough]),
    ])

  private static func terminalPaint(_ role: Role) -> Paint {
    switch role {
    case .plain, .columnTitle, .cardTitle, .priorityMedium, .moveAllowed, .checkOpen, .message,
      .helpText:
      plain()
    case .dim, .stageBand, .count, .border, .cardMeta, .priorityLow, .unassigned, .age, .paneTab,
      .moveBlocked, .fieldName, .progressRest, .more, .footerText:
      plain(.dim)
    case .strong, .title, .heading: plain(.bold)
    case .header, .headerDim, .live, .offline, .selection: plain(.reverse)
    case .headerAccent: plain([.reverse, .bold])
    case .columnTitleFocused, .paneTabActive, .match: plain([.bold, .underline])
    case .input: plain(.underline)
    case .inputHint: plain([.dim, .underline])
    case .quote, .emphasis: plain(.italic)
    case .stageBandActive, .focusBar, .paneTitle, .moveNumber, .footerKey, .helpKey:
      ansi(4, .bold)
    case .borderFocused, .cardKey, .progressDone: ansi(4)
    case .link: ansi(4, .underline)
    case .wipFull, .priorityHigh, .assignee, .gateOpen, .reason, .warning: ansi(5)
    case .wipOver, .priorityUrgent, .error: ansi(1, .bold)
    case .overdue: ansi(1)
    case .label, .code: ansi(6)
    case .gateMet, .checkDone, .success: ansi(2)
    case .changed: ansi(2, .bold)
    }
  }

  private static func plain(_ attributes: Attributes = []) -> Paint {
    Paint(foreground: .standard, attributes: attributes)
  }

  private static func ansi(_ color: UInt8, _ attributes: Attributes = []) -> Paint {
    Paint(foreground: .ansi(color), attributes: attributes)
  }
}
