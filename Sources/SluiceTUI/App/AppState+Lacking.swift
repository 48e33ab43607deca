import SluiceCore

/// What cannot be done on this board, for its server knows too little.
extension AppState {
  /// Takes down why the engine cannot do what it cannot.
  mutating func learnLimits(of engine: any Engine) {
    for feature in EngineFeature.allCases { refusals[feature] = engine.refusal(of: feature) }
  }

  /// Why a command is in vain, to be said before anything is typed for it; `nil` if it is not.
  func refusal(of command: CommandID) -> String? {
    command.feature.flatMap { refusals[$0] }
  }
}

extension CommandID {
  /// What the engine must be able to do for it, where not every engine is.
  fileprivate var feature: EngineFeature? {
    switch self {
    case .comment: .comments
    case .assign: .assignees
    case .labels, .unlabel: .labels
    case .due: .dueDates
    case .deleteTicket: .deletion
    case .undo, .redo: .undo
    default: nil
    }
  }
}
