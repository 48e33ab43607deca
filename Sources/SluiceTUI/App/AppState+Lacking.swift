import SluiceCore

/// What cannot be done on this board, for its server knows too little.
extension AppState {
  /// Takes down why the engine cannot do what it cannot.
  mutating func learnLimits(of engine: any Engine) {
    for feature in EngineFeature.allCases { refusals[feature] = engine.refusal(of: feature) }
  }

  /// Says at once why a command is in vain, before anything is typed for it; whether it is.
  mutating func refuses(_ command: CommandID) -> Bool {
    guard let feature = command.feature, let reason = refusals[feature] else { return false }
    notice = Notice(kind: .warning, text: reason)
    return true
  }
}

extension CommandID {
  /// What the engine must be able to do for it, where not every engine is.
  fileprivate var feature: EngineFeature? {
    switch self {
    case .comment: .comments
    case .assign: .assignees
    case .labels: .labels
    case .due: .dueDates
    case .deleteTicket: .deletion
    case .undo, .redo: .undo
    default: nil
    }
  }
}
