/// A command with the keys that call it in one place.
public struct BoundCommand: Equatable, Sendable {
  /// Where it works.
  public let context: Command.Context
  /// Its name.
  public let name: String
  /// Its keys as settings write them.
  public let keys: [String]
  /// What it does, in a few words.
  public let summary: String
}

extension Settings {
  /// Every command in every place where it works, in the order of places and then of the table.
  public var boundCommands: [BoundCommand] {
    Command.Context.allCases.flatMap { context in
      let commands = CommandTable.all.filter { $0.contexts.contains(context) }.map { command in
        BoundCommand(
          context: context, name: command.name,
          keys: keymap.keys(of: command.id, in: context).map(\.name), summary: command.summary)
      }
      let own = customCommands.enumerated().filter { $0.element.contexts.contains(context) }
      return commands
        + own.map { index, command in
          BoundCommand(
            context: context, name: command.name,
            keys: keymap.keys(ofCustom: index, in: context).map(\.name), summary: command.summary)
        }
    }
  }
}
