import Drawing
import SluiceCore

/// What cannot be done on this board: its server knows too little, or it is only to be read.
extension AppState {
  /// Takes down why the engine cannot do what it cannot.
  mutating func learnLimits(of engine: any Engine) {
    for feature in EngineFeature.allCases {
      // What the person has ruled out stays so, whatever the engine could do.
      refusals[feature] = refusals[feature] ?? engine.refusal(of: feature)
    }
  }

  /// Lets nothing be changed here, whoever sits at the keys.
  public mutating func refuseChanges() {
    refusals[.changes] = "The board is read-only; open it without --read-only to change something."
  }

  /// Whether nothing can be changed.
  var isReadOnly: Bool { refusals[.changes] != nil }

  /// Why a command is in vain, to be said before anything is typed for it; `nil` if it is not.
  func refusal(of command: CommandID) -> String? {
    if command.changesSomething, let reason = refusals[.changes] { return reason }
    return command.feature.flatMap { refusals[$0] }
  }

  /// The keys of commands that belong together, for the bottom line, without those that are in vain here.
  func hint(
    _ ids: CommandID..., separator: String = "", in context: Command.Context, _ text: String
  ) -> KeyHint? {
    let useful = ids.filter { refusal(of: $0) == nil }
    return keymap.hint(useful, separator: separator, in: context, text)
  }

  /// That there is no ticket where a command needs one, and what makes one.
  var absence: String {
    "There is no ticket here"
      + (isReadOnly ? "." : "; \(keymap.shown(.newTicket)) makes one.")
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

  /// Whether it changes tickets, or prepares nothing but that.
  var changesSomething: Bool {
    switch self {
    case .moveToNumber, .carryBack, .carryOn, .previewMove, .takeMove, .toggleRequirement,
      .fillRequirement, .clearRequirement, .newTicket, .editTicket, .editDescription, .comment,
      .assign, .labels, .unlabel, .due, .priority, .priorityUrgent, .priorityHigh, .priorityMedium,
      .priorityLow, .deleteTicket, .changeItem, .undo, .redo, .mark, .markRange, .markAll, .triage,
      .skip, .assignAgain, .labelAgain, .decisions:
      true
    case .up, .down, .left, .right, .top, .bottom, .halfPageDown, .halfPageUp, .pageDown, .pageUp,
      .firstColumn, .lastColumn, .nextStage, .previousStage, .stay, .focusGate, .nextItem,
      .previousItem, .leaveTriage, .filter, .pickView, .clearFilter, .switchProject, .openTicket,
      .nextPane, .search, .nextMatch, .previousMatch, .help, .searchHelp, .runEntry, .palette,
      .editSettings, .refresh, .redraw, .suspend, .back, .quit, .custom:
      false
    }
  }
}
