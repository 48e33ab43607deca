import Drawing
import SluiceCore

extension AppState {
  func drawFooter(in rect: Rect, _ layout: BoardLayout, on canvas: inout Canvas) {
    canvas.fill(rect, style: Style(.footerText))
    var pen = Pen(rect)
    pen.write(hints(layout), on: &canvas)
  }

  /// The keys of what lies on top, else of the board.
  private func hints(_ layout: BoardLayout) -> [KeyHint] {
    switch layers.last {
    case .filter:
      [
        KeyHint("enter", "keep"), KeyHint("esc", "give up"), KeyHint("tab", "complete"),
        KeyHint("^S", "save as a view"),
      ]
    case .search: [KeyHint("enter", "keep"), KeyHint("esc", "give up")]
    case .gate: gateHints
    case .preview: previewHints
    case .prompt(let prompt): prompt.hints
    case .picker(let picker): picker.hints
    case .form(let form): form.hints
    case .palette(let palette): hints(of: palette)
    case .question(let question): question.hints
    case .conflict: conflictHints
    case .bulk: bulkHints
    default: marks.isEmpty ? boardHints(layout) : markedHints
    }
  }

  private func boardHints(_ layout: BoardLayout) -> [KeyHint] {
    let go = hint(.left, .down, .up, .right, in: .board, "go")
    let move = hint(.moveToNumber, in: .board, "move")
    let gate = board.workflow.gates.isEmpty ? nil : hint(.focusGate, in: .board, "gate")
    let triage = hint(.triage, in: .board, "triage")
    let new = hint(.newTicket, in: .board, "new")
    let filter = hint(.filter, in: .board, "filter")
    let open = hint(.openTicket, in: .board, "open")
    let undo = hint(.undo, in: .board, "undo")
    let commands = hint(.palette, in: .board, "commands")
    let help = hint(.help, in: .board, "help")
    let hints =
      switch layout.shape {
      case .wide:
        [
          go, move, hint(.carryBack, .carryOn, separator: "/", in: .board, "back/on"), gate,
          new, filter, triage, open, undo, commands, help,
          hint(.quit, in: .board, "leave"), hint(.previewMove, in: .board, "move to"),
          hint(.comment, in: .board, "comment"),
        ]
      case .medium, .tooSmall:
        [
          go, move, gate, new, filter, triage, undo, help, hint(.palette, in: .board, "cmd"), open,
        ]
      case .narrow: [move, open, filter, help]
      }
    return hints.compactMap(\.self)
  }

  private func hints(of palette: CommandPalette) -> [KeyHint] {
    let calls = palette.command == nil ? "call it" : "do it"
    return [
      KeyHint("enter", calls), KeyHint("tab", "write out"), KeyHint("↑↓", "choose, ↑ before"),
      KeyHint("esc", "back"),
    ]
  }

  /// The name of what an action calls.
  private func name(of action: Action) -> String {
    guard action.command == .custom else { return action.command.name }
    let commands = settings.customCommands
    return commands.indices.contains(action.variant) ? commands[action.variant].name : ""
  }

  private var gateHints: [KeyHint] {
    [
      hint(.toggleRequirement, in: .gate, "tick"),
      hint(.fillRequirement, in: .gate, "fill"), hint(.back, in: .gate, "back"),
      hint(.down, .up, in: .gate, "go"), hint(.moveToNumber, in: .gate, "move"),
      hint(.clearRequirement, in: .gate, "empty"), hint(.undo, in: .gate, "undo"),
      hint(.help, in: .gate, "help"),
    ].compactMap(\.self)
  }

  private var previewHints: [KeyHint] {
    [
      hint(.left, .right, in: .move, "choose"), hint(.takeMove, in: .move, "move"),
      hint(.stay, in: .move, "stay"),
    ].compactMap(\.self)
  }

  /// The keys that wait for others, and what may follow them.
  func drawBegun(in rect: Rect, on canvas: inout Canvas) {
    guard let context = context ?? (layout.shape == .tooSmall ? .board : nil) else { return }
    canvas.fill(rect, style: Style(.footerText))
    var pen = Pen(rect)
    let next = keymap.continuations(of: begun, in: context).map { keys, action in
      KeyHint(keys.shown, name(of: action))
    }
    pen.write([KeyHint("\(KeySequence(begun).shown) …", "")] + next, on: &canvas)
  }
}

extension Prompt {
  fileprivate var hints: [KeyHint] {
    if isLeaving { return [KeyHint("esc", "throw away"), KeyHint("enter", "save")] }
    return [KeyHint("enter", "save"), KeyHint("esc", "back")]
      + (allowsEditor ? [KeyHint("^X", "editor")] : [])
  }
}

extension Picker {
  fileprivate var hints: [KeyHint] {
    let typing = KeyHint("type", "to find")
    return showsMarks
      ? [KeyHint("↑↓", "go"), KeyHint("enter", "on/off"), KeyHint("esc", "done"), typing]
      : [KeyHint("↑↓", "go"), KeyHint("enter", "take"), KeyHint("esc", "back"), typing]
  }
}

extension TicketForm {
  fileprivate var hints: [KeyHint] {
    if isLeaving { return [KeyHint("esc", "throw away"), KeyHint("^S", "save")] }
    let rest = [KeyHint("tab", "next"), KeyHint("esc", "back")]
    return switch row {
    case .priority: [KeyHint("←→", "change"), KeyHint("^S", "save")] + rest
    case .description: [KeyHint("enter", "$EDITOR"), KeyHint("^S", "save")] + rest
    default: [KeyHint("enter", "save")] + rest
    }
  }
}
