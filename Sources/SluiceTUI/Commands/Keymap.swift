import Drawing

/// Which command a key calls where.
struct Keymap: Sendable {
  private let actions: [Command.Context: [Key: Action]]

  /// The keys of the table.
  static let standard = Keymap(CommandTable.all)

  init(_ commands: [Command]) {
    var actions: [Command.Context: [Key: Action]] = [:]
    for command in commands {
      for context in command.contexts {
        for (variant, key) in command.keys.enumerated() {
          actions[context, default: [:]][key] = Action(command: command.id, variant: variant)
        }
      }
    }
    self.actions = actions
  }

  func action(for key: Key, in context: Command.Context) -> Action? {
    actions[context]?[key]
  }
}
