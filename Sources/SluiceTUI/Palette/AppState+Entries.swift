/// Commands as palette and help list them.
extension AppState {
  /// The place in which commands are called: what lies below palette and help.
  var workplace: Command.Context {
    let layer = layers.last { layer in
      switch layer {
      case .palette, .help: false
      default: true
      }
    }
    return Self.context(of: layer) ?? .board
  }

  /// All commands in the order of the table, then those of the person.
  func entries() -> [CommandEntry] {
    let place = workplace
    return CommandTable.all.map { entry(of: $0, in: place) }
      + settings.customCommands.indices.map { entry(ofCustom: $0, in: place) }
  }

  private func entry(of command: Command, in place: Command.Context) -> CommandEntry {
    let works = command.contexts.contains(place)
    return CommandEntry(
      action: Action(command: command.id, variant: 0), name: command.name,
      summary: command.summary,
      keys: works ? keymap.list(of: command.id, in: place) : keymap.list(of: command),
      obstacle: Self.obstacle(command.contexts, in: place) ?? obstacle(to: command.id))
  }

  private func entry(ofCustom index: Int, in place: Command.Context) -> CommandEntry {
    let command = settings.customCommands[index]
    let action = Action(command: .custom, variant: index)
    let keys = command.contexts.lazy.map { self.keymap.list(ofCustom: index, in: $0) }
    return CommandEntry(
      action: action, name: command.name, summary: command.summary,
      keys: keys.first { !$0.isEmpty } ?? "",
      obstacle: Self.obstacle(command.contexts, in: place) ?? obstacle(to: .custom))
  }

  /// Why what works in some places does nothing in another.
  private static func obstacle(
    _ contexts: [Command.Context], in place: Command.Context
  ) -> String? {
    guard !contexts.contains(place) else { return nil }
    return "Works " + contexts.map(\.phrase).joined(separator: ", ") + "."
  }
}

extension AppState {
  /// Why a command does nothing where palette and help are called; `nil` if it does something.
  func obstacle(toCalling id: CommandID) -> String? {
    entries().first { $0.action.command == id }?.obstacle
  }

  /// Why a command does nothing now, in a place where it works; `nil` if it does something.
  func obstacle(to id: CommandID) -> String? {
    if let reason = refusal(of: id) { return reason }
    if id.needsTicket {
      for case .ticket(let page) in layers.reversed() where page.isGone {
        return "\(page.key) was deleted; \(keymap.shown(.back, in: .ticket)) goes back."
      }
      guard subject != nil else {
        return absence
      }
    }
    switch id {
    case .focusGate, .toggleRequirement, .fillRequirement, .clearRequirement:
      return isGateGone ? "No gate leads out of this stage." : nil
    case .redo:
      return past.undone.isEmpty && pending.queue.isEmpty ? "There is nothing to make again." : nil
    case .clearFilter:
      return board.filterText.isEmpty && marks.isEmpty ? "Everything is shown." : nil
    default: return nil
    }
  }
}
