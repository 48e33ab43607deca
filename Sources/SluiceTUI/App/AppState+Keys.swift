import Drawing

/// Keys that call commands, alone or one after the other.
extension AppState {
  var keymap: Keymap { settings.keymap }

  /// Where keys of the table work now; `nil` while something else takes them all.
  var context: Command.Context? { Self.context(of: layers.last) }

  /// Where keys of the table work while that layer is the topmost.
  static func context(of layer: Layer?) -> Command.Context? {
    switch layer {
    case nil: .board
    case .gate: .gate
    case .ticket: .ticket
    case .preview: .move
    case .triage: .triage
    case .help(let help): help.editor == nil ? .help : nil
    case .filter, .search, .prompt, .picker, .form, .question, .conflict, .bulk, .palette:
      nil
    }
  }

  /// Does what the keys mean together, or waits for the rest of them.
  mutating func press(_ key: Key, in context: Command.Context) -> [Effect] {
    let keys = begun + [key]
    begun = []
    switch keymap.meaning(of: keys, in: context) {
    case .action(let action):
      if action.command == .leaveTriage, let reason = reasonToStay(after: key) {
        say(reason)
        return []
      }
      return perform(action)
    case .prefix: return waitForMore(after: keys)
    case .nothing: return miss(keys, in: context)
    }
  }

  private mutating func waitForMore(after keys: [Key]) -> [Effect] {
    begun = keys
    begunCount += 1
    return [.awaitKey(begunCount)]
  }

  /// Forgets the keys of that number, if none has followed them.
  mutating func forgetBegun(_ number: Int) -> [Effect] {
    if number == begunCount { begun = [] }
    return []
  }

  /// What a key does that has no meaning here.
  private mutating func miss(_ keys: [Key], in context: Command.Context) -> [Effect] {
    guard keys.count == 1 else {
      if keys.last != .escape { say("“\(KeySequence(keys).shown)” calls nothing here.") }
      return []
    }
    if let effect = effectEverywhere(of: keys[0]) { return [effect] }
    if case .alt(let character) = keys[0] { return handleApart(character) }
    let shown = KeySequence(keys).shown
    if context != .board, keymap.meaning(of: keys, in: .board) != .nothing {
      say("“\(shown)” works on the board; \(keymap.shown(context.wayOut, in: context)) goes back.")
    } else if keys[0] != .escape {
      say("“\(shown)” calls nothing here; \(keymap.shown(.help, in: context)) tells what does.")
    }
    return []
  }

  /// Terminals send the same bytes for Alt and for Escape with a letter right behind it.
  mutating func handleApart(_ character: Character) -> [Effect] {
    handle(.escape) + handle(.character(character))
  }

  /// What a key of the board does wherever it is pressed; typed characters are not among them.
  func effectEverywhere(of key: Key) -> Effect? {
    if case .character = key { return nil }
    return switch keymap.action(for: key, in: .board)?.command {
    case .redraw: .redraw
    case .suspend: .suspend
    default: nil
    }
  }

  /// Where nothing can be shown, one can still leave.
  mutating func handleTooSmall(_ key: Key) -> [Effect] {
    let keys = begun + [key]
    begun = []
    switch keymap.meaning(of: keys, in: .board) {
    case .prefix: return waitForMore(after: keys)
    case .action(let action) where action.command == .quit: return [.quit]
    case .action(let action) where action.command == .suspend: return [.suspend]
    default: return []
    }
  }
}

extension Command.Context {
  /// What leads back to the board.
  fileprivate var wayOut: CommandID {
    switch self {
    case .move: .stay
    case .triage: .leaveTriage
    case .board, .gate, .ticket, .help: .back
    }
  }
}
