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
        KeyHint("enter", "keep"), KeyHint("esc", "give up"),
        KeyHint("", "words assignee: label: prio>="),
      ]
    case .gate:
      [
        KeyHint("space", "tick"), KeyHint("enter", "fill"), KeyHint("esc", "back"),
        KeyHint("jk", "go"), KeyHint("1-9", "move"), KeyHint("del", "empty"),
        KeyHint("u", "undo"), KeyHint("?", "help"),
      ]
    case .preview:
      [KeyHint("hl", "choose"), KeyHint("enter", "move"), KeyHint("esc", "stay")]
    case .prompt(let prompt): prompt.hints
    case .picker(let picker): picker.hints
    case .form(let form): form.hints
    case .question: [KeyHint("y", "delete"), KeyHint("n", "keep")]
    default: boardHints(layout)
    }
  }

  private func boardHints(_ layout: BoardLayout) -> [KeyHint] {
    switch layout.shape {
    case .wide:
      [
        KeyHint("hjkl", "go"), KeyHint("1-9", "move"), KeyHint("H/L", "back/on"),
        KeyHint("space", "gate"), KeyHint("n", "new"), KeyHint("e", "edit"),
        KeyHint("/", "filter"), KeyHint("enter", "open"), KeyHint("u", "undo"),
        KeyHint("?", "help"), KeyHint("q", "leave"), KeyHint("m", "move to"),
        KeyHint("c", "comment"),
      ]
    case .medium, .tooSmall:
      [
        KeyHint("hjkl", "go"), KeyHint("1-9", "move"), KeyHint("space", "gate"),
        KeyHint("tab", "pane"), KeyHint("n", "new"), KeyHint("/", "filter"),
        KeyHint("enter", "open"), KeyHint("?", "help"), KeyHint("u", "undo"),
      ]
    case .narrow:
      [
        KeyHint("1-9", "move"), KeyHint("enter", "open"), KeyHint("/", "filter"),
        KeyHint("?", "help"),
      ]
    }
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
